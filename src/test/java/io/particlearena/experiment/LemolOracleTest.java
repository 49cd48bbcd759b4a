package io.particlearena.experiment;

import static io.particlearena.experiment.TinyLemol.mean;
import static io.particlearena.experiment.TinyLemol.metrics;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs of LeMOL in which the true actions of others stand for predictions. */
@Timeout(120)
final class LemolOracleTest {

    @TempDir
    private Path runs;

    @Test
    void anOracleIsAlwaysRightAndTrainsNoModel() {
        Map<String, List<Double>> metrics =
                metrics(runs, TinyLemol.draft().policyOption("feed_lemol_true_action", true));
        assertThat(mean(metrics, "adversary 0/in_play_accuracy/agent 0")).isEqualTo(1.0);
        assertThat(metrics).doesNotContainKey("adversary 0/opponent_model_loss/agent 0");
    }

    @Test
    void anOracleMayKeepItsTruthForSomeSteps() {
        Map<String, List<Double>> metrics = metrics(
                runs,
                TinyLemol.draft()
                        .policyOption("feed_lemol_true_action", true)
                        .policyOption("feed_lemol_true_action_before", 5)
                        .policyOption("feed_lemol_true_action_after", 19)
                        .policyOption("lemol_oracle_baseline_acc", 0.0));
        assertThat(mean(metrics, "adversary 0/in_play_accuracy/agent 0")).isBetween(0.4, 0.65);
    }

    @Test
    void anOracleMayBeWrongAtTimes() {
        Map<String, List<Double>> metrics = metrics(
                runs,
                TinyLemol.draft()
                        .policyOption("feed_lemol_true_action", true)
                        .policyOption("lemol_true_action_feed_proportion", 0.0)
                        .policyOption("lemol_oracle_baseline_acc", 0.5));
        assertThat(mean(metrics, "adversary 0/in_play_accuracy/agent 0")).isBetween(0.45, 0.75);
    }

    /** The oracle knows the truth, so its predictions are right whenever what it is told is executed. */
    @Test
    void anOracleIsMeasuredAsPerfect() {
        SpecDraft oracle = TinyLemol.draft()
                .policyOption("bad", "feed_lemol_true_action", true)
                .runOption("n_opp_cycles", 1)
                .runOption("traj_per_iter", 1)
                .runOption("test", true);
        assertThat(metrics(runs, oracle).get("adversary 0/in_play_accuracy/agent 0"))
                .containsOnly(1.0);
    }
}
