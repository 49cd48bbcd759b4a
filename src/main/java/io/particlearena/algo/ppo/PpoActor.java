package io.particlearena.algo.ppo;

import io.particlearena.algo.parts.Actor;
import io.particlearena.algo.parts.ActorMemory;
import io.particlearena.env.Signal;
import io.particlearena.env.StepBuffer;
import io.particlearena.math.RandomStream;
import io.particlearena.nn.MlpActor;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import java.util.List;

/** Acts on the present observation and leaves in its memory what was drawn, with its log-probability. */
final class PpoActor implements Actor {

    private final int seat;
    private final PpoDistribution distribution;
    private final MlpActor network;
    private final float[] logDeviations;

    /**
     * @param distribution of the actions
     * @param network gives the numbers that depend on the observation
     * @param logDeviations those that do not; they stay as they are
     */
    PpoActor(int seat, PpoDistribution distribution, MlpActor network, float[] logDeviations) {
        this.seat = seat;
        this.distribution = distribution;
        this.network = network;
        this.logDeviations = logDeviations;
    }

    @Override
    public ActorMemory newMemory() {
        return new Memory(this);
    }

    @Override
    public void act(StepBuffer step, ActorMemory memory, boolean deterministic, RandomStream random, double[] action) {
        Memory own = (Memory) memory;
        double[] observation = step.observation(seat);
        for (int i = 0; i < observation.length; i++) {
            own.input[i] = (float) observation[i];
        }
        network.apply(own.input, own.scratch, own.outputs);
        System.arraycopy(logDeviations, 0, own.outputs, distribution.size(), logDeviations.length);
        own.acted = true;
        own.logProbability = (float) distribution.act(own.outputs, deterministic, random, own.sample, action);
    }

    /** What the latest choice was; read before the next one, so that there is nothing to save. */
    static final class Memory implements ActorMemory {
        private final int seat;
        private final PpoDistribution distribution;
        private final float[] input;
        private final MlpActor.Scratch scratch;
        private final float[] outputs;
        private final float[] sample;
        private float logProbability;
        private boolean acted;

        private Memory(PpoActor actor) {
            seat = actor.seat;
            distribution = actor.distribution;
            input = new float[actor.network.inputs()];
            scratch = actor.network.newScratch();
            outputs = new float[actor.distribution.size() + actor.logDeviations.length];
            sample = new float[actor.distribution.size()];
        }

        /** What was drawn, before it was squashed into an action. */
        float[] sample() {
            return sample;
        }

        /** The logarithm of the probability with which it was drawn. */
        float logProbability() {
            return logProbability;
        }

        @Override
        public boolean readActionProbabilities(double[] probabilities) {
            return acted && distribution.readProbabilities(outputs, probabilities);
        }

        @Override
        public List<Signal> signals() {
            double[] probabilities = new double[sample.length];
            return readActionProbabilities(probabilities)
                    ? List.of(Signal.distribution("action_probabilities", seat, probabilities))
                    : List.of();
        }

        @Override
        public void beginEpisode() {
            acted = false;
        }

        @Override
        public void save(StateWriter out) {
            // Nothing passes from step to step.
        }

        @Override
        public void load(StateReader in) {
            // Nothing passes from step to step.
        }
    }
}
