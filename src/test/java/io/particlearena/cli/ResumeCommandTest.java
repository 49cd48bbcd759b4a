package io.particlearena.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code resume}. */
final class ResumeCommandTest {

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void openTerminal() {
        terminal = new Terminal(folder);
    }

    @Test
    void finishedRunIsNotTrainedAgain() {
        assertThat(terminal.train("--exp-name", "mine")).isZero();
        String runs = folder.resolve("runs").toString();
        assertThat(terminal.run("resume", "mine", "--runs-dir", runs)).isEqualTo(Cli.BAD_INPUT);
        assertThat(terminal.err()).contains("finished");
        assertThat(terminal.run("resume", "none", "--runs-dir", runs)).isEqualTo(Cli.BAD_INPUT);
    }

    @Test
    void runWithoutACheckpointSaysThatResumingBeginsAnew() throws IOException {
        assertThat(terminal.train("--exp-name", "mine")).isZero();
        Path run = folder.resolve("runs/mine");
        Path summary = run.resolve("summary.json");
        Files.writeString(summary, Files.readString(summary).replace("\"finished\"", "\"running\""));
        String runs = folder.resolve("runs").toString();
        assertThat(terminal.run("runs", "--runs-dir", runs)).isZero();
        assertThat(terminal.out()).contains("interrupted").doesNotContain("begins anew");
        try (Stream<Path> files = Files.list(run.resolve("checkpoints"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        assertThat(terminal.run("runs", "--runs-dir", runs)).isZero();
        assertThat(terminal.out()).contains("no checkpoint yet, so 'resume' begins anew");
        assertThat(terminal.run("resume", "mine", "--runs-dir", runs)).isZero();
        assertThat(terminal.err()).contains("The run had not written a checkpoint yet and begins anew.");
        assertThat(terminal.out()).startsWith("Training simple");
    }
}
