package io.particlearena.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no single command is about: help and the window. */
final class CliTest {

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void openTerminal() {
        terminal = new Terminal(folder);
    }

    @Test
    void helpOfACommandIsNotCutInTheList() {
        assertThat(terminal.run("--help")).isZero();
        assertThat(terminal.out()).contains("Measures the newest policies of a run.");
        assertThat(terminal.run("train", "--help")).isZero();
        assertThat(terminal.out()).doesNotContain("Formerly").contains("Also --max-cycles.");
    }

    @Test
    void helpExplainsEveryCommand() {
        assertThat(terminal.run("--help")).isZero();
        for (String command :
                List.of("train", "resume", "evaluate", "replay", "runs", "scenarios", "algorithms", "benchmark")) {
            assertThat(terminal.run("--help")).isZero();
            assertThat(terminal.out()).contains(command);
            assertThat(terminal.run(command, "--help")).isZero();
            assertThat(terminal.out()).contains("Usage:");
        }
        assertThat(terminal.run("train", "--help")).isZero();
        assertThat(terminal.out())
                .contains("--good-policy", "--max-episode-len", "--polyak", "--adv-policy")
                .contains("--benchmark-iters  'evaluate RUN --episodes N'", "--log-dir", "--display");
    }

    @Test
    void withoutACommandTheWindowOpens() {
        assertThat(terminal.run("--theme", "dark")).isZero();
        assertThat(terminal.opened()).containsExactly("--theme=dark");
        assertThat(terminal.run("nonsense")).isEqualTo(Cli.BAD_INPUT);
    }
}
