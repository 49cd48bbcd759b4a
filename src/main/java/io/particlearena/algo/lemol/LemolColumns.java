package io.particlearena.algo.lemol;

import io.particlearena.algo.parts.ReplayColumn;
import io.particlearena.env.AgentSpec;
import io.particlearena.env.ObservationPart.Elements;
import java.util.ArrayList;
import java.util.List;

/** What LeMOL keeps in the replay buffer besides steps: predictions as they were made in play, and what they came from. */
final class LemolColumns {

    private LemolColumns() {}

    /**
     * The states of the LSTM over the present episode: hidden and cell state before the step's observation, then after.
     */
    static String episodeState(int own, int modelled) {
        return "episode_state/" + own + "/" + modelled;
    }

    /** Whether states of the LSTM over the present episode are needed to repeat predictions. */
    static boolean keepsEpisodeStates(LemolOptions options) {
        return options.predictsAnew() && options.model().recurrentOmPrediction();
    }

    static List<ReplayColumn> of(LemolOptions options, List<Integer> seats, List<AgentSpec> agents) {
        List<ReplayColumn> columns = new ArrayList<>();
        for (int own : seats) {
            List<Integer> others = modelled(options, own, agents);
            columns.addAll(LemolLearner.columns(own, others, agents, options.predictsAnew()));
            for (int modelled : others) {
                if (keepsEpisodeStates(options)) {
                    columns.add(new ReplayColumn(
                            episodeState(own, modelled),
                            Elements.FLOAT32,
                            4 * options.model().inEpLstmDim()));
                }
            }
        }
        return columns;
    }

    /** The seats that an agent models, ascending. */
    static List<Integer> modelled(LemolOptions options, int own, List<AgentSpec> agents) {
        List<Integer> seats = new ArrayList<>();
        for (int seat = 0; seat < agents.size(); seat++) {
            boolean opponent = agents.get(seat).side() != agents.get(own).side();
            if (seat != own && (opponent || options.modelTeamMates())) {
                seats.add(seat);
            }
        }
        return seats;
    }
}
