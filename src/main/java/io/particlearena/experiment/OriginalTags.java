package io.particlearena.experiment;

import io.particlearena.env.AgentSpec;
import io.particlearena.env.Side;
import io.particlearena.results.MetricDictionary;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The tags under which LeMOL's published program wrote the same values, so that its users find their curves. An agent is
 * called by algorithm and side there, {@code lemol-bad}; of policies that take turns, by the one that plays.
 *
 * <p>That program knew one agent on each side and no two opponents of one algorithm. Where a side has several agents, they
 * are numbered; where an algorithm occurs several times among policies that take turns, all but the first go by the policy's
 * name instead of the side; and where more than two agents play or both play the same algorithm, values of an opponent model
 * say who models whom.
 */
final class OriginalTags {

    private static final Map<String, String> BEFORE_AGENT = Map.of(
            "critic_loss", "q_loss_",
            "policy_loss", "pg_loss_",
            "q_mean", "q_value_",
            "target_q_mean", "target_q_value_",
            "batch_reward", "reward_",
            "episode_return_mean", "averaged_reward_",
            "value_loss", "v_loss_",
            "approximate_kl", "kl_");

    private static final Map<String, String> AFTER_AGENT = Map.of(
            "opponent_model_loss", "_lemol_opponent_model_loss",
            "opponent_model_accuracy", "_lemol_om_prediction_training_accuracy");

    private static final Map<String, String> ALONE = Map.of(
            "in_play_accuracy", "in_play_lemol_om_prediction_accuracy",
            "in_play_cross_entropy", "in_play_lemol_om_prediction_xent",
            "opponent_model_influence", "LeMOL_om_influence");

    private final ExperimentSpec spec;
    private final Seating seating;
    /** By agent, side and number. */
    private final Map<String, String> places = new HashMap<>();
    /** By agent, the name there of who plays it now. */
    private final Map<String, String> players = new HashMap<>();

    private final Map<String, Optional<String>> known = new HashMap<>();
    /** Whether an opponent model's values need not say who models whom. */
    private final boolean alone;

    OriginalTags(ExperimentSpec spec, Seating seating) {
        this.spec = spec;
        this.seating = seating;
        this.alone = seating.agents().size() == 2 && Collections.disjoint(algorithmsOfSeat(0), algorithmsOfSeat(1));
        seat(spec.opponents().isEmpty() ? "" : spec.opponents().get(0));
    }

    /**
     * States who plays from now on.
     *
     * @param opponent the policy whose turn it is; empty where no policies take turns
     */
    void seat(String opponent) {
        known.clear();
        for (Side side : Side.values()) {
            List<AgentSpec> members = seating.agents().stream()
                    .filter(agent -> agent.side() == side)
                    .toList();
            for (AgentSpec agent : members) {
                String number = members.size() > 1 ? "-" + members.indexOf(agent) : "";
                String sideName = side.name().toLowerCase(Locale.ROOT);
                places.put(agent.name(), sideName + number);
                String policy = seating.policyOfSeat().get(seating.agents().indexOf(agent));
                boolean takesTurns = spec.opponents().contains(policy);
                players.put(agent.name(), player(takesTurns ? opponent : policy, sideName) + number);
            }
        }
    }

    private String player(String policy, String side) {
        String algorithm = algorithm(policy);
        boolean repeated = spec.opponents().contains(policy)
                && spec.opponents().subList(0, spec.opponents().indexOf(policy)).stream()
                        .anyMatch(earlier -> algorithm(earlier).equals(algorithm));
        return algorithm + "-" + (repeated ? policy : side);
    }

    private String algorithm(String policy) {
        return spec.policy(policy).algorithm();
    }

    /** The tag there of a metric here, if there was one. */
    Optional<String> of(String tag) {
        return known.computeIfAbsent(tag, this::find);
    }

    private Optional<String> find(String tag) {
        // Of a model's values the second part is the agent modelled; the third, one head of its action, is not known
        // there.
        String[] parts = MetricDictionary.name(tag).split("/", -1);
        String agent = MetricDictionary.agent(tag).orElse("");
        String player = players.get(agent);
        if (player == null || parts.length > 2) {
            return Optional.empty();
        }
        String name = parts[0];
        String modelled = parts.length == 2 && !alone ? "_" + places.get(parts[1]) : "";
        if (BEFORE_AGENT.containsKey(name)) {
            return Optional.of(BEFORE_AGENT.get(name) + player);
        }
        if (AFTER_AGENT.containsKey(name)) {
            return Optional.of(player + AFTER_AGENT.get(name) + modelled);
        }
        return Optional.ofNullable(ALONE.get(name)).map(found -> alone ? found : player + "_" + found + modelled);
    }

    private List<String> algorithmsOfSeat(int seat) {
        String policy = seating.policyOfSeat().get(seat);
        List<String> turns = spec.opponents().contains(policy) ? spec.opponents() : List.of(policy);
        return turns.stream().map(this::algorithm).toList();
    }
}
