package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.results.MetricDictionary;
import io.particlearena.results.RunSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A small run of LeMOL, and what it measures. */
final class TinyLemol {

    static final Catalogue CATALOGUE = Catalogue.standard();

    private TinyLemol() {}

    /** Two cycles of two short trajectories on keep-away. */
    static SpecDraft draft() {
        SpecDraft draft = new SpecDraft(CATALOGUE)
                .scenario("simple_push")
                .algorithm("bad", "lemol")
                .algorithm("good", "maddpg")
                .policyOption("batch_size", 32)
                .policyOption("num_units", 16)
                .policyOption("warm_up_steps", 100)
                .policyOption("agent_update_freq", 25)
                .runOption("n_opp_cycles", 2)
                .runOption("traj_per_iter", 2)
                .runOption("num_episodes", 14)
                .runOption("save_rate", 4)
                .runOption("checkpoint_interval", 1)
                .seed(3);
        small(draft, "bad");
        return draft;
    }

    /** Makes a policy's opponent model small. */
    static void small(SpecDraft draft, String policy) {
        Map<String, Object> options = new TreeMap<>(Map.of(
                "block_processing", true,
                "recurrent_om_prediction", true,
                "chunk_length", 4,
                "num_traj_to_train", 2,
                "om_training_iters", 2,
                "lstm_hidden_dim", 8,
                "episode_embedding_dim", 8,
                "in_ep_lstm_dim", 4,
                "lemol_in_play_perf_log_freq", 25));
        options.forEach((key, value) -> draft.policyOption(policy, key, value));
    }

    static RunSummary train(Path runs, ExperimentSpec spec, MetricListener listener) {
        Run run = new Experiments(CATALOGUE, runs).create(spec, "", List.of(), List.of(listener));
        listener.listenTo(run);
        run.execute();
        return RunSummary.read(run.folder().resolve("summary.json"));
    }

    /** The metrics of a run that finishes, by tag. */
    static Map<String, List<Double>> metrics(Path runs, SpecDraft draft) {
        MetricListener listener = new MetricListener(0);
        RunSummary summary = train(runs, draft.resolve(), listener);
        assertThat(summary.message()).isEmpty();
        assertThat(summary.state()).isEqualTo("finished");
        assertThat(listener.values().keySet())
                .allMatch(tag -> MetricDictionary.find(tag).isPresent());
        return listener.values();
    }

    static List<Double> values(Map<String, List<Double>> metrics, String tag) {
        assertThat(metrics).containsKey(tag);
        return Objects.requireNonNull(metrics.get(tag));
    }

    static double mean(Map<String, List<Double>> metrics, String tag) {
        return values(metrics, tag).stream()
                .mapToDouble(value -> value)
                .average()
                .orElseThrow();
    }
}
