package io.particlearena.experiment;

import io.particlearena.algo.parts.Actor;
import io.particlearena.algo.parts.ActorMemory;
import io.particlearena.algo.parts.AlgorithmEntry;
import io.particlearena.algo.parts.LiveOptions;
import io.particlearena.algo.parts.MetricSink;
import io.particlearena.algo.parts.Policy;
import io.particlearena.algo.parts.PolicyContext;
import io.particlearena.env.Signal;
import io.particlearena.env.StepBuffer;
import io.particlearena.math.RandomStream;
import io.particlearena.options.Option;
import io.particlearena.options.OptionSchema;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A policy with one weight per seat, which every update moves by a random amount that depends on the replay. */
final class TinyAlgorithm implements Policy {

    static final AlgorithmEntry<Options> ENTRY = new AlgorithmEntry<>(
            "tiny-walk",
            "Tiny walk",
            "Moves its weight at random.",
            OptionSchema.of(Options.class),
            List.of(),
            true,
            TinyAlgorithm::new);

    /** The same under another name and with fewer options, to test the change of algorithms. */
    static final AlgorithmEntry<FewOptions> OTHER = new AlgorithmEntry<>(
            "other-walk",
            "Other walk",
            "Moves its weight at random.",
            OptionSchema.of(FewOptions.class),
            List.of(),
            true,
            (options, context) -> new TinyAlgorithm(new Options(options.lr(), 3, 0), context));

    record Options(
            @Option(help = "Size of a move.", value = "0.1", min = 0, max = 1, live = true)
            double lr,

            @Option(help = "Steps between updates.", value = "3", min = 1, max = 1000, unit = "steps")
            int agentUpdateFreq,

            @Option(help = "Update that fails; 0 for none.", value = "0", min = 0, max = 1e9)
            int failAt) {}

    record FewOptions(
            @Option(help = "Size of a move.", value = "0.2", min = 0, max = 1)
            double lr) {}

    private final LiveOptions<Options> options;
    private final PolicyContext context;
    private final Map<Integer, Learner> learners = new HashMap<>();

    private static final class Learner {
        private final RandomStream random;
        private float weight;
        private float pending;
        private long updates;
        private volatile Actor actor;

        Learner(RandomStream random) {
            this.random = random;
            this.actor = new Walker(0);
        }
    }

    private record Memory() implements ActorMemory {
        @Override
        public void beginEpisode() {
            // Nothing passes between steps.
        }

        @Override
        public List<Signal> signals() {
            return List.of(new Signal("weight", Signal.Kind.SCALAR, -1, List.of(1.0)));
        }

        @Override
        public void save(StateWriter out) {
            // Nothing passes between steps.
        }

        @Override
        public void load(StateReader in) {
            // Nothing passes between steps.
        }
    }

    private record Walker(float weight) implements Actor {
        @Override
        public ActorMemory newMemory() {
            return new Memory();
        }

        @Override
        public void act(
                StepBuffer step, ActorMemory memory, boolean deterministic, RandomStream random, double[] action) {
            double left = deterministic ? 0.5 : random.nextDouble();
            action[0] = 1 / (1 + Math.exp(-weight - left));
            action[1] = 1 - action[0];
        }
    }

    TinyAlgorithm(Options options, PolicyContext context) {
        this.options = new LiveOptions<>(ENTRY.options(), options);
        this.context = context;
        for (int seat : context.seats()) {
            learners.put(seat, new Learner(context.streams().stream("policy/" + context.name() + "/" + seat)));
        }
    }

    private Learner learner(int seat) {
        return Objects.requireNonNull(learners.get(seat));
    }

    @Override
    public List<Integer> seats() {
        return context.seats();
    }

    @Override
    public void connect(List<Policy> policyOfSeat) {
        if (policyOfSeat.size() != context.agents().size()) {
            throw new IllegalArgumentException("One policy for each seat");
        }
    }

    @Override
    public Actor actor(int seat) {
        return learner(seat).actor;
    }

    @Override
    public boolean due(int seat, long step) {
        return context.replay().holds(explorationSteps())
                && step % options.current().agentUpdateFreq() == 0;
    }

    @Override
    public long explorationSteps() {
        return 10;
    }

    @Override
    public void restart() {
        learners.values().forEach(learner -> {
            learner.weight = 0;
            learner.actor = new Walker(0);
        });
    }

    @Override
    public void update(int seat, MetricSink metrics) {
        Learner learner = learner(seat);
        learner.updates++;
        int[] rows = new int[3];
        context.replay().sample(learner.random, rows);
        learner.pending = (float) (learner.weight
                + options.current().lr() * (learner.random.nextGaussian() + 1e-3 * (rows[0] + rows[1] + rows[2])));
        metrics.put("policy_loss", learner.pending);
        metrics.put("critic_loss", learner.updates == options.current().failAt() ? Double.NaN : rows[0]);
    }

    @Override
    public void commit(int seat) {
        Learner learner = learner(seat);
        learner.weight = learner.pending;
        learner.actor = new Walker(learner.weight);
    }

    @Override
    public void change(String option, Object value) {
        options.change(option, value);
    }

    @Override
    public void save(StateWriter out) {
        out.put("options", options);
        learners.forEach((seat, learner) -> {
            StateWriter part = out.child(Integer.toString(seat));
            part.putFloats("weights", new float[] {learner.weight});
            part.putLong("updates", learner.updates);
            RandomStream.State state = learner.random.state();
            part.putLongs("random", new long[] {state.s0(), state.s1(), state.s2(), state.s3()});
        });
    }

    @Override
    public void load(StateReader in) {
        in.get("options", options);
        learners.forEach((seat, learner) -> {
            StateReader part = in.child(Integer.toString(seat));
            learner.weight = part.getFloats("weights")[0];
            learner.updates = part.getLong("updates");
            long[] words = part.getLongs("random");
            learner.random.restore(new RandomStream.State(words[0], words[1], words[2], words[3]));
            learner.actor = new Walker(learner.weight);
        });
    }
}
