package io.particlearena.experiment;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Measures how fast a run goes, over the last seconds. */
final class ProgressMeter {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long TICK_NANOS = NANOS_PER_SECOND / 4;
    private static final long WINDOW_NANOS = 20 * NANOS_PER_SECOND;

    private record Sample(long nanos, long episodes, long steps, long updates) {}

    private final Deque<Sample> samples = new ArrayDeque<>();
    private final long episodesInAll;
    private final boolean learns;
    private long nextTick;

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
    }

    /** Measures. */
    Progress measure(RunState state, Trainer trainer, long nanos) {
        nextTick = nanos + TICK_NANOS;
        Sample now = new Sample(nanos, trainer.episodes(), trainer.steps(), trainer.updates());
        samples.addLast(now);
        while (samples.size() > 2 && nanos - samples.getFirst().nanos() > WINDOW_NANOS) {
            samples.removeFirst();
        }
        Sample then = samples.getFirst();
        double seconds = (double) (nanos - then.nanos()) / NANOS_PER_SECOND;
        List<Double> returns = trainer.meanReturns();
        double episodesPerSecond = rate(now.episodes() - then.episodes(), seconds);
        boolean known = episodesPerSecond > 0
                && (!learns || then.updates() > 0)
                && !trainer.stage().isStudying();
        return new Progress(
                state,
                now.episodes(),
                episodesInAll,
                now.steps(),
                now.updates(),
                rate(now.steps() - then.steps(), seconds),
                rate(now.updates() - then.updates(), seconds),
                known ? (episodesInAll - now.episodes()) / episodesPerSecond : Double.NaN,
                returns,
                trainer.stage());
    }

    private static double rate(long count, double seconds) {
        return seconds > 0 ? count / seconds : 0;
    }
}
