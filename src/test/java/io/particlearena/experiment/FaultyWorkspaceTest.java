package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.faults.Faults;
import io.particlearena.faults.FaultyFileSystem;
import io.particlearena.options.OptionException;
import io.particlearena.results.RunIndex;
import io.particlearena.results.RunSummary;
import io.particlearena.results.Workspace;
import io.particlearena.results.WorkspaceRun;
import io.particlearena.store.Folders;
import io.particlearena.store.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is done to runs that are there, on a disk of which every operation fails once: it is told in a sentence or has
 * no effect, the runs keep every byte, wherever they lie, and titles, tags and presets are those of before or of after.
 */
final class FaultyWorkspaceTest {

    @TempDir
    private Path folder;

    private final Faults faults = new Faults();

    /** What is done to the workspace. */
    private enum Change {
        TAG,
        RENAME,
        DELETE,
        RESTORE,
        SAVE_PRESET,
        REPLACE_PRESET,
        DELETE_PRESET,
        FORK;

        void in(Path runs) {
            switch (this) {
                case TAG -> workspace(runs).tag(runs.resolve("kept"), "good one");
                case RENAME -> workspace(runs).rename(runs.resolve("kept"), "Another title");
                case DELETE -> workspace(runs).delete(runs.resolve("kept"));
                case RESTORE -> workspace(runs).restore("away");
                case SAVE_PRESET -> presets(runs).save(Tiny.CATALOGUE, "My second", Tiny.spec(Map.of()));
                case REPLACE_PRESET ->
                    presets(runs).save(Tiny.CATALOGUE, "My first", Tiny.spec(Map.of("save_rate", 11)));
                case DELETE_PRESET -> presets(runs).delete("my-first");
                case FORK -> fork(runs);
            }
        }

        private static void fork(Path runs) {
            ForkOrigin origin = new ForkOrigin(runs.resolve("kept"), newestStep(runs));
            Tiny.experiments(runs)
                    .fork(origin, Tiny.spec(Map.of("num_episodes", 25)), "forked", List.of(), List.of())
                    .execute();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aChangeThatTheDiskBreaksOffLosesNothing(Change change) throws IOException {
        Path before = workspaceIn(folder.resolve("before"));
        Path after = copy(before, folder.resolve("after"));
        change.in(after);
        Map<String, String> runsBefore = runs(before);
        for (Faults.Kind kind : Faults.Kind.values()) {
            String failed = "once";
            for (int operation = 0; !failed.isEmpty(); operation++) {
                Path runs = copy(before, folder.resolve("changed"));
                faults.arm(kind, operation);
                String told = told(() -> change.in(FaultyFileSystem.path(runs, faults)));
                failed = faults.failed();
                faults.disarm();
                assertThat(told).as(failed).matches("|(?s)[A-Z/].*\\.").doesNotContain("Exception");
                assertThat(runs(runs)).as(failed).containsAllEntriesOf(runsBefore);
                assertThat(settings(runs)).as(failed).isIn(settings(before), settings(after));
                if (told.isEmpty() && change != Change.FORK) {
                    assertThat(settings(runs)).as(failed).isEqualTo(settings(after));
                }
                Folders.delete(runs);
            }
        }
    }

    private static String told(Runnable work) {
        try {
            work.run();
            return "";
        } catch (OptionException | StoreException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Two runs, one of them in the trash, with tags and a preset. */
    private static Path workspaceIn(Path runs) {
        for (String name : List.of("kept", "away")) {
            Tiny.execute(
                    Tiny.experiments(runs).create(Tiny.spec(Map.of("num_episodes", 20)), name, List.of(), List.of()));
            workspace(runs).tag(runs.resolve(name), "first " + name);
        }
        workspace(runs).delete(runs.resolve("away"));
        presets(runs).save(Tiny.CATALOGUE, "My first", Tiny.spec(Map.of()));
        return runs;
    }

    private static Workspace workspace(Path runs) {
        return new Workspace(runs);
    }

    private static UserPresets presets(Path runs) {
        return new UserPresets(runs.resolve("presets"));
    }

    private static long newestStep(Path runs) {
        return RunSummary.read(runs.resolve("kept/summary.json")).steps();
    }

    /** The contents of all runs, by the name that they had at first, wherever they lie. */
    private static Map<String, String> runs(Path runs) throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(runs)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = runs.relativize(file).toString().replaceAll("^\\.trash/|\\.deleted-[0-9-]+", "");
                if (name.startsWith("kept/") || name.startsWith("away/")) {
                    found.put(name, Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return found;
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }

    /** Which runs are there with which titles and tags, and the presets. */
    private static List<String> settings(Path runs) throws IOException {
        Workspace workspace = workspace(runs);
        assertThat(workspace.problem()).isEmpty();
        List<String> lines = new ArrayList<>();
        for (WorkspaceRun run : new RunIndex(workspace).update().runs()) {
            if (!run.name().equals("forked")) {
                lines.add(run.name() + run.metadata());
            }
        }
        workspace.trash().forEach(run -> lines.add(run.name() + run.title()));
        presets(runs).names().forEach(name -> lines.add(name + presets(runs).layer(name)));
        lines.sort(null);
        return lines;
    }
}
