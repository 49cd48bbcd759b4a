package io.particlearena.algo.parts;

import io.particlearena.env.AgentSpec;
import io.particlearena.math.RandomStream;
import io.particlearena.nn.Plan;
import io.particlearena.nn.Tensor;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The target actions of all seats within one update plan, each appended when first asked for. */
public final class TargetActions {

    private final Plan plan;
    private final List<AgentSpec> agents;
    private final List<Policy> policyOfSeat;
    private final Map<Integer, Tensor> nextObservations;
    private final RandomStream noise;
    private final Map<Integer, Tensor> appended = new TreeMap<>();
    private final Set<Integer> begun = new HashSet<>();

    /**
     * @param plan to which target actions are appended
     * @param agents all agents by seat
     * @param policyOfSeat who plays each seat
     * @param nextObservations the observations after the sampled steps by seat, [batch, observation size]
     * @param noise from which each run of the plan draws
     */
    public TargetActions(
            Plan plan,
            List<AgentSpec> agents,
            List<Policy> policyOfSeat,
            Map<Integer, Tensor> nextObservations,
            RandomStream noise) {
        this.plan = plan;
        this.agents = List.copyOf(agents);
        this.policyOfSeat = List.copyOf(policyOfSeat);
        this.nextObservations = Map.copyOf(nextObservations);
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
        Tensor observation = nextObservations.get(seat);
        if (observation == null) {
            throw new IllegalStateException("The plan has no next observations of agent " + name(seat));
        }
        return observation;
    }

    /**
     * The action that the seat's target policy takes on its next observation.
     *
     * @throws IllegalArgumentException if the seat's policy cannot tell, or would have to know its own action for it
     */
    public Tensor of(int seat) {
        Tensor known = appended.get(seat);
        if (known != null) {
            return known;
        }
        if (!begun.add(seat)) {
            throw new IllegalArgumentException("The target action of agent " + name(seat) + " depends on itself");
        }
        Tensor action = require(policyOfSeat, agents, seat).appendTargetAction(seat, this);
        appended.put(seat, action);
        return action;
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

    private String name(int seat) {
        return agents.get(seat).name();
    }
}
