package io.particlearena.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code matrix}. */
final class MatrixCommandTest {

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void openTerminal() {
        terminal = new Terminal(folder);
    }

    @Test
    void matrixShowsWhatIsMissingAndTrainsIt() {
        String runs = folder.resolve("runs").toString();
        String[] words = {
            "matrix",
            "--scenario=simple_push",
            "--algorithms=maddpg,ddpg",
            "--bad-algorithms=ddpg",
            "--seeds=2",
            "--num-episodes=2",
            "--warm-up-steps=100000",
            "--save-rate=2",
            "--runs-dir",
            runs
        };
        assertThat(terminal.run(words)).as(terminal.err()).isZero();
        assertThat(terminal.out())
                .contains("against ddpg", "maddpg  - (0 of 2)", "4 runs are missing; the same command with --start");
        assertThat(terminal.run(
                        Stream.concat(Stream.of(words), Stream.of("--start")).toArray(String[]::new)))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.out())
                .contains("Run 4 of 4", "Mean final return of a good agent", "Mean final return of a bad agent", " ± ")
                .doesNotContain("missing");
        assertThat(terminal.run(
                        Stream.concat(Stream.of(words), Stream.of("--json")).toArray(String[]::new)))
                .isZero();
        assertThat(terminal.out()).contains("\"goodReturn\"", "\"missing\" : 0");
        assertThat(terminal.run("matrix", "--seeds", "0")).isEqualTo(Cli.BAD_INPUT);
        assertThat(terminal.err()).contains("--seeds", "0", "from 1 to 1000");
    }
}
