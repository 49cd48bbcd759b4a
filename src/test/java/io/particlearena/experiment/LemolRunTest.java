package io.particlearena.experiment;

import static io.particlearena.experiment.TinyLemol.mean;
import static io.particlearena.experiment.TinyLemol.metrics;
import static io.particlearena.experiment.TinyLemol.train;
import static io.particlearena.experiment.TinyLemol.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.env.Signal;
import io.particlearena.results.RunSummary;
import io.particlearena.store.MemoryState;
import io.particlearena.store.StateReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs of LeMOL with cycles, against all kinds of opponents. */
@Timeout(120)
final class LemolRunTest {

    @TempDir
    private Path runs;

    @Test
    void aRunStoppedAnywhereEndsInTheSameBytes() {
        MetricListener listener = new MetricListener(0);
        RunSummary whole = train(runs, TinyLemol.draft().resolve(), listener);
        assertThat(whole.state()).isEqualTo("finished");
        int metrics = listener.count();
        for (int part = 1; part < 8; part++) {
            MetricListener stopper = new MetricListener(metrics * part / 8);
            train(runs, TinyLemol.draft().resolve(), stopper);
            Path folder = stopper.run().folder();
            Run resumed = new Experiments(TinyLemol.CATALOGUE, runs).resume(folder.toString(), List.of(), List.of());
            resumed.execute();
            RunSummary end = RunSummary.read(folder.resolve("summary.json"));
            assertThat(end.weightsSha256()).as("stopped at part %d", part).isEqualTo(whole.weightsSha256());
            assertThat(end.metricsSha256()).as("stopped at part %d", part).isEqualTo(whole.metricsSha256());
        }
    }

    @Test
    void runThatOnlyPlaysResumesToTheSameMeasures() {
        SpecDraft play = TinyLemol.draft()
                .runOption("n_opp_cycles", 1)
                .runOption("traj_per_iter", 1)
                .runOption("test", true)
                .policyOption("bad", "lemol_in_play_perf_log_freq", 60);
        MetricListener listener = new MetricListener(0);
        RunSummary whole = train(runs, play.resolve(), listener);
        assertThat(listener.values()).containsKey("adversary 0/in_play_accuracy/agent 0");
        MetricListener stopper = new MetricListener(listener.count() / 2);
        assertThat(train(runs, play.resolve(), stopper).state()).isEqualTo("stopped");
        Path folder = stopper.run().folder();
        new Experiments(TinyLemol.CATALOGUE, runs)
                .resume(folder.toString(), List.of(), List.of())
                .execute();
        assertThat(RunSummary.read(folder.resolve("summary.json")).metricsSha256())
                .isEqualTo(whole.metricsSha256());
    }

    @Test
    void listenersHearWhatAgentsPredictAndKnowOfLearningAndChangeNothing() {
        Set<String> names = new TreeSet<>();
        Set<Integer> trajectories = new TreeSet<>();
        MetricListener listener = new MetricListener(0) {
            @Override
            public void signals(long step, Stage stage, List<List<Signal>> signals) {
                trajectories.add(10 * stage.cycle() + stage.trajectory());
                for (int seat = 0; seat < signals.size(); seat++) {
                    for (Signal signal : signals.get(seat)) {
                        names.add(seat + " " + signal.name() + " " + signal.about());
                    }
                }
            }
        };
        RunSummary heard = train(runs, TinyLemol.draft().resolve(), listener);
        assertThat(names)
                .containsExactlyInAnyOrder(
                        "0 action_probabilities 0",
                        "0 learning_feature 1",
                        "0 prediction 1",
                        "1 action_probabilities 1");
        assertThat(trajectories).contains(11);
        RunSummary unheard = train(runs, TinyLemol.draft().resolve(), new MetricListener(0));
        assertThat(heard.weightsSha256()).isEqualTo(unheard.weightsSha256());
        assertThat(heard.metricsSha256()).isEqualTo(unheard.metricsSha256());
    }

    @Test
    void playLeavesTheModelAloneAndStudyLeavesPolicyAndCriticAlone() {
        try (Trainer trainer = new Trainer(
                TinyLemol.CATALOGUE,
                TinyLemol.draft().resolve(),
                runs.resolve("experience"),
                (tag, step, value) -> {})) {
            float[] untrained = weights(trainer, "model_0", "network");
            float[] first = weights(trainer, "learner", "networks", "policy");
            while (!trainer.stage().isStudying()) {
                trainer.advance();
            }
            assertThat(weights(trainer, "model_0", "network")).containsExactly(untrained);
            float[] learned = weights(trainer, "learner", "networks", "policy");
            assertThat(learned).isNotEqualTo(first);
            while (trainer.stage().unit() < trainer.stage().units() - 1
                    || trainer.stage().units() == 0) {
                trainer.advance();
            }
            assertThat(weights(trainer, "model_0", "network")).isNotEqualTo(untrained);
            assertThat(weights(trainer, "learner", "networks", "policy")).containsExactly(learned);
        }
    }

    /** Some of what the defender learned. */
    private static float[] weights(Trainer trainer, String... path) {
        StateReader part =
                MemoryState.of(trainer).reader().child("policies").child("bad").child("seat_0");
        for (String name : path) {
            part = part.child(name);
        }
        return part.getFloats("parameters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "decentralise_lemol_obs",
                "fully_decentralise_lemol",
                "predict_anew",
                "ablate_lemol_lstm",
                "train_lemol_om_on_oh",
                "one_hot_predictions",
                "log_om_influence"
            })
    void everyVariantTrains(String option) {
        Map<String, List<Double>> metrics = metrics(runs, TinyLemol.draft().policyOption("bad", option, true));
        assertThat(mean(metrics, "adversary 0/opponent_model_loss/agent 0")).isPositive();
        assertThat(metrics.containsKey("adversary 0/opponent_model_influence"))
                .isEqualTo(option.equals("log_om_influence"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"block_processing", "recurrent_om_prediction"})
    void modelsMayLackParts(String option) {
        metrics(
                runs,
                TinyLemol.draft()
                        .policyOption("bad", option, false)
                        .policyOption("bad", "fully_decentralise_lemol", true));
    }

    @Test
    void bothSidesMayModelEachOther() {
        SpecDraft draft = TinyLemol.draft().algorithm("good", "lemol");
        TinyLemol.small(draft, "good");
        Map<String, List<Double>> metrics = metrics(runs, draft);
        assertThat(metrics)
                .containsKeys("adversary 0/opponent_model_loss/agent 0", "agent 0/opponent_model_loss/adversary 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"separate", "shared"})
    void manyAgentsAreModelledWithOrWithoutCommonWeights(String weights) {
        Map<String, List<Double>> metrics = metrics(
                runs,
                TinyLemol.draft()
                        .scenario("simple_tag")
                        .policyOption("bad", "model_team_mates", true)
                        .policyOption("bad", "opponent_model_weights", weights)
                        .runOption("traj_per_iter", 1));
        for (String modelled : List.of("adversary 1", "adversary 2", "agent 0")) {
            assertThat(metrics).containsKey("adversary 0/opponent_model_loss/" + modelled);
        }
    }

    @Test
    void opponentsTakeTurns() {
        SpecDraft draft = TinyLemol.draft()
                .algorithms("good", List.of("maddpg", "mmmaddpg"))
                .policyOption("good-2", "batch_size", 32)
                .policyOption("good-2", "warm_up_steps", 100)
                .policyOption("good-2", "agent_update_freq", 25)
                .runOption("original_tags", true);
        Map<String, List<Double>> metrics = metrics(runs, draft);
        assertThat(mean(metrics, "adversary 0/opponent_model_loss/agent 0")).isPositive();
        int updates = values(metrics, "agent 0/critic_loss").size();
        assertThat(updates).isPositive();
        assertThat(values(metrics, "q_loss_maddpg-good")).hasSize(updates / 2);
        assertThat(values(metrics, "q_loss_mmmaddpg-good")).hasSize(updates / 2);
        assertThat(values(metrics, "q_loss_lemol-bad")).isEqualTo(metrics.get("adversary 0/critic_loss"));
    }

    @Test
    void influenceIsReportedAsOftenAsAsked() {
        SpecDraft every =
                TinyLemol.draft().policyOption("log_om_influence", true).policyOption("log_om_influence_freq", 1);
        SpecDraft third =
                TinyLemol.draft().policyOption("log_om_influence", true).policyOption("log_om_influence_freq", 3);
        String tag = "adversary 0/opponent_model_influence";
        int all = Objects.requireNonNull(metrics(runs, every).get(tag)).size();
        assertThat(Objects.requireNonNull(metrics(runs, third).get(tag))).hasSize(all / 3);
    }
}
