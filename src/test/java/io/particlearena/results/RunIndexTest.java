package io.particlearena.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.store.LockFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunIndexTest {

    @TempDir
    Path runs;

    @Test
    void progressOfAnotherProcessIsFollowedAndTheRestIsNotReadAgain() throws IOException {
        write("over", "finished", 500);
        write("going", "running", 10);
        RunIndex index = new RunIndex(new Workspace(runs));
        try (LockFile lock = new RunFolder(runs.resolve("going")).lock()) {
            assertThat(lock).isNotNull();
            RunListing over = listing(index, "over");
            RunListing going = listing(index, "going");
            assertThat(going.state()).isEqualTo("running");
            assertThat(listing(index, "going")).isSameAs(going);

            write("going", "running", 20);
            assertThat(listing(index, "going").episodes()).isEqualTo(20);
            assertThat(listing(index, "over")).isSameAs(over);
            assertThat(index.update()).isSameAs(index.update());
        }
        // The process died.
        assertThat(listing(index, "going").state()).isEqualTo("interrupted");
        write("going", "finished", 30);
        assertThat(listing(index, "going").state()).isEqualTo("finished");
    }

    @Test
    void runsComeAndGo() throws IOException {
        RunIndex index = new RunIndex(new Workspace(runs.resolve("new")));
        assertThat(index.update().runs()).isEmpty();
        Path run = Files.createDirectories(runs.resolve("new/one"));
        assertThat(index.update().runs()).isEmpty();
        Files.writeString(run.resolve("spec.json"), "{\"seed\": 3}");
        assertThat(index.update().runs()).extracting(WorkspaceRun::title).containsExactly("one");
        Files.delete(run.resolve("spec.json"));
        Files.delete(run);
        assertThat(index.update().runs()).isEmpty();
    }

    @Test
    void specificationThatIsNoneIsNamed() throws IOException {
        write("empty", "finished", 5);
        for (String content : new String[] {"", "[]", "3"}) {
            Files.writeString(runs.resolve("empty/spec.json"), content);
            assertThat(listing(new RunIndex(new Workspace(runs)), "empty").problem())
                    .contains(runs.resolve("empty/spec.json") + " is damaged");
        }
    }

    @Test
    void growingEventFilesOfOthersMoveTheirDate() throws IOException {
        Path run = Files.createDirectories(runs.resolve("tb/run"));
        Path file = run.resolve("events.out.tfevents.1700000000.host");
        Files.writeString(file, "");
        Workspace workspace = new Workspace(runs.resolve("own"));
        workspace.open(runs.resolve("tb"));
        RunIndex index = new RunIndex(workspace);
        RunListing before = Objects.requireNonNull(index.update().runs().get(0).listing());
        Files.writeString(file, "more");
        Files.setLastModifiedTime(
                file, java.nio.file.attribute.FileTime.from(before.modified().plusSeconds(60)));
        assertThat(index.update().runs().get(0).listing().modified()).isAfter(before.modified());
    }

    private static RunListing listing(RunIndex index, String name) {
        return index.update().runs().stream()
                .map(WorkspaceRun::listing)
                .filter(run -> run.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void write(String name, String state, long episodes) throws IOException {
        RunFolder run = new RunFolder(runs.resolve(name));
        Files.createDirectories(run.path());
        if (!Files.exists(run.spec())) {
            Files.writeString(run.spec(), "{\"scenario\": \"simple\"}");
        }
        new RunSummary(state, episodes, 1, 0, 1, Map.of(), Map.of(), "", "", "").write(run.summary());
    }
}
