package io.particlearena.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.particlearena.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Symbolic links in a workspace. */
final class LinkedFilesTest {

    @TempDir
    private Path place;

    private Path runs;
    private Path elsewhere;
    private Workspace workspace;

    @BeforeEach
    void prepare() throws IOException {
        runs = Files.createDirectories(place.resolve("runs"));
        elsewhere = run(place.resolve("elsewhere"));
        workspace = new Workspace(runs);
    }

    private static Path run(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("checkpoints"));
        Files.writeString(
                folder.resolve("spec.json"),
                "{\"scenario\": \"simple\", \"policies\": {\"good\": {\"algorithm\": \"maddpg\"}}, \"seed\": 1}");
        new RunSummary("finished", 1, 2, 3, 4, Map.of(), Map.of(), "", "", "").write(folder.resolve("summary.json"));
        Files.writeString(folder.resolve("checkpoints/checkpoint-000000000025.state"), "a checkpoint");
        try (EventWriter writer = EventWriter.create(folder)) {
            writer.scalar("critic_loss", 1, 2);
        }
        return folder;
    }

    private List<WorkspaceRun> listed() {
        return new RunIndex(workspace).update().runs();
    }

    @Test
    void deletingALinkedRunTakesTheLinkAlone() throws IOException {
        Path link = Files.createSymbolicLink(runs.resolve("linked"), elsewhere);
        assertThat(listed()).hasSize(1);
        workspace.delete(link);
        assertThat(listed()).isEmpty();
        assertThat(workspace.trash()).hasSize(1);
        assertThat(workspace.emptyTrash()).isEqualTo(1);
        assertThat(workspace.trash()).isEmpty();
        assertThat(elsewhere.resolve("checkpoints/checkpoint-000000000025.state"))
                .hasContent("a checkpoint");
        assertThat(elsewhere.resolve("spec.json")).exists();
    }

    @Test
    void aLinkThatLeadsNowhereFromTheTrashComesBackOrGoes() throws IOException {
        Path link = Files.createSymbolicLink(runs.resolve("linked"), Path.of("../elsewhere"));
        workspace.delete(link);
        assertThat(workspace.restore("linked")).isEqualTo(link);
        assertThat(listed()).hasSize(1);
        workspace.delete(link);
        assertThat(workspace.emptyTrash()).isEqualTo(1);
        assertThat(runs.resolve(".trash")).isEmptyDirectory();
        assertThat(elsewhere.resolve("spec.json")).exists();
    }

    @Test
    void deletingARunLeavesWhatItsLinksPointAt() throws IOException {
        Path run = run(runs.resolve("own"));
        Files.createSymbolicLink(run.resolve("episodes"), elsewhere.resolve("checkpoints"));
        workspace.delete(run);
        workspace.emptyTrash();
        assertThat(run).doesNotExist();
        assertThat(elsewhere.resolve("checkpoints/checkpoint-000000000025.state"))
                .hasContent("a checkpoint");
    }

    @Test
    void aLinkedTrashIsNeitherFilledNorEmptied() throws IOException {
        Path own = run(runs.resolve("own"));
        Files.createDirectories(elsewhere.resolve("kept"));
        Files.createSymbolicLink(runs.resolve(".trash"), elsewhere);
        assertThat(workspace.trash()).isEmpty();
        assertThat(workspace.emptyTrash()).isZero();
        assertThatThrownBy(() -> workspace.delete(own))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is a symbolic link");
        assertThat(own.resolve("spec.json")).exists();
        assertThat(elsewhere.resolve("kept")).exists();
    }

    @Test
    void aListTellsOfLinksAndDoesNotReadThem() throws IOException {
        for (String name : List.of("checkpoints", "episodes", "summary.json", "spec.json")) {
            Path run = run(runs.resolve("run-with-linked-" + name.replace(".json", "")));
            Path target = elsewhere.resolve(name.equals("episodes") ? "checkpoints" : name);
            Path own = run.resolve(name);
            if (Files.exists(own)) {
                Files.move(own, place.resolve("before-" + name));
            }
            Files.createSymbolicLink(own, target);
            RunListing listing = RunListing.of(new RunFolder(run));
            assertThat(listing.problem())
                    .isEqualTo(
                            own + " is a symbolic link, which might lead anywhere; put the file or folder itself in its"
                                    + " place.");
            assertThat(listing.hasCheckpoint()).isEqualTo(!name.equals("checkpoints"));
            assertThat(listing.scenario()).isEqualTo(name.equals("spec.json") ? "" : "simple");
            assertThat(listing.state()).isEqualTo(name.equals("summary.json") ? "unknown" : "finished");
        }
    }

    @Test
    void aListForgetsALinkThatWasTakenAway() throws IOException {
        Path run = run(runs.resolve("own"));
        RunIndex index = new RunIndex(workspace);
        Path link = Files.createSymbolicLink(run.resolve("episodes"), elsewhere);
        assertThat(index.update().runs().get(0).listing().problem()).contains("is a symbolic link");
        Files.delete(link);
        assertThat(index.update().runs().get(0).listing().problem()).isEmpty();
    }

    @Test
    void linkedEventFilesAreLeftOut() throws IOException {
        Path folder = Files.createDirectories(place.resolve("events"));
        Path event = EventFiles.list(elsewhere).get(0);
        Files.createSymbolicLink(folder.resolve(event.getFileName()), event);
        assertThat(SeriesLoader.load(folder).tags()).isEmpty();
        assertThat(new EventFolders(folder).find()).isEmpty();
        assertThat(SeriesLoader.load(elsewhere).tags()).containsExactly("critic_loss");
    }

    @Test
    void aLinkedWorkspaceFileIsNotReadAndNotChanged() throws IOException {
        Path run = run(runs.resolve("own"));
        new Workspace(place).rename(elsewhere, "A title");
        Path other = place.resolve(WorkspaceFile.NAME);
        String before = Files.readString(other);
        Files.createSymbolicLink(runs.resolve(WorkspaceFile.NAME), other);
        assertThat(workspace.problem())
                .isEqualTo(runs.resolve(WorkspaceFile.NAME) + " cannot be read: it is a symbolic link.");
        assertThatThrownBy(() -> workspace.rename(run, "Another"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("it is a symbolic link");
        assertThat(other).hasContent(before);
    }

    @Test
    void aRunsFolderMayItselfBeALink() throws IOException {
        run(runs.resolve("own"));
        Path link = Files.createSymbolicLink(place.resolve("link"), runs);
        Workspace linked = new Workspace(link);
        RunListing listing = new RunIndex(linked).update().runs().get(0).listing();
        assertThat(listing.problem()).isEmpty();
        linked.rename(listing.folder().path(), "A title");
        assertThat(workspace.content().of("own").title()).isEqualTo("A title");
    }
}
