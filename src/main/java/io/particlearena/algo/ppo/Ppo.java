package io.particlearena.algo.ppo;

import io.particlearena.algo.parts.AlgorithmEntry;
import io.particlearena.options.OptionSchema;
import java.util.List;

/** The line that this package adds to the catalogue of algorithms. */
public final class Ppo {

    static final OptionSchema<PpoOptions> OPTIONS = OptionSchema.of(PpoOptions.class);

    /** IPPO, or MAPPO with a centralised value. */
    public static final AlgorithmEntry<PpoOptions> PPO = new AlgorithmEntry<>(
            "ppo",
            "PPO, MAPPO",
            "Proximal policy optimisation: each agent improves its policy a little at a time on its latest steps, judged by"
                    + " a value that sees its own observation (IPPO) or those of all agents (MAPPO).",
            OPTIONS,
            List.of(
                    List.of("policy_loss"),
                    List.of("value_loss"),
                    List.of("approximate_kl"),
                    List.of("clip_fraction"),
                    List.of("entropy")),
            false,
            PpoPolicy::new);

    private Ppo() {}
}
