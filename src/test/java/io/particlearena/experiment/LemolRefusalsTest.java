package io.particlearena.experiment;

import static io.particlearena.experiment.TinyLemol.metrics;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.particlearena.options.OptionException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be asked of LeMOL, and is refused before anything is written. */
@Timeout(120)
final class LemolRefusalsTest {

    @TempDir
    private Path runs;

    @Test
    void impossibleCombinationsAreRefused() {
        assertThatThrownBy(() -> TinyLemol.draft()
                        .policyOption("bad", "use_alternative_lstm", true)
                        .resolve())
                .isInstanceOf(OptionException.class)
                .hasMessageContaining("obsolete");
        assertThatThrownBy(() -> TinyLemol.draft()
                        .policyOption("bad", "fully_decentralise_lemol", true)
                        .policyOption("bad", "feed_lemol_true_action", true)
                        .resolve())
                .isInstanceOf(OptionException.class)
                .hasMessageContaining("choose one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"one_hot_predictions", "feed_lemol_true_action"})
    void predictionsAreMadeAnewOnlyFromProbabilitiesOfAModel(String option) {
        assertThatThrownBy(() -> TinyLemol.draft()
                        .policyOption("bad", "predict_anew", true)
                        .policyOption("bad", option, true)
                        .resolve())
                .isInstanceOf(OptionException.class)
                .hasMessageContaining("predict_anew")
                .hasMessageContaining(option);
    }

    @Test
    void oraclesCannotKnowOfEachOtherAndTestsDoNotStudy() {
        Experiments experiments = new Experiments(TinyLemol.CATALOGUE, runs);
        ExperimentSpec oracles = TinyLemol.draft()
                .algorithm("good", "lemol")
                .policyOption("feed_lemol_true_action", true)
                .resolve();
        assertThatThrownBy(() -> experiments.create(oracles, "", List.of(), List.of()))
                .isInstanceOf(OptionException.class)
                .hasMessageContaining("oracle itself");
        assertThatThrownBy(() -> TinyLemol.draft()
                        .runOption("n_opp_cycles", 1)
                        .runOption("traj_per_iter", 1)
                        .runOption("test", true)
                        .runOption("skip_to_om_training", true)
                        .resolve())
                .isInstanceOf(OptionException.class)
                .hasMessageContaining("choose one");
        String folder = runs.resolve("pool").toString();
        metrics(runs, TinyLemol.draft().policyOption("bad", "lemol_save_path", folder));
        Map<String, List<Double>> played = metrics(
                runs,
                TinyLemol.draft()
                        .policyOption("bad", "lemol_save_path", folder)
                        .runOption("n_opp_cycles", 1)
                        .runOption("traj_per_iter", 1)
                        .runOption("test", true));
        assertThat(played).doesNotContainKey("adversary 0/opponent_model_loss/agent 0");
    }

    @Test
    void agentsThatCannotBeModelledAreRefusedBeforeAnythingIsWritten() {
        Experiments experiments = new Experiments(TinyLemol.CATALOGUE, runs.resolve("none"));
        ExperimentSpec box =
                TinyLemol.draft().scenarioOption("action_mode", "box").resolve();
        assertThatThrownBy(() -> experiments.create(box, "", List.of(), List.of()))
                .isInstanceOf(OptionException.class)
                .hasMessageContaining("categorical");
        ExperimentSpec nobody = TinyLemol.draft()
                .scenario("simple_spread")
                .algorithm("good", "lemol")
                .resolve();
        assertThatThrownBy(() -> experiments.create(nobody, "", List.of(), List.of()))
                .isInstanceOf(OptionException.class)
                .hasMessageContaining("model_team_mates");
        ExperimentSpec alone =
                TinyLemol.draft().scenario("simple").algorithm("good", "lemol").resolve();
        assertThatThrownBy(() -> experiments.create(alone, "", List.of(), List.of()))
                .isInstanceOf(OptionException.class)
                .hasMessage("LeMOL's agent 0 is alone, so that there is nobody to model; choose a scenario with more"
                        + " agents, or another algorithm, such as maddpg.");
        assertThat(runs.resolve("none")).doesNotExist();
    }
}
