package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.particlearena.options.OptionException;
import io.particlearena.results.RunFolder;
import io.particlearena.results.RunIndex;
import io.particlearena.results.RunListing;
import io.particlearena.results.RunSummary;
import io.particlearena.results.Workspace;
import io.particlearena.results.WorkspaceRun;
import io.particlearena.store.SettingsFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two programs on one runs folder. */
@Timeout(120)
final class TwoProgramsTest {

    @TempDir
    private Path runs;

    private RunListing listed(String name) {
        return new RunIndex(new Workspace(runs))
                .update().runs().stream()
                        .map(WorkspaceRun::listing)
                        .filter(run -> run.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    /** Passes over what the maths library says. */
    private static void awaitStart(BufferedReader output) throws IOException {
        String line = output.readLine();
        while (!"started".equals(line)) {
            assertThat(line).isNotNull();
            line = output.readLine();
        }
    }

    @Test
    void aRunThatTrainsElsewhereIsReadButNeitherTrainedNorDeleted() throws IOException, InterruptedException {
        Process other = SecondProgram.start("train", runs);
        try (BufferedReader output = other.inputReader()) {
            awaitStart(output);
            assertThat(listed("theirs").state()).isEqualTo("running");
            Experiments experiments = Tiny.experiments(runs);
            Path folder = runs.resolve("theirs");
            byte[] spec = Files.readAllBytes(folder.resolve("spec.json"));

            String[] told = new String[1];
            Run again = experiments.resume("theirs", List.of(), List.of(new RunListener() {
                @Override
                public void failed(String message, Throwable cause) {
                    told[0] = message;
                }
            }));
            assertThat(again.execute().state()).isEqualTo(RunState.FAILED);
            assertThat(told[0]).isEqualTo("Run theirs is in progress elsewhere.");
            assertThatThrownBy(() -> experiments.create(Tiny.spec(Map.of()), "theirs", List.of(), List.of()))
                    .isInstanceOf(OptionException.class)
                    .hasMessageContaining("There is already something at");
            assertThatThrownBy(() -> new Workspace(runs).delete(folder))
                    .isInstanceOf(OptionException.class)
                    .hasMessage("The run theirs is being trained; stop it first.");

            ForkOrigin origin = experiments.origin("theirs", OptionalLong.empty());
            assertThat(new EpisodeArchive(Tiny.CATALOGUE).play(folder, origin.checkpoint(), 0, 1))
                    .hasSize(1);
            assertThat(Tiny.train(runs, Tiny.spec(Map.of())).state()).isEqualTo("finished");

            assertThat(other.isAlive()).isTrue();
            assertThat(listed("theirs").state()).isEqualTo("running");
            assertThat(folder.resolve("provenance-2.json")).doesNotExist();
            assertThat(folder.resolve("spec.json")).hasBinaryContent(spec);
        } finally {
            other.destroyForcibly();
        }
        assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(listed("theirs").state()).isEqualTo("interrupted");
    }

    @Test
    void whatBothChangeBesideTheRunsStaysWhole() throws IOException, InterruptedException {
        int times = 40;
        Tiny.experiments(runs)
                .create(Tiny.spec(Map.of()), "mine", List.of(), List.of())
                .execute();
        Process other = SecondProgram.start(Integer.toString(times), runs);
        try (BufferedReader output = other.inputReader()) {
            awaitStart(output);
            SecondProgram.change(runs, "mine", times);
            while (other.isAlive()) {
                assertThat(new SettingsFile(runs.resolve("charts.json")).read().problem())
                        .isEmpty();
                assertThat(new Workspace(runs).problem()).isEmpty();
            }
            assertThat(output.readLine()).isNull();
        } finally {
            other.destroyForcibly();
        }
        assertThat(other.waitFor()).isZero();
        WorkspaceRun run = new RunIndex(new Workspace(runs)).update().runs().get(0);
        assertThat(run.metadata().tags())
                .hasSize(2 * times)
                .contains("mine0", "theirs0", "mine" + (times - 1), "theirs" + (times - 1));
        assertThat(new SettingsFile(runs.resolve("charts.json")).read().problem())
                .isEmpty();
        assertThat(RunSummary.read(new RunFolder(runs.resolve("mine")).summary())
                        .state())
                .isEqualTo("finished");
    }
}
