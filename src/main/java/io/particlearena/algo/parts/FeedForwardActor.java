package io.particlearena.algo.parts;

import io.particlearena.env.StepBuffer;
import io.particlearena.math.RandomStream;
import io.particlearena.nn.MlpActor;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;

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
        return new Memory(new float[observationSize], network.newScratch(), new float[heads.outputSize()]);
    }

    @Override
    public void act(StepBuffer step, ActorMemory memory, boolean deterministic, RandomStream random, double[] action) {
        Memory own = (Memory) memory;
        double[] observation = step.observation(seat);
        for (int i = 0; i < observationSize; i++) {
            own.input[i] = (float) observation[i];
        }
        network.apply(own.input, own.scratch, own.outputs);
        heads.act(own.outputs, deterministic, random, action);
    }

    /** Scratch space; there is nothing to remember. */
    private static final class Memory implements ActorMemory {
        private final float[] input;
        private final MlpActor.Scratch scratch;
        private final float[] outputs;

        Memory(float[] input, MlpActor.Scratch scratch, float[] outputs) {
            this.input = input;
            this.scratch = scratch;
            this.outputs = outputs;
        }

        @Override
        public void beginEpisode() {
            // Nothing passes from step to step.
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
