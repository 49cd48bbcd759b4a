package io.particlearena.ui.shell;

import io.particlearena.algo.parts.Actor;
import io.particlearena.algo.parts.ActorMemory;
import io.particlearena.algo.parts.AlgorithmEntry;
import io.particlearena.algo.parts.MetricSink;
import io.particlearena.algo.parts.Policy;
import io.particlearena.algo.parts.PolicyContext;
import io.particlearena.env.StepBuffer;
import io.particlearena.math.RandomStream;
import io.particlearena.options.Option;
import io.particlearena.options.OptionSchema;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import java.util.ArrayList;
import java.util.List;

/** Learns nothing, and in its thousandth step fails as it was told. */
final class FailingPolicy implements Policy {

    static final AlgorithmEntry<Options> ENTRY = new AlgorithmEntry<>(
            "failing", "Failing", "Fails.", OptionSchema.of(Options.class), List.of(), true, FailingPolicy::new);

    private static final int STEPS = 1000;

    record Options(
            @Option(help = "How it fails.", value = "nan") Failure failure) {}

    enum Failure {
        NAN,
        MEMORY,
        BUG
    }

    private final Failure failure;
    private final PolicyContext context;

    FailingPolicy(Options options, PolicyContext context) {
        this.failure = options.failure();
        this.context = context;
    }

    private record Nothing() implements ActorMemory {
        @Override
        public void beginEpisode() {
            // Nothing is remembered.
        }

        @Override
        public void save(StateWriter out) {
            // Nothing is remembered.
        }

        @Override
        public void load(StateReader in) {
            // Nothing is remembered.
        }
    }

    private static final class Resting implements Actor {
        @Override
        public ActorMemory newMemory() {
            return new Nothing();
        }

        @Override
        public void act(
                StepBuffer step, ActorMemory memory, boolean deterministic, RandomStream random, double[] action) {
            action[0] = 1;
        }
    }

    @Override
    public List<Integer> seats() {
        return context.seats();
    }

    @Override
    public void connect(List<Policy> policyOfSeat) {
        // Needs nobody.
    }

    @Override
    public Actor actor(int seat) {
        return new Resting();
    }

    @Override
    public boolean due(int seat, long step) {
        return step % 100 == 0;
    }

    @Override
    public void restart() {
        // Nothing was learned.
    }

    @Override
    public void update(int seat, MetricSink metrics) {
        boolean late = context.replay().size() >= STEPS;
        if (late && failure == Failure.MEMORY) {
            List<long[]> all = new ArrayList<>();
            while (all.size() < Integer.MAX_VALUE) {
                all.add(new long[Integer.MAX_VALUE - 8]);
            }
        }
        if (late && failure == Failure.BUG) {
            throw new IllegalStateException("There is a fault");
        }
        metrics.put("critic_loss", late ? Double.NaN : 1);
    }

    @Override
    public void commit(int seat) {
        // Nothing was learned.
    }

    @Override
    public void change(String option, Object value) {
        throw new UnsupportedOperationException("No option is live");
    }

    @Override
    public void save(StateWriter out) {
        // Nothing was learned.
    }

    @Override
    public void load(StateReader in) {
        // Nothing was learned.
    }
}
