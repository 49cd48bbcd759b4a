package io.particlearena.algo.maddpg;

import io.particlearena.env.AgentSpec;
import java.util.List;

/**
 * What a policy sees besides its own agent's observation: for each of some other agents what that agent is expected to do
 * next, in the columns of its action, one agent after the other by seat. No gradient ever flows into a prediction.
 *
 * @param agents all agents by seat
 * @param seats the agents predicted, ascending
 * @param supplied whether predictions for sampled steps and for what came after them are supplied at every update; else the
 *     policy learns from those that were made in play (replay columns {@link #column}), and after the step from what the
 *     agents' target policies would do
 * @param standIn whether predictions supplied also stand for the predicted agents' actions, but in the critic's own step
 */
public record Predictions(List<AgentSpec> agents, List<Integer> seats, boolean supplied, boolean standIn) {

    public Predictions {
        if (standIn && !supplied) {
            throw new IllegalArgumentException("Only predictions that are supplied can stand for actions.");
        }
        agents = List.copyOf(agents);
        seats = List.copyOf(seats);
    }

    /** Of a policy that sees its observation alone. */
    static Predictions none(List<AgentSpec> agents) {
        return new Predictions(agents, List.of(), false, false);
    }

    /** The name of the replay column with what one agent predicted another would do. */
    public static String column(int predicting, int predicted) {
        return "prediction/" + predicting + "/" + predicted;
    }

    /** The number of columns. */
    public int size() {
        return end(Integer.MAX_VALUE);
    }

    /** The first column of a seat's prediction. */
    public int start(int seat) {
        return end(seat - 1);
    }

    /** The column behind a seat's prediction. */
    public int end(int seat) {
        return seats.stream()
                .filter(predicted -> predicted <= seat)
                .mapToInt(predicted -> agents.get(predicted).actionSize())
                .sum();
    }

    /** Whether the seat's prediction stands for its action. */
    boolean replaces(int seat) {
        return standIn && seats.contains(seat);
    }
}
