package io.particlearena.algo.parts;

import io.particlearena.env.StepBuffer;
import io.particlearena.math.RandomStream;

/**
 * An immutable snapshot of how one seat acts. Any thread may use it; what changes while acting lives in an
 * {@link ActorMemory} that belongs to the caller. A memory made by one snapshot of a seat serves every later snapshot of it.
 */
public interface Actor {

    /** Memory for one environment in which the seat acts. */
    ActorMemory newMemory();

    /**
     * Chooses an action. Allocates nothing.
     *
     * @param step the environment's newest step; the actor reads its own seat's observation
     * @param memory of the environment that the step comes from
     * @param deterministic whether to take the most likely action instead of a sample
     * @param random used only where the choice is not deterministic
     * @param action receives the numbers of the seat's action heads
     */
    void act(StepBuffer step, ActorMemory memory, boolean deterministic, RandomStream random, double[] action);

    /**
     * Whether the actor must know what the other agents have chosen before it chooses; such actors act after all others
     * and never know of each other. None but an oracle, which shows what perfect prediction would be worth.
     */
    default boolean actsLast() {
        return false;
    }

    /**
     * Tells an actor that {@linkplain #actsLast acts last} what the others have chosen; called before {@link #act}.
     *
     * @param actions by seat, the numbers of its heads, as they will be executed (one-hot where the environment executes
     *     one-hot); of those that act last it says nothing
     */
    default void foresee(double[][] actions, ActorMemory memory) {}

    /**
     * Takes note of what came of the latest choices, for actors that follow what others do. Called after every step by
     * whoever lets the actor act, in training as in evaluation. Allocates nothing.
     *
     * @param before the step that the agents acted on
     * @param actions by seat, the numbers of its heads, as executed
     * @param after what came of the actions
     * @param memory of the environment that the step comes from
     */
    default void remember(StepBuffer before, double[][] actions, StepBuffer after, ActorMemory memory) {}
}
