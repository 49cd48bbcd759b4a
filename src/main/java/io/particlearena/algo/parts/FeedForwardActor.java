package io.particlearena.algo.parts;

import io.particlearena.env.Signal;
import io.particlearena.env.StepBuffer;
import io.particlearena.math.RandomStream;
import io.particlearena.nn.MlpActor;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import java.util.List;

/** Acts on the present real-valued observation alone, with a snapshot of a feed-forward network. */
public final class FeedForwardActor implements Actor {

    private final int seat;
    private final int observationSize;
    private final ActionHeads heads;
    private final MlpActor network;

    public FeedForwardActor(int seat, int observationSize, ActionHeads heads, MlpActor network) {
        this.seat = seat;
        this.observationSize = observationSize;
        this.heads = heads;
        this.network = network;
    }

    @Override
    public ActorMemory newMemory() {
        return new Memory(seat, new float[observationSize], network.newScratch(), new float[heads.outputSize()], heads);
    }

    @Override
    public void act(StepBuffer step, ActorMemory memory, boolean deterministic, RandomStream random, double[] action) {
        Memory own = (Memory) memory;
        double[] observation = step.observation(seat);
        for (int i = 0; i < observationSize; i++) {
            own.input[i] = (float) observation[i];
        }
        network.apply(own.input, own.scratch, own.outputs);
        own.acted = true;
        heads.act(own.outputs, deterministic, random, action);
    }

    /** Scratch space, which also tells about the latest choice; there is nothing to remember. */
    private static final class Memory implements ActorMemory {
        private final int seat;
        private final float[] input;
        private final MlpActor.Scratch scratch;
        private final float[] outputs;
        private final ActionHeads heads;
        private boolean acted;

        Memory(int seat, float[] input, MlpActor.Scratch scratch, float[] outputs, ActionHeads heads) {
            this.seat = seat;
            this.heads = heads;
            this.input = input;
            this.scratch = scratch;
            this.outputs = outputs;
        }

        @Override
        public boolean readActionProbabilities(double[] probabilities) {
            return acted && heads.readProbabilities(outputs, probabilities);
        }

        @Override
        public List<Signal> signals() {
            double[] probabilities = new double[heads.actionSize()];
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
