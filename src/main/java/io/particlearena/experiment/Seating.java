package io.particlearena.experiment;

import io.particlearena.env.AgentSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * Who plays what.
 *
 * @param agents the agents by seat
 * @param policyOfSeat the name of the policy by seat
 * @param timeLimit the time limit of an episode in steps
 */
record Seating(List<AgentSpec> agents, List<String> policyOfSeat, int timeLimit) {

    Seating {
        agents = List.copyOf(agents);
        policyOfSeat = List.copyOf(policyOfSeat);
    }

    /** The seats of a policy, ascending. */
    List<Integer> seatsOf(String policy) {
        List<Integer> seats = new ArrayList<>();
        for (int seat = 0; seat < policyOfSeat.size(); seat++) {
            if (policyOfSeat.get(seat).equals(policy)) {
                seats.add(seat);
            }
        }
        return seats;
    }

    /** The names of the agents by seat. */
    List<String> names() {
        return agents.stream().map(AgentSpec::name).toList();
    }
}
