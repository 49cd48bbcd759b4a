package io.particlearena.experiment;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Measures how fast a run goes, over the last seconds, and estimates the time that it still takes.
 *
 * <p>Gathering experience before the first update of a trajectory is much faster than learning, so the estimate counts on
 * learning alone: it begins a moment after the first update, and while a later trajectory gathers experience the speed
 * that was measured before is kept.
 */
final class ProgressMeter {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long TICK_NANOS = NANOS_PER_SECOND / 4;
    private static final long WINDOW_NANOS = 20 * NANOS_PER_SECOND;

    /** How long agents must have learned before that says anything of their speed. */
    private static final long SETTLING_NANOS = 2 * NANOS_PER_SECOND;

    private final Deque<Sample> samples = new ArrayDeque<>();
    private final long episodesInAll;
    private final boolean learns;
    private long nextTick;
    private @Nullable Counts trajectoryBegan;
    private @Nullable Sample learningBegan;
    private double secondsPerEpisode = Double.NaN;

    private record Sample(long nanos, Counts counts) {}

    /**
     * What a run has done so far.
     *
     * @param episodes episodes that ended
     * @param steps environment steps made, and units of study done, which no rate counts
     * @param updates updates made, summed over agents
     * @param meanReturns see {@link Progress#meanReturns}
     * @param stage where the run is in its course
     */
    record Counts(long episodes, long steps, long updates, List<Double> meanReturns, Stage stage) {

        static Counts of(Trainer trainer) {
            return new Counts(
                    trainer.episodes(), trainer.steps(), trainer.updates(), trainer.meanReturns(), trainer.stage());
        }
    }

    /**
     * @param episodesInAll the number of episodes of the run
     * @param learns whether updates are to be expected: before the first one the time left is unknown
     */
    ProgressMeter(long episodesInAll, boolean learns) {
        this.episodesInAll = episodesInAll;
        this.learns = learns;
    }

    /** Whether it is time to measure again. */
    boolean isDue(long nanos) {
        return nanos - nextTick >= 0 || samples.isEmpty();
    }

    /** Forgets the past, after a pause. */
    void restart() {
        samples.clear();
        learningBegan = null;
    }

    /** Measures. */
    Progress measure(RunState state, Counts counts, long nanos) {
        nextTick = nanos + TICK_NANOS;
        Sample now = new Sample(nanos, counts);
        boolean studying = counts.stage().isStudying();
        if (!samples.isEmpty() && samples.getLast().counts().stage().isStudying() != studying) {
            samples.clear();
        }
        samples.addLast(now);
        while (samples.size() > 2 && nanos - samples.getFirst().nanos() > WINDOW_NANOS) {
            samples.removeFirst();
        }
        Sample then = samples.getFirst();
        double seconds = (double) (nanos - then.nanos()) / NANOS_PER_SECOND;
        estimate(now);
        return new Progress(
                state,
                counts.episodes(),
                episodesInAll,
                counts.steps(),
                counts.updates(),
                studying ? 0 : rate(counts.steps() - then.counts().steps(), seconds),
                rate(counts.updates() - then.counts().updates(), seconds),
                studying ? Double.NaN : (episodesInAll - counts.episodes()) * secondsPerEpisode,
                counts.meanReturns(),
                counts.stage());
    }

    private void estimate(Sample now) {
        Stage stage = now.counts().stage();
        if (trajectoryBegan == null
                || stage.isStudying()
                || !stage.isSameTrajectory(trajectoryBegan.stage())
                || trajectoryBegan.stage().isStudying()) {
            trajectoryBegan = now.counts();
            learningBegan = null;
        }
        boolean learning = !learns || now.counts().updates() > trajectoryBegan.updates();
        if (stage.isStudying() || !learning) {
            return;
        }
        if (learningBegan == null) {
            learningBegan = now;
        }
        Sample then = samples.getFirst().nanos() - learningBegan.nanos() > 0 ? samples.getFirst() : learningBegan;
        long episodes = now.counts().episodes() - then.counts().episodes();
        if (now.nanos() - then.nanos() >= SETTLING_NANOS && episodes > 0) {
            secondsPerEpisode = (double) (now.nanos() - then.nanos()) / NANOS_PER_SECOND / episodes;
        }
    }

    private static double rate(long count, double seconds) {
        return seconds > 0 ? count / seconds : 0;
    }
}
