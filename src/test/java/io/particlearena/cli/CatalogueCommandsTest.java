package io.particlearena.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that show what there is to train, and keep presets. */
final class CatalogueCommandsTest {

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void openTerminal() {
        terminal = new Terminal(folder);
    }

    @Test
    void catalogueIsListedAndDescribed() {
        assertThat(terminal.run("scenarios")).isZero();
        assertThat(terminal.out()).contains("simple_tag", "simple_spread");
        assertThat(terminal.run("scenarios", "simple-tag")).isZero();
        assertThat(terminal.out()).contains("--num-adversaries");
        assertThat(terminal.run("algorithms")).isZero();
        assertThat(terminal.out()).contains("maddpg", "ddpg");
        assertThat(terminal.run("presets")).isZero();
        assertThat(terminal.out()).contains("lemol-code");
        assertThat(terminal.run("scenarios", "none")).isEqualTo(Cli.BAD_INPUT);
    }

    @Test
    void scenariosAndAlgorithmsAreExplained() {
        assertThat(terminal.run("info", "simple-tag")).isZero();
        assertThat(terminal.out()).contains("Predator and prey", "## THINGS TO TRY");
        assertThat(terminal.run("info", "lemol")).isZero();
        assertThat(terminal.run("info", "nothing")).isEqualTo(Cli.BAD_INPUT);
        assertThat(terminal.err()).contains("nothing", "simple_tag", "maddpg");
    }

    @Test
    void presetsAreSavedUsedAndDeleted() {
        assertThat(terminal.run("presets", "save", "My tag", "--preset", "simple-tag", "--seed", "9"))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.run("presets", "my-tag")).isZero();
        assertThat(terminal.out()).contains("My tag");
        assertThat(terminal.run("presets", "save", "Simple", "--preset", "simple-tag"))
                .isEqualTo(Cli.BAD_INPUT);
        assertThat(terminal.err()).contains("simple", "ships with the program");
        assertThat(terminal.run("presets", "delete", "my-tag")).isZero();
        assertThat(terminal.run("presets", "delete", "my-tag")).isEqualTo(Cli.BAD_INPUT);
        assertThat(terminal.err()).contains("my-tag", "none was saved");
    }
}
