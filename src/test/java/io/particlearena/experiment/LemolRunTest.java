package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.particlearena.env.Signal;
import io.particlearena.options.OptionException;
import io.particlearena.results.MetricDictionary;
import io.particlearena.results.RunSummary;
import io.particlearena.store.LockFile;
import io.particlearena.store.MemoryState;
import io.particlearena.store.StateReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
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

    /** Stops its run when so many metrics were reported. */
    private static class Listener implements RunListener {
        private final int stopAfter;
        private final AtomicInteger count = new AtomicInteger();
        private final Map<String, List<Double>> values = new TreeMap<>();
        private @Nullable Run run;

        Listener(int stopAfter) {
            this.stopAfter = stopAfter;
        }

        @Override
        public void metric(String tag, long step, double value) {
            values.computeIfAbsent(tag, key -> new ArrayList<>()).add(value);
            if (count.incrementAndGet() == stopAfter && run != null) {
                run.stop();
            }
        }
    }

    private RunSummary train(ExperimentSpec spec, Listener listener) {
        Run run = new Experiments(TinyLemol.CATALOGUE, runs).create(spec, "", List.of(), List.of(listener));
        listener.run = run;
        run.execute();
        return RunSummary.read(run.folder().resolve("summary.json"));
    }

    private Map<String, List<Double>> metrics(SpecDraft draft) {
        Listener listener = new Listener(0);
        RunSummary summary = train(draft.resolve(), listener);
        assertThat(summary.message()).isEmpty();
        assertThat(summary.state()).isEqualTo("finished");
        assertThat(listener.values.keySet())
                .allMatch(tag -> MetricDictionary.find(tag).isPresent());
        return listener.values;
    }

    private static List<Double> values(Map<String, List<Double>> metrics, String tag) {
        assertThat(metrics).containsKey(tag);
        return Objects.requireNonNull(metrics.get(tag));
    }

    private static double mean(Map<String, List<Double>> metrics, String tag) {
        return values(metrics, tag).stream()
                .mapToDouble(value -> value)
                .average()
                .orElseThrow();
    }

    @Test
    void aRunStoppedAnywhereEndsInTheSameBytes() {
        Listener listener = new Listener(0);
        RunSummary whole = train(TinyLemol.draft().resolve(), listener);
        assertThat(whole.state()).isEqualTo("finished");
        int metrics = listener.count.get();
        for (int part = 1; part < 8; part++) {
            Listener stopper = new Listener(metrics * part / 8);
            train(TinyLemol.draft().resolve(), stopper);
            Path folder = Objects.requireNonNull(stopper.run).folder();
            Run resumed = new Experiments(TinyLemol.CATALOGUE, runs).resume(folder.toString(), List.of(), List.of());
            resumed.execute();
            RunSummary end = RunSummary.read(folder.resolve("summary.json"));
            assertThat(end.weightsSha256()).as("stopped at part %d", part).isEqualTo(whole.weightsSha256());
            assertThat(end.metricsSha256()).as("stopped at part %d", part).isEqualTo(whole.metricsSha256());
        }
    }

    @Test
    void listenersHearWhatAgentsPredictAndKnowOfLearningAndChangeNothing() {
        Set<String> names = new TreeSet<>();
        Set<Integer> trajectories = new TreeSet<>();
        Listener listener = new Listener(0) {
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
        RunSummary heard = train(TinyLemol.draft().resolve(), listener);
        assertThat(names)
                .containsExactlyInAnyOrder(
                        "0 action_probabilities 0",
                        "0 learning_feature 1",
                        "0 prediction 1",
                        "1 action_probabilities 1");
        assertThat(trajectories).contains(11);
        RunSummary unheard = train(TinyLemol.draft().resolve(), new Listener(0));
        assertThat(heard.weightsSha256()).isEqualTo(unheard.weightsSha256());
        assertThat(heard.metricsSha256()).isEqualTo(unheard.metricsSha256());
    }

    @Test
    void crossEntropyInPlayMayBeThatOfThePublishedProgram() {
        SpecDraft draft = TinyLemol.draft().policyOption("bad", "published_in_play_cross_entropy", true);
        Map<String, List<Double>> metrics = metrics(draft);
        // Five classes: -ln(e + 4) at worst, 1 - ln(e + 4) at best.
        assertThat(values(metrics, "adversary 0/in_play_cross_entropy/agent 0"))
                .allSatisfy(value -> assertThat(value).isBetween(-1.904833, -0.904832));
    }

    @Test
    void predictionsInPlayAndInStudyAreMeasured() {
        Map<String, List<Double>> metrics = metrics(TinyLemol.draft());
        assertThat(mean(metrics, "adversary 0/in_play_accuracy/agent 0")).isBetween(0.0, 1.0);
        assertThat(mean(metrics, "adversary 0/in_play_accuracy_ceiling/agent 0"))
                .isBetween(0.2, 1.0);
        assertThat(mean(metrics, "adversary 0/in_play_cross_entropy/agent 0")).isPositive();
        assertThat(metrics.get("adversary 0/opponent_model_loss/agent 0")).hasSizeGreaterThanOrEqualTo(8);
        assertThat(metrics).doesNotContainKey("agent 0/opponent_model_loss/adversary 0");
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

    @Test
    void theTrainedModelOfThePresetPredictsFromTheFirstLearningEpisodeOnAndStaysAsItIs() {
        SpecDraft draft = new SpecDraft(TinyLemol.CATALOGUE)
                .over(TinyLemol.CATALOGUE.presetLayer("lemol-push-pretrained"))
                .endLayer()
                .policyOption("batch_size", 32)
                .policyOption("warm_up_steps", 100)
                .runOption("num_episodes", 250);
        Map<String, List<Double>> metrics = metrics(draft);
        assertThat(mean(metrics, "adversary 0/in_play_accuracy/agent 0")).isGreaterThan(0.25);
        assertThat(metrics).doesNotContainKey("adversary 0/opponent_model_loss/agent 0");
    }

    @Test
    void anOracleIsAlwaysRightAndTrainsNoModel() {
        Map<String, List<Double>> metrics = metrics(TinyLemol.draft().policyOption("feed_lemol_true_action", true));
        assertThat(mean(metrics, "adversary 0/in_play_accuracy/agent 0")).isEqualTo(1.0);
        assertThat(metrics).doesNotContainKey("adversary 0/opponent_model_loss/agent 0");
    }

    @Test
    void anOracleMayKeepItsTruthForSomeSteps() {
        Map<String, List<Double>> metrics = metrics(TinyLemol.draft()
                .policyOption("feed_lemol_true_action", true)
                .policyOption("feed_lemol_true_action_before", 5)
                .policyOption("feed_lemol_true_action_after", 19)
                .policyOption("lemol_oracle_baseline_acc", 0.0));
        assertThat(mean(metrics, "adversary 0/in_play_accuracy/agent 0")).isBetween(0.4, 0.65);
    }

    @Test
    void influenceIsReportedAsOftenAsAsked() {
        SpecDraft every =
                TinyLemol.draft().policyOption("log_om_influence", true).policyOption("log_om_influence_freq", 1);
        SpecDraft third =
                TinyLemol.draft().policyOption("log_om_influence", true).policyOption("log_om_influence_freq", 3);
        String tag = "adversary 0/opponent_model_influence";
        int all = Objects.requireNonNull(metrics(every).get(tag)).size();
        assertThat(Objects.requireNonNull(metrics(third).get(tag))).hasSize(all / 3);
    }

    @Test
    void anOracleMayBeWrongAtTimes() {
        Map<String, List<Double>> metrics = metrics(TinyLemol.draft()
                .policyOption("feed_lemol_true_action", true)
                .policyOption("lemol_true_action_feed_proportion", 0.0)
                .policyOption("lemol_oracle_baseline_acc", 0.5));
        assertThat(mean(metrics, "adversary 0/in_play_accuracy/agent 0")).isBetween(0.45, 0.75);
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
        Map<String, List<Double>> metrics = metrics(TinyLemol.draft().policyOption("bad", option, true));
        assertThat(mean(metrics, "adversary 0/opponent_model_loss/agent 0")).isPositive();
        assertThat(metrics.containsKey("adversary 0/opponent_model_influence"))
                .isEqualTo(option.equals("log_om_influence"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"block_processing", "recurrent_om_prediction"})
    void modelsMayLackParts(String option) {
        metrics(TinyLemol.draft()
                .policyOption("bad", option, false)
                .policyOption("bad", "fully_decentralise_lemol", true));
    }

    @Test
    void bothSidesMayModelEachOther() {
        SpecDraft draft = TinyLemol.draft().algorithm("good", "lemol");
        TinyLemol.small(draft, "good");
        Map<String, List<Double>> metrics = metrics(draft);
        assertThat(metrics)
                .containsKeys("adversary 0/opponent_model_loss/agent 0", "agent 0/opponent_model_loss/adversary 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"separate", "shared"})
    void manyAgentsAreModelledWithOrWithoutCommonWeights(String weights) {
        Map<String, List<Double>> metrics = metrics(TinyLemol.draft()
                .scenario("simple_tag")
                .policyOption("bad", "model_team_mates", true)
                .policyOption("bad", "opponent_model_weights", weights)
                .runOption("traj_per_iter", 1));
        for (String modelled : List.of("adversary 1", "adversary 2", "agent 0")) {
            assertThat(metrics).containsKey("adversary 0/opponent_model_loss/" + modelled);
        }
    }

    @Test
    void messagesArePredictedHeadByHead() {
        Map<String, List<Double>> metrics = metrics(TinyLemol.draft()
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
    void episodesThatEndEarlyAreLearnedFrom() {
        Map<String, List<Double>> metrics =
                metrics(TinyLemol.draft().scenario("uav").runOption("num_episodes", 60));
        assertThat(mean(metrics, "episode_length")).isLessThan(25);
        assertThat(mean(metrics, "adversary 0/opponent_model_loss/agent 0")).isPositive();
    }

    @Test
    void opponentsTakeTurns() {
        SpecDraft draft = TinyLemol.draft()
                .algorithms("good", List.of("maddpg", "mmmaddpg"))
                .policyOption("good-2", "batch_size", 32)
                .policyOption("good-2", "warm_up_steps", 100)
                .policyOption("good-2", "agent_update_freq", 25)
                .runOption("original_tags", true);
        Map<String, List<Double>> metrics = metrics(draft);
        assertThat(mean(metrics, "adversary 0/opponent_model_loss/agent 0")).isPositive();
        int updates = values(metrics, "agent 0/critic_loss").size();
        assertThat(updates).isPositive();
        assertThat(values(metrics, "q_loss_maddpg-good")).hasSize(updates / 2);
        assertThat(values(metrics, "q_loss_mmmaddpg-good")).hasSize(updates / 2);
        assertThat(values(metrics, "q_loss_lemol-bad")).isEqualTo(metrics.get("adversary 0/critic_loss"));
    }

    @Test
    void experienceMayLieElsewhereAndBeStudiedAlone() {
        String folder = runs.resolve("pool").toString();
        metrics(TinyLemol.draft().policyOption("bad", "lemol_save_path", folder));
        Map<String, List<Double>> metrics = metrics(TinyLemol.draft()
                .policyOption("bad", "lemol_save_path", folder)
                .runOption("skip_to_om_training", true));
        assertThat(metrics).containsKey("adversary 0/opponent_model_loss/agent 0");
        assertThat(metrics).doesNotContainKey("adversary 0/episode_return");
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
        Map<String, List<Double>> metrics = metrics(play);
        assertThat(metrics.get("adversary 0/in_play_accuracy/agent 0")).hasSize(14);
        assertThat(mean(metrics, "adversary 0/in_play_cross_entropy/agent 0")).isPositive();
    }

    @Test
    void runThatOnlyPlaysResumesToTheSameMeasures() {
        SpecDraft play = TinyLemol.draft()
                .runOption("n_opp_cycles", 1)
                .runOption("traj_per_iter", 1)
                .runOption("test", true)
                .policyOption("bad", "lemol_in_play_perf_log_freq", 60);
        Listener listener = new Listener(0);
        RunSummary whole = train(play.resolve(), listener);
        assertThat(listener.values).containsKey("adversary 0/in_play_accuracy/agent 0");
        Listener stopper = new Listener(listener.count.get() / 2);
        assertThat(train(play.resolve(), stopper).state()).isEqualTo("stopped");
        Path folder = Objects.requireNonNull(stopper.run).folder();
        new Experiments(TinyLemol.CATALOGUE, runs)
                .resume(folder.toString(), List.of(), List.of())
                .execute();
        assertThat(RunSummary.read(folder.resolve("summary.json")).metricsSha256())
                .isEqualTo(whole.metricsSha256());
    }

    /** The oracle knows the truth, so its predictions are right whenever what it is told is executed. */
    @Test
    void anOracleIsMeasuredAsPerfect() {
        SpecDraft oracle = TinyLemol.draft()
                .policyOption("bad", "feed_lemol_true_action", true)
                .runOption("n_opp_cycles", 1)
                .runOption("traj_per_iter", 1)
                .runOption("test", true);
        assertThat(metrics(oracle).get("adversary 0/in_play_accuracy/agent 0")).containsOnly(1.0);
    }

    @Test
    void aFolderOfExperienceBelongsToOneRunAtATime() throws IOException {
        Path folder = runs.resolve("pool");
        SpecDraft draft = TinyLemol.draft().policyOption("bad", "lemol_save_path", folder.toString());
        Path lock = folder.resolve("seat-0/training.lock");
        Files.createDirectories(folder.resolve("seat-0"));
        try (LockFile held = LockFile.take(lock).orElseThrow()) {
            assertThat(held).isNotNull();
            assertThat(refusal(draft))
                    .isEqualTo("Policy bad: Another run that is training writes to the folder " + folder
                            + "/seat-0; wait for its end, or choose another folder.");
            assertThat(runs.resolve("refused")).doesNotExist();
            // Who only plays writes nothing.
            assertThat(metrics(TinyLemol.draft()
                            .policyOption("bad", "lemol_save_path", folder.toString())
                            .runOption("n_opp_cycles", 1)
                            .runOption("traj_per_iter", 1)
                            .runOption("test", true)))
                    .containsKey("adversary 0/episode_return");
        }
        metrics(draft);
        LockFile.take(lock).orElseThrow().close();
        SpecDraft turns = TinyLemol.draft().algorithms("bad", List.of("lemol", "lemol"));
        TinyLemol.small(turns, "bad-2");
        turns.policyOption("batch_size", 32).policyOption("lemol_save_path", folder.toString());
        assertThat(refusal(turns))
                .isEqualTo("Policy bad-2: Both policies \"bad\" and \"bad-2\" would write to the folder " + folder
                        + "/seat-0; give each one of its own.");
    }

    private String refusal(SpecDraft draft) {
        List<String> messages = new ArrayList<>();
        Run run = new Experiments(TinyLemol.CATALOGUE, runs)
                .create(draft.resolve(), "refused", List.of(), List.of(new RunListener() {
                    @Override
                    public void failed(String message, Throwable cause) {
                        assertThat(cause).isInstanceOf(OptionException.class);
                        messages.add(message);
                    }
                }));
        assertThat(run.execute().state()).isEqualTo(RunState.FAILED);
        assertThat(messages).hasSize(1);
        return messages.get(0);
    }

    @Test
    void episodesThatEndEarlyMayMakeTrajectoriesTooShort() {
        SpecDraft draft =
                TinyLemol.draft().scenario("uav").runOption("num_episodes", 60).policyOption("bad", "chunk_length", 50);
        List<String> notices = new ArrayList<>();
        Run run = new Experiments(TinyLemol.CATALOGUE, runs)
                .create(draft.resolve(), "short", List.of(), List.of(new RunListener() {
                    @Override
                    public void notice(String sentence) {
                        notices.add(sentence);
                    }
                }));
        assertThat(run.execute().state()).isEqualTo(RunState.FINISHED);
        assertThat(notices)
                .hasSize(2)
                .allMatch(sentence -> sentence.contains("learns nothing in this cycle: its chunks have 1250 steps"));
    }

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
    void predictionsMadeAnewTeachThePolicySomethingElse() {
        Map<String, List<Double>> published = metrics(TinyLemol.draft());
        Map<String, List<Double>> anew = metrics(TinyLemol.draft().policyOption("bad", "predict_anew", true));
        assertThat(anew.keySet()).isEqualTo(published.keySet());
        assertThat(anew.get("adversary 0/policy_loss")).isNotEqualTo(published.get("adversary 0/policy_loss"));
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
        metrics(TinyLemol.draft().policyOption("bad", "lemol_save_path", folder));
        Map<String, List<Double>> played = metrics(TinyLemol.draft()
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
