package io.particlearena.nn;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * How long something took.
 *
 * @param wall seconds by the clock
 * @param processor seconds that the thread spent on the processor, which other programs disturb less
 */
public record Seconds(double wall, double processor) {

    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    /** Times some work on this thread. */
    public static Seconds of(Runnable work) {
        long start = System.nanoTime();
        long processorStart = PROCESSOR.getCurrentThreadCpuTime();
        work.run();
        return new Seconds(
                1e-9 * (System.nanoTime() - start), 1e-9 * (PROCESSOR.getCurrentThreadCpuTime() - processorStart));
    }
}
