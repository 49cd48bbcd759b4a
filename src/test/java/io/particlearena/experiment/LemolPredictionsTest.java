package io.particlearena.experiment;

import static io.particlearena.experiment.TinyLemol.mean;
import static io.particlearena.experiment.TinyLemol.metrics;
import static io.particlearena.experiment.TinyLemol.values;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What LeMOL predicts of others in whole runs, and how that is measured. */
@Timeout(120)
final class LemolPredictionsTest {

    @TempDir
    private Path runs;

    @Test
    void predictionsInPlayAndInStudyAreMeasured() {
        Map<String, List<Double>> metrics = metrics(runs, TinyLemol.draft());
        assertThat(mean(metrics, "adversary 0/in_play_accuracy/agent 0")).isBetween(0.0, 1.0);
        assertThat(mean(metrics, "adversary 0/in_play_accuracy_ceiling/agent 0"))
                .isBetween(0.2, 1.0);
        assertThat(mean(metrics, "adversary 0/in_play_cross_entropy/agent 0")).isPositive();
        assertThat(metrics.get("adversary 0/opponent_model_loss/agent 0")).hasSizeGreaterThanOrEqualTo(8);
        assertThat(metrics).doesNotContainKey("agent 0/opponent_model_loss/adversary 0");
    }

    @Test
    void crossEntropyInPlayMayBeThatOfThePublishedProgram() {
        SpecDraft draft = TinyLemol.draft().policyOption("bad", "published_in_play_cross_entropy", true);
        Map<String, List<Double>> metrics = metrics(runs, draft);
        // Five classes: -ln(e + 4) at worst, 1 - ln(e + 4) at best.
        assertThat(values(metrics, "adversary 0/in_play_cross_entropy/agent 0"))
                .allSatisfy(value -> assertThat(value).isBetween(-1.904833, -0.904832));
    }

    @Test
    void theTrainedModelOfThePresetPredictsFromTheFirstLearningEpisodeOnAndStaysAsItIs() {
        SpecDraft draft = new SpecDraft(TinyLemol.CATALOGUE)
                .over(TinyLemol.CATALOGUE.presetLayer("lemol-push-pretrained"))
                .endLayer()
                .policyOption("batch_size", 32)
                .policyOption("warm_up_steps", 100)
                .runOption("num_episodes", 250);
        Map<String, List<Double>> metrics = metrics(runs, draft);
        assertThat(mean(metrics, "adversary 0/in_play_accuracy/agent 0")).isGreaterThan(0.25);
        assertThat(metrics).doesNotContainKey("adversary 0/opponent_model_loss/agent 0");
    }

    @Test
    void messagesArePredictedHeadByHead() {
        Map<String, List<Double>> metrics = metrics(
                runs,
                TinyLemol.draft()
                        .scenario("simple_world_comm")
                        .policyOption("bad", "model_team_mates", true)
                        .runOption("n_opp_cycles", 1)
                        .runOption("traj_per_iter", 1));
        for (String name : List.of("in_play_accuracy", "opponent_model_accuracy")) {
            String tag = "adversary 0/" + name + "/leader 0";
            double ofHeads = (mean(metrics, tag + "/move") + mean(metrics, tag + "/message")) / 2;
            assertThat(mean(metrics, tag)).isBetween(0.0, 1.0).isCloseTo(ofHeads, Offset.offset(1e-9));
        }
    }

    @Test
    void predictionsAreMeasuredWhereNobodyLearns() {
        ExperimentSpec trained = TinyLemol.draft().runOption("n_opp_cycles", 1).resolve();
        Run run = new Experiments(TinyLemol.CATALOGUE, runs).create(trained, "trained", List.of(), List.of());
        assertThat(run.execute().state()).isEqualTo(RunState.FINISHED);
        Evaluation.Result sampled = new Evaluation(TinyLemol.CATALOGUE, run.folder(), Map.of()).play(20, false, 1);
        assertThat(sampled.measures()).containsOnlyKeys("adversary 0");
        Map<String, Double> measures = Objects.requireNonNull(sampled.measures().get("adversary 0"));
        assertThat(measures)
                .containsOnlyKeys(
                        "in_play_accuracy/agent 0",
                        "in_play_cross_entropy/agent 0",
                        "in_play_entropy/agent 0",
                        "in_play_accuracy_ceiling/agent 0");
        assertThat(measures.get("in_play_accuracy/agent 0")).isBetween(0.0, 1.0);
        assertThat(measures.get("in_play_cross_entropy/agent 0")).isPositive();
        assertThat(new Evaluation(TinyLemol.CATALOGUE, run.folder(), Map.of()).play(20, false, 1))
                .isEqualTo(sampled);
        assertThat(new Evaluation(TinyLemol.CATALOGUE, run.folder(), Map.of())
                        .play(20, true, 1)
                        .measures()
                        .get("adversary 0"))
                .doesNotContainKey("in_play_accuracy_ceiling/agent 0")
                .containsKey("in_play_accuracy/agent 0");
        SpecDraft play = TinyLemol.draft()
                .runOption("n_opp_cycles", 1)
                .runOption("traj_per_iter", 1)
                .runOption("test", true)
                .load("good", "trained")
                .load("bad", "trained");
        Map<String, List<Double>> metrics = metrics(runs, play);
        assertThat(metrics.get("adversary 0/in_play_accuracy/agent 0")).hasSize(14);
        assertThat(mean(metrics, "adversary 0/in_play_cross_entropy/agent 0")).isPositive();
    }

    @Test
    void predictionsMadeAnewTeachThePolicySomethingElse() {
        Map<String, List<Double>> published = metrics(runs, TinyLemol.draft());
        Map<String, List<Double>> anew = metrics(runs, TinyLemol.draft().policyOption("bad", "predict_anew", true));
        assertThat(anew.keySet()).isEqualTo(published.keySet());
        assertThat(anew.get("adversary 0/policy_loss")).isNotEqualTo(published.get("adversary 0/policy_loss"));
    }
}
