package io.particlearena.experiment;

import io.particlearena.algo.parts.Actor;
import io.particlearena.algo.parts.ActorMemory;
import io.particlearena.env.ActionHead;
import io.particlearena.env.StepBuffer;
import io.particlearena.math.RandomStream;
import java.util.Arrays;
import java.util.List;

/**
 * An actor whose moves a person gives. It chooses too, so that it says what else its agent has to say and can go on at any
 * time.
 */
final class SteeredActor implements Actor {

    private final Actor actor;
    private final List<ActionHead> heads;
    private final Steering steering;
    private final int step;

    /**
     * @param heads those of the agent's action
     * @param step the step of the episode that it chooses for
     */
    SteeredActor(Actor actor, List<ActionHead> heads, Steering steering, int step) {
        this.actor = actor;
        this.heads = heads;
        this.steering = steering;
        this.step = step;
    }

    @Override
    public ActorMemory newMemory() {
        return actor.newMemory();
    }

    @Override
    public void act(StepBuffer step, ActorMemory memory, boolean deterministic, RandomStream random, double[] action) {
        actor.act(step, memory, deterministic, random, action);
        int from = 0;
        for (ActionHead head : heads) {
            if (Steering.steers(head)) {
                move(head, steering.direction(), action, from);
            }
            from += head.size();
        }
    }

    private void move(ActionHead head, Steering.Direction direction, double[] action, int from) {
        if (head.kind() == ActionHead.Kind.BOX) {
            action[from] = direction.x();
            action[from + 1] = direction.y();
            return;
        }
        Arrays.fill(action, from, from + head.size(), 0);
        if (!direction.isDiagonal()) {
            String name = direction.x() == 0 ? direction.vertical() : direction.horizontal();
            action[from + head.classes().indexOf(name)] = 1;
            return;
        }
        int diagonal = head.classes().indexOf(direction.vertical() + " " + direction.horizontal());
        if (diagonal >= 0) {
            action[from + diagonal] = 1;
        } else if (head.oneHot()) {
            // Only one move a step is possible, so the two take turns.
            String name = step % 2 == 0 ? direction.vertical() : direction.horizontal();
            action[from + head.classes().indexOf(name)] = 1;
        } else {
            action[from + head.classes().indexOf(direction.horizontal())] = 0.5;
            action[from + head.classes().indexOf(direction.vertical())] = 0.5;
        }
    }

    @Override
    public boolean actsLast() {
        return actor.actsLast();
    }

    @Override
    public void foresee(double[][] actions, ActorMemory memory) {
        actor.foresee(actions, memory);
    }

    @Override
    public void remember(StepBuffer before, double[][] actions, StepBuffer after, ActorMemory memory) {
        actor.remember(before, actions, after, memory);
    }
}
