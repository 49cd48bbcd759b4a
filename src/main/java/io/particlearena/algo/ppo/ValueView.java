package io.particlearena.algo.ppo;

import io.particlearena.env.AgentSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * Which agents' observations the value of a seat sees: the seat's own first, then perhaps those of all others in order of
 * seats. So seats that share a value network are told apart.
 *
 * @param seats the seats seen, in order
 */
record ValueView(List<Integer> seats) {

    ValueView {
        seats = List.copyOf(seats);
    }

    static ValueView of(int seat, PpoOptions.Critic critic, List<AgentSpec> agents) {
        List<Integer> seats = new ArrayList<>(List.of(seat));
        if (critic == PpoOptions.Critic.CENTRALISED) {
            for (int other = 0; other < agents.size(); other++) {
                if (other != seat) {
                    seats.add(other);
                }
            }
        }
        return new ValueView(seats);
    }

    /** The number of inputs of the value network. */
    int size(List<AgentSpec> agents) {
        return seats.stream()
                .mapToInt(seat -> agents.get(seat).observationSize())
                .sum();
    }
}
