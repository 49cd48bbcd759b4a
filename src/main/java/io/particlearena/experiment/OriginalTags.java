package io.particlearena.experiment;

import io.particlearena.env.AgentSpec;
import io.particlearena.env.Side;
import io.particlearena.results.MetricDictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The tags under which LeMOL's published program wrote the same values, so that its users find their curves. An agent is
 * called by algorithm and side there, {@code lemol-bad}; where a side has several agents, they are numbered.
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

    private final Map<String, String> agents = new HashMap<>();
    private final Map<String, Optional<String>> known = new HashMap<>();

    OriginalTags(ExperimentSpec spec, Seating seating) {
        for (Side side : Side.values()) {
            List<AgentSpec> members = seating.agents().stream()
                    .filter(agent -> agent.side() == side)
                    .toList();
            for (AgentSpec agent : members) {
                String policy = seating.policyOfSeat().get(seating.agents().indexOf(agent));
                String name = algorithms(spec, policy) + "-" + side.name().toLowerCase(Locale.ROOT);
                agents.put(agent.name(), members.size() > 1 ? name + "-" + members.indexOf(agent) : name);
            }
        }
    }

    /** The algorithm of a policy, or those that take turns in its place, joined as in {@code --good-policy}. */
    private static String algorithms(ExperimentSpec spec, String policy) {
        List<String> turns =
                !spec.opponents().isEmpty() && spec.opponents().get(0).equals(policy)
                        ? spec.opponents()
                        : List.of(policy);
        return turns.stream().map(name -> spec.policy(name).algorithm()).collect(Collectors.joining("_"));
    }

    /** The tag there of a metric here, if there was one. */
    Optional<String> of(String tag) {
        return known.computeIfAbsent(tag, this::find);
    }

    private Optional<String> find(String tag) {
        String name = MetricDictionary.name(tag).replaceFirst("/.*", "");
        String agent = MetricDictionary.agent(tag).map(agents::get).orElse("");
        if (agent.isEmpty()) {
            return Optional.empty();
        }
        if (BEFORE_AGENT.containsKey(name)) {
            return Optional.of(BEFORE_AGENT.get(name) + agent);
        }
        if (AFTER_AGENT.containsKey(name)) {
            return Optional.of(agent + AFTER_AGENT.get(name));
        }
        return Optional.ofNullable(ALONE.get(name));
    }
}
