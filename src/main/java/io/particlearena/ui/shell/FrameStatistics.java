package io.particlearena.ui.shell;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;

/**
 * What the window's frames cost: the processor time of the JavaFX thread from one pulse to the next, whatever it was
 * spent on, and the time on the clock between pulses. Used on the JavaFX thread.
 */
public final class FrameStatistics {

    private static final int CAPACITY = 1 << 16;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS = 1e9;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final long[] cost = new long[CAPACITY];
    private final long[] gap = new long[CAPACITY];
    private int count;
    private long lastCpu;
    private long lastPulse;
    private boolean begun;
    private boolean counting;

    /**
     * The figures of a stretch of time.
     *
     * @param frames pulses
     * @param framesPerSecond pulses in a second
     * @param meanMillis processor time of the JavaFX thread for a frame
     * @param medianMillis processor time of the JavaFX thread for a frame
     * @param percentile95Millis processor time of the JavaFX thread for a frame, of 95 in 100 frames at most this
     * @param largestMillis processor time of the JavaFX thread for the frame that took most
     * @param longestPauseMillis the longest time on the clock between two pulses
     */
    public record Figures(
            int frames,
            double framesPerSecond,
            double meanMillis,
            double medianMillis,
            double percentile95Millis,
            double largestMillis,
            double longestPauseMillis) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d frames, %.1f frames/s, FX thread mean %.2f ms, median %.2f ms and 95th percentile"
                            + " %.2f ms a frame, at most %.1f ms, longest pause"
                            + " %.0f ms",
                    frames,
                    framesPerSecond,
                    meanMillis,
                    medianMillis,
                    percentile95Millis,
                    largestMillis,
                    longestPauseMillis);
        }
    }

    /** Called at the beginning of each pulse. */
    void pulse(long now) {
        if (!counting) {
            return;
        }
        long cpu = threads.getCurrentThreadCpuTime();
        if (begun && count < CAPACITY) {
            cost[count] = cpu - lastCpu;
            gap[count] = now - lastPulse;
            count++;
        }
        lastCpu = cpu;
        lastPulse = now;
        begun = true;
    }

    /** Counts the frames from now on, or leaves them out, as it does at first. */
    void setCounting(boolean count) {
        counting = count;
        begun = false;
    }

    /** The processor time of the JavaFX thread for each frame that took more than this, in milliseconds. */
    double[] longerThan(double millis) {
        return Arrays.stream(cost, 0, count)
                .mapToDouble(nanos -> nanos / NANOS_PER_MILLI)
                .filter(each -> each > millis)
                .toArray();
    }

    /** The figures of all frames that were counted. */
    Figures figures() {
        if (count == 0) {
            return new Figures(0, 0, 0, 0, 0, 0, 0);
        }
        long[] costs = Arrays.copyOf(cost, count);
        Arrays.sort(costs);
        long all = 0;
        long longest = 0;
        for (int i = 0; i < count; i++) {
            all += gap[i];
            longest = Math.max(longest, gap[i]);
        }
        return new Figures(
                count,
                count * NANOS / all,
                Arrays.stream(costs).average().orElse(0) / NANOS_PER_MILLI,
                costs[count / 2] / NANOS_PER_MILLI,
                costs[Math.min(count - 1, (int) Math.ceil(count * 0.95) - 1)] / NANOS_PER_MILLI,
                costs[count - 1] / NANOS_PER_MILLI,
                longest / NANOS_PER_MILLI);
    }
}
