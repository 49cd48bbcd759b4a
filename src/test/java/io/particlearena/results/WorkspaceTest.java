package io.particlearena.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.particlearena.options.OptionException;
import io.particlearena.store.LockFile;
import io.particlearena.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WorkspaceTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T10:15:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path runs;

    @SuppressWarnings("NullAway.Init")
    private Workspace workspace;

    @BeforeEach
    void open() {
        runs = folder.resolve("runs");
        workspace = new Workspace(runs, CLOCK);
    }

    @Test
    void titlesTagsAndColoursStayWithTheRun() throws IOException {
        Path run = run("one");
        workspace.rename(run, "  The first  ");
        workspace.tag(run, "paper");
        workspace.tag(run, "good seed");
        workspace.tag(run, "paper");
        workspace.paint(run, OptionalInt.of(0x1f6fc4));
        assertThat(metadata("one"))
                .isEqualTo(new RunMetadata(
                        "The first", List.of("paper", "good seed"), OptionalInt.of(0x1f6fc4), OptionalInt.empty()));
        assertThat(new RunIndex(workspace).update().runs())
                .singleElement()
                .satisfies(found -> assertThat(found.title()).isEqualTo("The first"));
        assertThat(run).isDirectory();

        workspace.untag(run, "paper");
        workspace.untag(run, "unknown");
        workspace.rename(run, "");
        workspace.paint(run, OptionalInt.empty());
        assertThat(metadata("one"))
                .isEqualTo(new RunMetadata("", List.of("good seed"), OptionalInt.empty(), OptionalInt.empty()));
        workspace.untag(run, "good seed");
        assertThat(workspace.content().runs()).isEmpty();
    }

    @Test
    void automaticColoursAreGivenOnceAndGoWithTheRun() throws IOException {
        Path run = run("one");
        workspace.keepAutomaticColours(Map.of(run, 0x2c6ed4));
        workspace.keepAutomaticColours(Map.of(run, 0xdb7104, run("two"), 0x2ca483));
        workspace.paint(run, OptionalInt.of(0x1f6fc4));
        workspace.paint(run, OptionalInt.empty());
        assertThat(metadata("one").automaticColour()).hasValue(0x2c6ed4);
        assertThat(metadata("two").automaticColour()).hasValue(0x2ca483);
        workspace.delete(run);
        assertThat(workspace.content().runs()).doesNotContainKey("one");
        workspace.restore("one");
        assertThat(metadata("one").automaticColour()).hasValue(0x2c6ed4);
        workspace.delete(run);
        workspace.emptyTrash();
        assertThat(workspace.content().runs()).containsOnlyKeys("two");
    }

    @Test
    void automaticColoursLeaveADamagedFileAlone() throws IOException {
        Path run = run("one");
        Path file = runs.resolve("workspace.json");
        Files.writeString(file, "{\"format\": \"particle-are");
        workspace.keepAutomaticColours(Map.of(run, 0x2c6ed4));
        assertThat(file).hasContent("{\"format\": \"particle-are");
        assertThat(runs.resolve("workspace.json.kept")).doesNotExist();
    }

    @Test
    void notesBesideChartsStayUntilTheyAreEmptied() {
        workspace.note(new ChartNote("agent 0/critic_loss", 12_000, " learning rate cut "));
        workspace.note(new ChartNote("score", 5, "first"));
        workspace.note(new ChartNote("score", 5, "second"));
        assertThat(new Workspace(runs, CLOCK).notes())
                .containsExactly(
                        new ChartNote("agent 0/critic_loss", 12_000, "learning rate cut"),
                        new ChartNote("score", 5, "second"));
        workspace.note(new ChartNote("agent 0/critic_loss", 12_000, ""));
        assertThat(workspace.notes()).containsExactly(new ChartNote("score", 5, "second"));
    }

    @Test
    void textsThatWouldBreakListsAreRefused() throws IOException {
        Path run = run("one");
        assertThatThrownBy(() -> workspace.tag(run, "a,b"))
                .isInstanceOf(OptionException.class)
                .hasMessage("The tag is \"a,b\", but must be a text without commas.");
        assertThatThrownBy(() -> workspace.tag(run, "  ")).isInstanceOf(OptionException.class);
        assertThatThrownBy(() -> workspace.rename(run, "two\nlines"))
                .hasMessageContaining("must be one line of at most 200 characters");
        assertThatThrownBy(() -> workspace.rename(run, "x".repeat(201))).isInstanceOf(OptionException.class);
        assertThat(runs.resolve("workspace.json")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"format\": \"particle-are",
                "",
                "[]",
                "{\"name\": \"my VS Code workspace\"}",
                "{\"format\": \"particle-arena-workspace\", \"version\": 2}",
                "{\"format\": \"particle-arena-workspace\", \"version\": 1, \"runs\": {\"one\": {\"tags\": \"paper\"}}}",
                "{\"format\": \"particle-arena-workspace\", \"version\": 1, \"runs\": {\"one\": {\"colour\": \"red\"}}}",
                "{\"format\": \"particle-arena-workspace\", \"version\": 1, \"directories\": [1]}"
            })
    void damagedOrForeignFileIsSaidInOneSentenceAndKept(String content) throws IOException {
        Path run = run("one");
        Path file = runs.resolve("workspace.json");
        Files.writeString(file, content);
        Files.writeString(runs.resolve("workspace.json.kept"), "an earlier one");
        assertThat(workspace.content().runs()).isEmpty();
        assertThat(new RunIndex(workspace).update().problems())
                .singleElement()
                .asString()
                .startsWith(file + " is ")
                .contains("the next change keeps it as workspace.json.kept-2")
                .endsWith(".")
                .doesNotContain("\n");
        assertThat(file).hasContent(content);

        workspace.tag(run, "paper");
        assertThat(metadata("one").tags()).containsExactly("paper");
        assertThat(runs.resolve("workspace.json.kept-2")).hasContent(content);
        assertThat(runs.resolve("workspace.json.kept")).hasContent("an earlier one");
        assertThat(new RunIndex(workspace).update().problems()).isEmpty();
    }

    @Test
    void whatTheProgramDoesNotKnowStaysInTheFile() throws IOException {
        Path run = run("one");
        Files.writeString(runs.resolve("workspace.json"), """
                {"format": "particle-arena-workspace", "version": 1, "layout": {"wide": true},
                 "runs": {"one": {"title": "First", "stars": 5}, "gone": {"title": "Gone"}}}
                """);
        workspace.rename(run, "");
        workspace.tag(run, "paper");
        assertThat(runs.resolve("workspace.json"))
                .content()
                .contains("\"stars\" : 5", "\"wide\" : true", "\"Gone\"", "\"paper\"")
                .doesNotContain("First");
    }

    @Test
    void anUnreadableFileIsNeverOverwritten() throws IOException {
        Path run = run("one");
        Files.createDirectories(runs.resolve("workspace.json"));
        assertThat(workspace.content().problem()).contains("cannot be read");
        assertThatThrownBy(() -> workspace.tag(run, "paper"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot be changed");
        assertThat(runs.resolve("workspace.json")).isDirectory();
    }

    @Test
    void changesOfSeveralThreadsAllArrive() throws Exception {
        Path run = run("one");
        List<Thread> threads = Stream.of("a", "b", "c", "d")
                .map(tag -> new Thread(() -> new Workspace(runs).tag(run, tag)))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(metadata("one").tags()).containsExactlyInAnyOrder("a", "b", "c", "d");
    }

    @Test
    void deletedRunComesBackWithItsNotes() throws IOException {
        Path run = run("one");
        workspace.rename(run, "First");
        workspace.delete(run);
        assertThat(run).doesNotExist();
        assertThat(new RunIndex(workspace).update().runs()).isEmpty();
        assertThat(workspace.trash()).singleElement().satisfies(deleted -> {
            assertThat(deleted.name()).isEqualTo("one");
            assertThat(deleted.title()).isEqualTo("First");
            assertThat(deleted.scenario()).isEqualTo("simple_tag");
            assertThat(deleted.deleted()).contains(LocalDateTime.of(2026, 11, 21, 10, 15));
            assertThat(deleted.entry()).isEqualTo("one.deleted-20261121-101500");
        });
        // A new run of that name is not the old one.
        run("one");
        assertThat(metadata("one").title()).isEmpty();

        assertThat(workspace.restore("one")).isEqualTo(runs.resolve("one-2"));
        assertThat(metadata("one-2").title()).isEqualTo("First");
        assertThat(runs.resolve("one-2/spec.json")).exists();
        assertThat(workspace.trash()).isEmpty();
        assertThatThrownBy(() -> workspace.restore("one"))
                .hasMessage("There is no run \"one\" in " + runs.resolve(".trash") + ".");
    }

    @Test
    void runsDeletedInTheSameSecondAreKeptApart() throws IOException {
        Files.writeString(run("one").resolve("mark"), "older");
        workspace.delete(runs.resolve("one"));
        Files.writeString(run("one").resolve("mark"), "newer");
        workspace.delete(runs.resolve("one"));
        assertThat(workspace.trash()).extracting(TrashedRun::name).containsExactly("one", "one");
        workspace.restore("one.deleted-20261121-101500-2");
        assertThat(runs.resolve("one/mark")).hasContent("newer");
    }

    @Test
    void aFolderThatSomebodyPutIntoTheTrashCanBeRestoredToo() throws IOException {
        Path run = run("one");
        Files.createDirectories(workspace.trashFolder());
        Files.move(run, workspace.trashFolder().resolve("by hand"));
        assertThat(workspace.trash()).extracting(TrashedRun::name).containsExactly("by hand");
        assertThat(workspace.restore("by hand"))
                .isEqualTo(runs.resolve("by hand"))
                .isDirectory();
    }

    @Test
    void aRunThatIsTrainedIsNotDeleted() throws IOException {
        Path run = run("one");
        try (LockFile lock = new RunFolder(run).lock()) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> workspace.delete(run))
                    .isInstanceOf(OptionException.class)
                    .hasMessage("The run one is being trained; stop it first.");
        }
        assertThat(run).isDirectory();
        workspace.delete(run);
        assertThat(run).doesNotExist();
    }

    @Test
    void foldersOutsideAreNotDeleted() throws IOException {
        Path outside = Files.createDirectories(folder.resolve("elsewhere/run"));
        Path inside = Files.createDirectories(run("one").resolve("checkpoints"));
        for (Path path : List.of(outside, inside, runs, runs.resolve("../elsewhere/run"))) {
            assertThatThrownBy(() -> workspace.delete(path))
                    .isInstanceOf(OptionException.class)
                    .hasMessageContaining("does not lie in " + runs);
        }
        assertThat(outside).isDirectory();
    }

    @Test
    void tensorBoardDirectoriesAreOpenedAndClosed() throws IOException {
        Path directory = folder.resolve("tb");
        events(directory.resolve("sweep/lr 1"));
        events(directory.resolve("sweep/lr 2"));
        events(directory.resolve(".hidden"));
        Files.createDirectories(directory.resolve("empty"));
        run("own");
        workspace.open(directory);
        workspace.open(directory.resolve("sweep/.."));
        RunIndex index = new RunIndex(workspace);
        RunIndex.Contents contents = index.update();
        assertThat(contents.directories()).containsExactly(directory);
        assertThat(contents.runs())
                .extracting(WorkspaceRun::title)
                .containsExactlyInAnyOrder("own", "tb/sweep/lr 1", "tb/sweep/lr 2");
        assertThat(contents.runs())
                .filteredOn(run -> run.directory().isPresent())
                .allSatisfy(run -> {
                    assertThat(run.listing().isForeign()).isTrue();
                    assertThat(run.listing().started()).contains(Instant.ofEpochSecond(1_700_000_000));
                });
        assertThat(workspace.find("tb/sweep/lr 1")).isEqualTo(directory.resolve("sweep/lr 1"));
        workspace.tag(directory.resolve("sweep/lr 1"), "kept");
        assertThatThrownBy(() -> workspace.delete(directory.resolve("sweep/lr 1")))
                .hasMessageContaining("does not lie in");

        assertThatThrownBy(() -> workspace.open(directory.resolve("empty")))
                .hasMessage("There is no event file of TensorBoard in " + directory.resolve("empty") + ".");
        assertThatThrownBy(() -> workspace.open(folder.resolve("nowhere")))
                .hasMessage(folder.resolve("nowhere") + " is not a directory.");
        Files.move(directory, folder.resolve("moved"));
        assertThat(index.update().problems())
                .containsExactly("The opened directory " + directory + " cannot be found.");
        workspace.close(directory);
        assertThat(index.update().problems()).isEmpty();
        assertThatThrownBy(() -> workspace.close(directory)).hasMessage(directory + " is not open.");
        Files.move(folder.resolve("moved"), directory);
        workspace.open(directory);
        assertThat(index.update().runs())
                .filteredOn(run -> run.title().equals("tb/sweep/lr 1"))
                .singleElement()
                .satisfies(run -> assertThat(run.metadata().tags()).containsExactly("kept"));
    }

    @Test
    void runsAreFoundByNameAndByPath() throws IOException {
        Path run = run("one");
        assertThat(workspace.find("one")).isEqualTo(run);
        assertThat(workspace.find(run.toString())).isEqualTo(run);
        assertThatThrownBy(() -> workspace.find("two"))
                .hasMessage("There is no run \"two\" in " + runs + ", and no run's folder of that path.");
    }

    private RunMetadata metadata(String key) {
        return workspace.content().of(key);
    }

    private Path run(String name) throws IOException {
        Path run = Files.createDirectories(runs.resolve(name));
        Files.writeString(run.resolve("spec.json"), "{\"scenario\": \"simple_tag\"}");
        new RunSummary("stopped", 1, 1, 0, 1, Map.of(), Map.of(), "", "", "").write(run.resolve("summary.json"));
        return run;
    }

    private static void events(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("events.out.tfevents.1700000000.host"), "");
    }
}
