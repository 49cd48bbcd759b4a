package io.particlearena.algo.parts;

import io.particlearena.env.AgentSpec;
import io.particlearena.math.RandomStream;
import io.particlearena.nn.Plan;
import io.particlearena.nn.Tensor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The target actions of all seats within one update plan, each appended when first asked for.
 *
 * <p>A target policy that acts on what others will do asks for their target actions in turn. Where two such policies wait
 * for each other, directly or through others, what one takes the other to do is that other's <em>naive</em> target action:
 * the one for which it takes every agent that it waits for in turn to do anything with equal probability. So whom a plan
 * asks for first makes no difference.
 */
public final class TargetActions {

    /** On whose behalf target actions are being asked for. */
    private record Caller(int seat, boolean naive) {}

    private final Plan plan;
    private final List<AgentSpec> agents;
    private final List<Policy> policyOfSeat;
    private final IntFunction<Tensor> nextObservations;
    private final RandomStream noise;
    private final Map<Caller, Tensor> appended = new HashMap<>();
    private @Nullable Caller caller;

    /**
     * @param plan to which target actions are appended
     * @param agents all agents by seat
     * @param policyOfSeat who plays each seat
     * @param nextObservations the observation after the sampled steps of a seat, [batch, observation size]
     * @param noise from which each run of the plan draws
     */
    public TargetActions(
            Plan plan,
            List<AgentSpec> agents,
            List<Policy> policyOfSeat,
            IntFunction<Tensor> nextObservations,
            RandomStream noise) {
        this.plan = plan;
        this.agents = List.copyOf(agents);
        this.policyOfSeat = List.copyOf(policyOfSeat);
        this.nextObservations = nextObservations;
        this.noise = noise;
    }

    public Plan plan() {
        return plan;
    }

    /** The stream from which the plan draws noise at every run. */
    public RandomStream noise() {
        return noise;
    }

    /** What the seat observes after the sampled steps. */
    public Tensor nextObservation(int seat) {
        return nextObservations.apply(seat);
    }

    /**
     * The action that the seat's target policy takes on its next observation; for a policy that asks while it appends its
     * own, what it is to take that seat's action for.
     *
     * @throws IllegalArgumentException if the seat's policy cannot tell
     */
    public Tensor of(int seat) {
        Caller asking = caller;
        if (asking == null || !dependsOn(seat, asking.seat, new HashSet<>())) {
            return appended(new Caller(seat, false));
        }
        return asking.naive
                ? new ActionHeads(agents.get(seat).actions())
                        .uniform(plan, nextObservation(asking.seat).rows())
                : appended(new Caller(seat, true));
    }

    private Tensor appended(Caller wanted) {
        Tensor known = appended.get(wanted);
        if (known != null) {
            return known;
        }
        Caller asking = caller;
        caller = wanted;
        Tensor action = policy(wanted.seat).appendTargetAction(wanted.seat, this);
        caller = asking;
        appended.put(wanted, action);
        return action;
    }

    private boolean dependsOn(int seat, int other, Set<Integer> visited) {
        for (int input : policy(seat).targetActionInputs(seat)) {
            if (input == other || (visited.add(input) && dependsOn(input, other, visited))) {
                return true;
            }
        }
        return false;
    }

    private TargetPolicy policy(int seat) {
        return require(policyOfSeat, agents, seat);
    }

    /**
     * The policy of a seat, which must be able to tell its target actions.
     *
     * @throws IllegalArgumentException if it is not
     */
    public static TargetPolicy require(List<Policy> policyOfSeat, List<AgentSpec> agents, int seat) {
        @Nullable Policy policy = policyOfSeat.get(seat);
        if (policy instanceof TargetPolicy targetPolicy) {
            return targetPolicy;
        }
        throw new IllegalArgumentException("The policy of agent "
                + agents.get(seat).name() + " has no target actions, which critics that see all agents need");
    }
}
