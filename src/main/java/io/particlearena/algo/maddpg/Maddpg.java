package io.particlearena.algo.maddpg;

import io.particlearena.algo.parts.AlgorithmEntry;
import io.particlearena.algo.parts.LiveOptions;
import io.particlearena.options.OptionSchema;
import java.util.List;

/** The lines that this package adds to the catalogue of algorithms. */
public final class Maddpg {

    static final OptionSchema<MaddpgOptions> OPTIONS = OptionSchema.of(MaddpgOptions.class);
    static final OptionSchema<M3ddpgOptions> M3DDPG_OPTIONS = OptionSchema.of(M3ddpgOptions.class);

    private static final List<List<String>> CHARTS =
            List.of(List.of("critic_loss"), List.of("policy_loss"), List.of("q_mean"));

    /** Every agent has a policy of its own and a critic that sees all agents' observations and actions. */
    public static final AlgorithmEntry<MaddpgOptions> MADDPG = new AlgorithmEntry<>(
            "maddpg",
            "MADDPG",
            "Multi-agent deep deterministic policy gradient: each agent acts on what it observes and learns from a critic"
                    + " that sees what all agents observe and do.",
            OPTIONS,
            CHARTS,
            true,
            (options, context) -> new MaddpgPolicy<>(new LiveOptions<>(OPTIONS, options), Settings::maddpg, context));

    /** The same with critics that see their own agent alone. */
    public static final AlgorithmEntry<MaddpgOptions> DDPG = new AlgorithmEntry<>(
            "ddpg",
            "DDPG",
            "Deep deterministic policy gradient: each agent learns by itself, from a critic that sees only what the agent"
                    + " itself observes and does.",
            OPTIONS,
            CHARTS,
            true,
            (options, context) -> new MaddpgPolicy<>(new LiveOptions<>(OPTIONS, options), Settings::ddpg, context));

    /** MADDPG that prepares for other agents' actions to be worse than they were. */
    public static final AlgorithmEntry<M3ddpgOptions> M3DDPG = new AlgorithmEntry<>(
            "mmmaddpg",
            "M3DDPG",
            "Minimax MADDPG: each agent learns as if the others acted slightly worse for it than they do, so that what it"
                    + " learns still holds when they change.",
            M3DDPG_OPTIONS,
            CHARTS,
            true,
            (options, context) ->
                    new MaddpgPolicy<>(new LiveOptions<>(M3DDPG_OPTIONS, options), Settings::m3ddpg, context));

    private Maddpg() {}
}
