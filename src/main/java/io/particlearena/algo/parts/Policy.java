package io.particlearena.algo.parts;

import io.particlearena.env.StepBuffer;
import io.particlearena.store.StateReader;
import io.particlearena.store.Stateful;
import java.util.List;
import java.util.Optional;

/**
 * A policy of a specification: what an algorithm has learned so far for the seats assigned to it, and how it goes on
 * learning. All methods but those of the {@link Actor}s that it hands out belong to the training thread, except
 * {@link #update}, see there.
 *
 * <p>The runner calls, for every step of the environment: the actors; {@link #observe}; and for every seat in order, if
 * {@link #due}, {@link #update} and then {@link #commit}. The newest actors act from the next step on. Where agents are
 * to be updated simultaneously it calls all updates first, on several threads, and all commits after them, in order of
 * seats.
 *
 * <p>{@link #save} and {@link #load} cover all that belongs to the policy alone (weights, targets, optimiser moments,
 * counters, streams); the experience shared by all policies is saved by its owner.
 */
public interface Policy extends Stateful {

    /** The seats assigned to this policy, ascending. */
    List<Integer> seats();

    /**
     * Tells the policy which policy plays each seat. Called once, before anything else, after all policies were created.
     */
    void connect(List<Policy> policyOfSeat);

    /** The newest snapshot of how a seat acts. May be called from any thread. */
    Actor actor(int seat);

    /** The newest snapshot of how a seat values what happens. May be called from any thread. */
    default Critic critic(int seat) {
        return Critic.SILENT;
    }

    /**
     * Takes note of a step that was just made; it is already in the shared experience. The arguments are the runner's
     * memory, valid only during the call.
     *
     * @param environment the number of the environment, from 0
     * @param before the step whose observations the agents acted on
     * @param actions by seat, the numbers of its heads, as executed (one-hot where the environment executes one-hot)
     * @param after what came of the actions
     * @param memories by seat, what the actors kept; a policy knows the kind of those that its own actors made
     */
    default void observe(
            int environment, StepBuffer before, double[][] actions, StepBuffer after, List<ActorMemory> memories) {}

    /**
     * Whether the seat wants to update now.
     *
     * @param step the number of environment steps made so far in the trajectory
     */
    boolean due(int seat, long step);

    /**
     * Steps of all environments for which the policy gathers experience before its first update of a trajectory, or fewer if
     * the replay buffer cannot hold so many; 0 if it learns from the beginning.
     */
    default long explorationSteps() {
        return 0;
    }

    /**
     * Begins a new trajectory: what was learned by playing is forgotten, with new weights from streams that go on. The
     * shared experience is empty.
     */
    void restart();

    /**
     * Learns: changes nothing that another seat's update reads. Different seats may update on different threads at once.
     */
    void update(int seat, MetricSink metrics);

    /** Makes the outcome of the latest update visible to other seats: target networks and the actor. */
    void commit(int seat);

    /**
     * Shows the networks of a seat after its update, before or after its commit; nothing of a seat for which another one
     * learns.
     */
    default void showNetworks(int seat, NetworkSink networks) {}

    /** A new measure of what the policy has to report where it plays without learning, if it has anything. */
    default Optional<PlayMeasure> newPlayMeasure() {
        return Optional.empty();
    }

    /**
     * Takes over, before the first step of a run, what the policy of the same name had learned in an earlier one.
     *
     * @param earlier what {@link #save} wrote there
     */
    default void takeOver(StateReader earlier) {
        load(earlier);
    }

    /**
     * Changes an option that its declaration calls live.
     *
     * @throws io.particlearena.options.OptionException if the option is not live or the value not allowed
     */
    void change(String option, Object value);
}
