package io.particlearena.algo.lemol;

import io.particlearena.algo.parts.AlgorithmEntry;
import io.particlearena.options.OptionSchema;
import java.nio.file.Path;
import java.util.List;

/** The line that this package adds to the catalogue of algorithms. */
public final class Lemol {

    static final OptionSchema<LemolOptions> OPTIONS = OptionSchema.of(LemolOptions.class);

    private static final List<String> MODEL_CHART = List.of("opponent_model_loss/");

    /** MADDPG that acts on predictions of what others will do, by a model of how they learn. */
    public static final AlgorithmEntry<LemolOptions> LEMOL = new AlgorithmEntry<>(
            "lemol",
            "LeMOL",
            "Learning to model opponent learning: MADDPG that acts on predictions of what other agents will do, made by a"
                    + " recurrent model of how they learn, which learns between trajectories.",
            OPTIONS,
            List.of(
                    List.of("in_play_accuracy/", "in_play_accuracy_ceiling/"),
                    MODEL_CHART,
                    List.of("critic_loss"),
                    List.of("policy_loss"),
                    List.of("q_mean")),
            true,
            LemolPolicy::new,
            LemolColumns::of,
            (options, seats) -> options.lemolSavePath().isEmpty()
                    ? List.of()
                    : seats.stream()
                            .map(seat -> ExperiencePool.folder(Path.of(options.lemolSavePath()), seat))
                            .toList(),
            (options, chart) -> options.studies() || !chart.equals(MODEL_CHART));

    private Lemol() {}
}
