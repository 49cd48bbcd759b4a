package io.particlearena.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.particlearena.store.LockFile;
import io.particlearena.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunFolderTest {

    private static final String SPEC = """
            {"scenario": "simple_tag", "scenario_options": {"num_adversaries": 3, "sizes": [1, 2]},
             "policies": {"good": {"algorithm": "maddpg", "options": {"lr": 0.01}}, "bad": {"algorithm": "ddpg", "options": {}}},
             "assignment": {}, "run": {"num_episodes": 500}, "seed": 7}
            """;

    @TempDir
    Path runs;

    @Test
    void summaryComesBack() {
        RunSummary summary = summary("finished");
        Path file = runs.resolve("summary.json");
        summary.write(file);
        assertThat(RunSummary.read(file)).isEqualTo(summary);
    }

    @Test
    void damagedSummaryIsNamed() throws IOException {
        Path file = runs.resolve("summary.json");
        assertThatThrownBy(() -> RunSummary.read(file)).hasMessage(file + " does not exist.");
        Files.writeString(file, "{\"state\": ");
        assertThatThrownBy(() -> RunSummary.read(file))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(file + " is damaged: it is no summary of a run.");
    }

    @Test
    void listingTellsWhatARunIs() throws IOException {
        RunFolder run = run("first", "finished");
        List<RunListing> runsFound = list(runs);
        assertThat(runsFound).hasSize(1);
        RunListing listing = runsFound.get(0);
        assertThat(listing.folder()).isEqualTo(run);
        assertThat(listing.name()).isEqualTo("first");
        assertThat(listing.state()).isEqualTo("finished");
        assertThat(listing.scenario()).isEqualTo("simple_tag");
        assertThat(listing.algorithms()).containsExactly(Map.entry("good", "maddpg"), Map.entry("bad", "ddpg"));
        assertThat(listing.seed()).contains(7L);
        assertThat(listing.episodes()).isEqualTo(100);
        assertThat(listing.episodesInAll()).isEqualTo(500);
        assertThat(listing.finalReturns()).containsEntry("agent 0", -1.5);
        assertThat(listing.sideReturns()).containsExactly(Map.entry("good", -1.5));
        assertThat(listing.started()).contains(Instant.parse("2026-11-21T10:15:00Z"));
        assertThat(listing.options())
                .containsEntry("scenario", "simple_tag")
                .containsEntry("seed", "7")
                .containsEntry("policies.bad.algorithm", "ddpg")
                .containsEntry("policies.good.lr", "0.01")
                .containsEntry("scenario_options.num_adversaries", "3")
                .containsEntry("scenario_options.sizes", "1,2")
                .containsEntry("run.num_episodes", "500")
                .doesNotContainKey("assignment");
        assertThat(listing.problem()).isEmpty();
        assertThat(listing.hasCheckpoint()).isFalse();
        assertThat(listing.canGoOn()).isFalse();
        Files.createDirectories(run.checkpoints());
        Files.writeString(run.checkpoints().resolve("checkpoint-000000000005.state"), "");
        assertThat(list(runs).get(0).hasCheckpoint()).isTrue();
    }

    @Test
    void damagedRunsAreListedWithTheirProblem() throws IOException {
        run("whole", "finished");
        RunFolder withoutSpec = run("without spec", "finished");
        Files.delete(withoutSpec.spec());
        RunFolder brokenSummary = run("broken summary", "finished");
        Files.writeString(brokenSummary.summary(), "no JSON");
        RunFolder strangeSpec = run("strange spec", "finished");
        Files.writeString(strangeSpec.spec(), "[1, 2]");
        Files.createDirectories(runs.resolve("holiday pictures"));
        Files.writeString(runs.resolve("file"), "");

        List<RunListing> found = list(runs);
        assertThat(found)
                .extracting(RunListing::name)
                .containsExactlyInAnyOrder("whole", "without spec", "broken summary", "strange spec");
        assertThat(named("whole", found).problem()).isEmpty();
        assertThat(named("without spec", found).problem()).contains("spec.json");
        assertThat(named("broken summary", found).problem()).contains("summary.json");
        assertThat(named("broken summary", found).state()).isEqualTo("unknown");
        assertThat(named("strange spec", found).seed()).isEmpty();
    }

    private static RunListing named(String name, List<RunListing> listings) {
        return listings.stream()
                .filter(listing -> listing.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void runWhoseProcessDiedIsInterrupted() throws IOException {
        RunFolder run = run("run", "running");
        assertThat(list(runs).get(0).state()).isEqualTo("interrupted");
        assertThat(list(runs).get(0).canGoOn()).isTrue();
        try (LockFile lock = run.lock()) {
            assertThat(lock).isNotNull();
            assertThat(list(runs).get(0).state()).isEqualTo("running");
        }
        assertThat(list(runs).get(0).state()).isEqualTo("interrupted");
    }

    @Test
    void runIsTrainedByOneAtATime() throws IOException {
        RunFolder run = run("run", "running");
        try (LockFile lock = run.lock()) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(run::lock).hasMessage("Run run is in progress elsewhere.");
            assertThat(run.isLocked()).isTrue();
            assertThat(new RunFolder(runs.resolve(".").resolve("run")).isLocked())
                    .isTrue();
        }
        assertThat(run.isLocked()).isFalse();
        run.lock().close();
    }

    @Test
    void folderThatDoesNotExistHoldsNoRuns() throws IOException {
        assertThat(list(runs.resolve("nowhere"))).isEmpty();
    }

    private static List<RunListing> list(Path folder) {
        return new RunIndex(new Workspace(folder))
                .update().runs().stream().map(WorkspaceRun::listing).toList();
    }

    private RunFolder run(String name, String state) throws IOException {
        RunFolder run = new RunFolder(runs.resolve(name));
        Files.createDirectories(run.path());
        Files.writeString(run.spec(), SPEC);
        Files.writeString(run.provenance(), "{\"started\": \"2026-11-21T10:15:00Z\"}");
        summary(state).write(run.summary());
        return run;
    }

    private static RunSummary summary(String state) {
        return new RunSummary(state, 100, 2500, 40, 1.5, Map.of("agent 0", -1.5), Map.of("good", -1.5), "ab", "cd", "");
    }
}
