package io.particlearena.algo.lemol;

import io.particlearena.algo.maddpg.CriticView;
import io.particlearena.env.AgentSpec;
import java.util.List;
import java.util.stream.Stream;

/** What LeMOL's critic sees, and what it learns from about the modelled agents' actions. */
public enum Centralisation {

    /**
     * The critic sees what all agents observe and do. The policy learns from the predictions that were made in play; after
     * the step, its prediction is a sample of the modelled agents' target policies.
     */
    CENTRALISED,

    /** The same with a critic that sees the own observation alone and the actions of the own and the modelled agents. */
    OWN_OBSERVATION,

    /**
     * A critic as in {@link #OWN_OBSERVATION}, and nothing that only the modelled agents know: predictions are made anew for
     * sampled steps and stand for the modelled agents' actions, but where the critic learns what their actions were worth.
     */
    FULLY_DECENTRALISED;

    CriticView view(List<AgentSpec> agents, int seat, List<Integer> modelled) {
        if (this == CENTRALISED) {
            return CriticView.centralised(agents);
        }
        List<Integer> acting =
                Stream.concat(Stream.of(seat), modelled.stream()).sorted().toList();
        return new CriticView(agents, List.of(seat), acting);
    }
}
