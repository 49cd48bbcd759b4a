package io.particlearena.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.fuzz.EventMutations;
import io.particlearena.fuzz.Fuzzer;
import io.particlearena.fuzz.JsonMutations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Event files, summaries, descriptions of runs and workspaces that were changed at random. */
final class ResultsFuzzTest {

    private static final String SPEC = """
            {"title": "A title", "scenario": "simple_tag", "scenario_options": {"max_episode_len": 25},
            "policies": {"good": {"algorithm": "maddpg", "options": {"lr": 0.01}}}, "opponents": ["good", "other"],
            "run": {"num_episodes": 25000, "traj_per_iter": 2}, "seed": 1}""";

    @TempDir
    private Path outside;

    private Fuzzer fuzzer;

    @BeforeEach
    void prepare() throws IOException {
        fuzzer = new Fuzzer(outside);
    }

    @Test
    void eventsAreReadOrCountedAsDamaged() throws Exception {
        Path folder = fuzzer.folder();
        try (EventWriter writer = EventWriter.create(folder)) {
            for (int step = 0; step < 60; step++) {
                writer.scalar("critic_loss", step, 0.5 * step);
                writer.scalar("agent 0/return", step, Double.NaN);
                writer.histogram("actions", step, Histogram.ofNumbered(new double[] {3, step + 1}), "moves");
            }
        }
        Path file = EventFiles.list(folder).get(0);
        fuzzer.cases(2_500).neverRefused().run(file, EventMutations::any, () -> {
            EventReader.Report report = EventReader.read(file, new SeriesStore());
            assertThat(report.nextOffset() + report.tornBytes()).isEqualTo(Files.size(file));
            SeriesStore store = SeriesLoader.load(folder);
            for (String tag : store.tags()) {
                SeriesView view = store.find(tag).orElseThrow().view();
                view.indexOf(30);
            }
            HistogramLoader.load(folder, store.histogramTags());
            MetricsDigest.of(folder);
        });
    }

    @Test
    void aSummaryIsReadOrRefused() throws Exception {
        Path file = fuzzer.folder().resolve("summary.json");
        new RunSummary("running", 1, 2, 3, 4.5, Map.of("a", 1.0), Map.of("good", 2.0), "abc", "def", "No.").write(file);
        fuzzer.cases(1_500).run(file, JsonMutations::any, () -> {
            RunSummary summary = RunSummary.read(file);
            assertThat(summary.finalReturns().values()).doesNotContainNull();
        });
    }

    @Test
    void aRunIsListedWhateverItsFilesHold() throws Exception {
        RunFolder run = new RunFolder(fuzzer.folder());
        Files.writeString(run.spec(), SPEC);
        new RunSummary("running", 1, 2, 3, 4.5, Map.of("a", 1.0), Map.of("good", 2.0), "abc", "def", "No.")
                .write(run.summary());
        Files.writeString(run.provenance(), "{\"seed\": 1, \"started\": \"2026-11-21T10:00:00Z\"}");
        for (Path file : new Path[] {run.spec(), run.summary(), run.provenance()}) {
            fuzzer.cases(800).neverRefused().run(file, JsonMutations::any, () -> {
                RunListing listing = RunListing.of(run);
                if (!listing.problem().isEmpty()) {
                    Fuzzer.checkSentence("listing", listing.problem(), null);
                }
            });
        }
    }

    @Test
    void aWorkspaceIsReadOrKeptAside() throws Exception {
        Path file = fuzzer.folder().resolve(WorkspaceFile.NAME);
        Files.writeString(file, """
                {"format": "particle-arena-workspace", "version": 1,
                "runs": {"some": {"title": "A title", "tags": ["a", "b"], "colour": "#1f6fc4", "automatic_colour": "#2c6ed4"}, "/other/run": {"title": "B"}},
                "directories": ["/data/events"], "notes": [{"tag": "critic_loss", "step": 12000, "text": "Here"}]}""");
        fuzzer.cases(1_500).neverRefused().run(file, JsonMutations::any, () -> {
            WorkspaceContent content = new WorkspaceFile(fuzzer.folder()).read();
            if (!content.problem().isEmpty()) {
                Fuzzer.checkSentence("workspace", content.problem(), null);
            }
        });
    }
}
