package io.particlearena.algo.maddpg;

import io.particlearena.algo.parts.AlgorithmEntry;
import io.particlearena.options.OptionSchema;

/** The two lines that this package adds to the catalogue of algorithms. */
public final class Maddpg {

    static final OptionSchema<MaddpgOptions> OPTIONS = OptionSchema.of(MaddpgOptions.class);

    /** Every agent has a policy of its own and a critic that sees all agents' observations and actions. */
    public static final AlgorithmEntry<MaddpgOptions> MADDPG = new AlgorithmEntry<>(
            "maddpg",
            "MADDPG",
            "Multi-agent deep deterministic policy gradient: each agent acts on what it observes and learns from a critic"
                    + " that sees what all agents observe and do.",
            OPTIONS,
            true,
            (options, context) -> new MaddpgPolicy(options, context, true));

    /** The same with critics that see their own agent alone. */
    public static final AlgorithmEntry<MaddpgOptions> DDPG = new AlgorithmEntry<>(
            "ddpg",
            "DDPG",
            "Deep deterministic policy gradient: each agent learns by itself, from a critic that sees only what the agent"
                    + " itself observes and does.",
            OPTIONS,
            true,
            (options, context) -> new MaddpgPolicy(options, context, false));

    private Maddpg() {}
}
