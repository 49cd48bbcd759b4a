package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.particlearena.options.OptionException;
import io.particlearena.results.EventReader;
import io.particlearena.results.EventSink;
import io.particlearena.results.Histogram;
import io.particlearena.results.HistogramLabels;
import io.particlearena.results.HistogramPoint;
import io.particlearena.results.MetricDictionary;
import io.particlearena.results.RunSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Histograms of whole runs of real algorithms. */
@Timeout(120)
final class RunHistogramsTest {

    private static final Catalogue CATALOGUE = Catalogue.standard();

    @TempDir
    private Path runs;

    /** All histograms of a run's files, those beyond a session's start left out. */
    private static final class Found implements EventSink {
        private final SortedMap<String, List<HistogramPoint>> points = new TreeMap<>();
        private final Map<String, String> descriptions = new TreeMap<>();

        @Override
        public void scalar(double wallTime, long step, String tag, float value) {
            // Histograms only.
        }

        @Override
        public boolean wantsHistogram(String tag) {
            return true;
        }

        @Override
        public void histogram(String tag, HistogramPoint point, String description) {
            points.computeIfAbsent(tag, key -> new ArrayList<>()).add(point);
            descriptions.put(tag, description);
        }

        @Override
        public void sessionStart(double wallTime, long step) {
            points.values().forEach(each -> each.removeIf(point -> point.step() >= step));
        }

        /** Everything but the clock, as texts. */
        List<String> lines() {
            List<String> lines = new ArrayList<>();
            points.forEach((tag, each) -> each.forEach(point -> lines.add(tag + " " + point.step() + " "
                    + Arrays.toString(point.histogram().edges()) + " "
                    + Arrays.toString(point.histogram().counts()))));
            return lines;
        }

        List<HistogramPoint> of(String tag) {
            assertThat(points).containsKey(tag);
            return Objects.requireNonNull(points.get(tag));
        }
    }

    private static Found read(Path folder) throws IOException {
        Found found = new Found();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> events = files.filter(
                            file -> String.valueOf(file.getFileName()).startsWith("events"))
                    .sorted()
                    .toList();
            for (Path file : events) {
                EventReader.read(file, found);
            }
        }
        return found;
    }

    private static SpecDraft draft(String algorithm) {
        if (algorithm.equals("lemol")) {
            return TinyLemol.draft().runOption("histogram_interval", 3);
        }
        return new SpecDraft(CATALOGUE)
                .over(CATALOGUE.presetLayer("maddpg-openai"))
                .algorithm("good", algorithm)
                .algorithm("bad", algorithm.equals("ppo") ? "maddpg" : algorithm)
                .policyOption("num_units", 16)
                .policyOption("batch_size", 32)
                .policyOption("warm_up_steps", 100)
                .policyOption("agent_update_freq", 20)
                .runOption("num_episodes", 16)
                .runOption("save_rate", 4)
                .runOption("checkpoint_interval", 2)
                .runOption("replay_buffer_capacity", 200)
                .runOption("histogram_interval", 3);
    }

    private static SpecDraft withNetworks(String algorithm) {
        SpecDraft draft = draft(algorithm).runOption("histogram_weights", true).runOption("histogram_gradients", true);
        return algorithm.equals("ppo") ? draft.policyOption("good", "ppo_history_length", 60) : draft;
    }

    private static SpecDraft without(String algorithm) {
        SpecDraft draft = draft(algorithm).runOption("histogram_interval", 0);
        return algorithm.equals("ppo") ? draft.policyOption("good", "ppo_history_length", 60) : draft;
    }

    private Run run(String name, ExperimentSpec spec, RunListener... listeners) {
        return new Experiments(CATALOGUE, runs).create(spec, name, List.of(), List.of(listeners));
    }

    private RunSummary execute(Run run) {
        run.execute();
        return RunSummary.read(run.folder().resolve("summary.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"maddpg", "mmmaddpg", "ppo", "lemol"})
    void learningIsTheSameToTheLastBitAndResumedRunsWriteTheSame(String algorithm) throws IOException {
        RunSummary plain = execute(run("plain", without(algorithm).resolve()));
        ExperimentSpec spec = withNetworks(algorithm).resolve();
        List<String> heard = new ArrayList<>();
        RunSummary shown = execute(run("shown", spec, new RunListener() {
            @Override
            public void histogram(String tag, long step, Histogram histogram, List<String> names) {
                heard.add(tag);
            }
        }));
        assertThat(shown.state()).isEqualTo("finished");
        assertThat(shown.updates()).isPositive();
        assertThat(shown.weightsSha256()).isEqualTo(plain.weightsSha256());
        assertThat(shown.metricsSha256()).isEqualTo(plain.metricsSha256());
        assertThat(read(runs.resolve("plain")).points).isEmpty();

        Found found = read(runs.resolve("shown"));
        assertThat(found.points.keySet())
                .allMatch(tag -> MetricDictionary.find(tag).isPresent());
        assertThat(heard).hasSize(found.lines().size());
        long last = found.lines().size();
        for (int part = 1; part < 4; part++) {
            long after = last * part / 4;
            Run[] stopped = new Run[1];
            long[] count = new long[1];
            stopped[0] = run("stopped-" + part, spec, new RunListener() {
                @Override
                public void histogram(String tag, long step, Histogram histogram, List<String> names) {
                    count[0]++;
                    if (count[0] == after) {
                        stopped[0].stop();
                    }
                }
            });
            assertThat(stopped[0].execute().state()).isEqualTo(RunState.STOPPED);
            Path folder = stopped[0].folder();
            new Experiments(CATALOGUE, runs)
                    .resume(folder.toString(), List.of(), List.of())
                    .execute();
            assertThat(read(folder).lines()).as("stopped at part %d", part).isEqualTo(found.lines());
        }
    }

    @Test
    void everyStepIsCountedUnderTheNameOfItsAction() throws IOException {
        execute(run("run", draft("maddpg").resolve()));
        Found found = read(runs.resolve("run"));
        String tag = "adversary 0/actions/move";
        assertThat(found.points.keySet()).allMatch(each -> each.endsWith("/actions/move"));
        assertThat(HistogramLabels.parse(found.descriptions.getOrDefault(tag, "")))
                .containsExactly("none", "right", "left", "up", "down");
        assertThat(found.of(tag)).extracting(HistogramPoint::step).containsExactly(75L, 150L, 225L, 300L, 375L);
        for (HistogramPoint point : found.of(tag)) {
            assertThat(point.histogram().edges()).containsExactly(-0.5, 0.5, 1.5, 2.5, 3.5, 4.5);
            // Three episodes of 25 steps; moves may be mixed, but weigh one together.
            assertThat(point.histogram().total()).isCloseTo(75, within(1e-3));
        }
    }

    @Test
    void weightsAndGradientsHaveAHistogramForEachVariable() throws IOException {
        execute(run("run", withNetworks("ppo").resolve()));
        Found found = read(runs.resolve("run"));
        for (String kind : List.of("weights", "gradients")) {
            for (String layer : List.of("0", "1", "2")) {
                assertThat(found.points)
                        .containsKey("agent 0/" + kind + "/policy/" + layer + "/weights")
                        .containsKey("agent 0/" + kind + "/policy/" + layer + "/bias")
                        .containsKey("agent 0/" + kind + "/value/" + layer + "/weights")
                        .containsKey("adversary 0/" + kind + "/critic/" + layer + "/bias");
            }
            Histogram second =
                    found.of("adversary 0/" + kind + "/policy/1/weights").get(0).histogram();
            assertThat(second.total()).isEqualTo(16 * 16);
        }
        Histogram slopes =
                found.of("adversary 0/gradients/critic/2/weights").get(0).histogram();
        assertThat(slopes.quantile(1)).isGreaterThan(slopes.quantile(0));
    }

    @Test
    void opponentModelsAreShownAfterTheirStudyAndTheirAccuracyByStep() throws IOException {
        execute(run("run", withNetworks("lemol").resolve()));
        Found found = read(runs.resolve("run"));
        List<String> models = found.points.keySet().stream()
                .filter(tag -> tag.startsWith("adversary 0/gradients/opponent_model/agent 0/"))
                .toList();
        assertThat(models).isNotEmpty();
        // Two cycles, each with one study.
        assertThat(models).allSatisfy(tag -> assertThat(found.of(tag)).hasSize(2));

        execute(run(
                "play",
                TinyLemol.draft()
                        .runOption("n_opp_cycles", 1)
                        .runOption("traj_per_iter", 1)
                        .runOption("num_episodes", 101)
                        .runOption("test", true)
                        .policyOption("bad", "lemol_in_play_perf_log_freq", 1)
                        .resolve()));
        Histogram profile = read(runs.resolve("play"))
                .of("adversary 0/in_play_accuracy_profile/agent 0")
                .get(0)
                .histogram();
        assertThat(profile.counts()).hasSize(25);
        assertThat(Arrays.stream(profile.counts()).max().orElseThrow()).isBetween(0.0, 1.0);
        assertThat(profile.total()).isPositive();
    }

    @Test
    void numbersOfABoxAreSortedIntoIntervals() throws IOException {
        execute(run(
                "run",
                new SpecDraft(CATALOGUE)
                        .scenario("simple_spread")
                        .scenarioOption("action_mode", "box")
                        .algorithm("good", "maddpg")
                        .policyOption("warm_up_steps", 1000)
                        .runOption("num_episodes", 4)
                        .runOption("histogram_interval", 2)
                        .resolve()));
        Found found = read(runs.resolve("run"));
        assertThat(found.points).isNotEmpty();
        found.points.forEach((tag, points) -> {
            assertThat(points).hasSize(2);
            assertThat(points.get(0).histogram().counts()).hasSize(30);
            assertThat(points.get(0).histogram().total()).isEqualTo(50);
        });
    }

    @Test
    void networksWithoutAnIntervalAreRefused() {
        assertThatThrownBy(() ->
                        without("maddpg").runOption("histogram_weights", true).resolve())
                .isInstanceOf(OptionException.class)
                .hasMessage("Option histogram_interval is 0, but must be at least 1 where histograms of weights or"
                        + " gradients are asked for.");
    }
}
