package io.particlearena.experiment;

import io.particlearena.algo.parts.Actor;
import io.particlearena.algo.parts.ActorMemory;
import io.particlearena.env.ActionHead;
import io.particlearena.env.AgentSpec;
import io.particlearena.env.StepBuffer;
import io.particlearena.math.RandomStream;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;

/** Acts at random: every class of a head is as likely as any other, and so is every point of a box. */
final class RandomActor implements Actor {

    private final AgentSpec agent;

    RandomActor(AgentSpec agent) {
        this.agent = agent;
    }

    /** There is nothing to remember. */
    private record Nothing() implements ActorMemory {
        @Override
        public void beginEpisode() {}

        @Override
        public void save(StateWriter out) {}

        @Override
        public void load(StateReader in) {}
    }

    @Override
    public ActorMemory newMemory() {
        return new Nothing();
    }

    @Override
    public void act(StepBuffer step, ActorMemory memory, boolean deterministic, RandomStream random, double[] action) {
        int at = 0;
        for (ActionHead head : agent.actions()) {
            int chosen = random.nextInt(head.size());
            for (int i = 0; i < head.size(); i++) {
                action[at + i] = head.kind() == ActionHead.Kind.BOX
                        ? head.low() + (head.high() - head.low()) * random.nextDouble()
                        : i == chosen ? 1 : 0;
            }
            at += head.size();
        }
    }
}
