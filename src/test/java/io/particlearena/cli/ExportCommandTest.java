package io.particlearena.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.experiment.Catalogue;
import io.particlearena.experiment.UserPresets;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExportCommandTest {

    private static final String GOLDEN = "src/test/resources/golden/mpe/simple_tag-1.json";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int run(String... words) {
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
        return new Cli(Catalogue.standard(), new UserPresets(folder.resolve("presets")), console, arguments -> {})
                .execute(words);
    }

    @Test
    void recordingsBecomeAFilm() {
        Path film = folder.resolve("film.gif");
        assertThat(run("export", GOLDEN, GOLDEN, film.toString(), "--size", "80", "--fps", "5"))
                .isZero();
        assertThat(film).isNotEmptyFile();
        assertThat(out.toString()).contains("film.gif");
    }

    @Test
    void anAgentsWayBecomesAPicture() {
        Path trace = folder.resolve("trace.png");
        assertThat(run("export", GOLDEN, trace.toString(), "--trace", "agent 0"))
                .isZero();
        assertThat(trace).isNotEmptyFile();
    }

    @Test
    void whatCannotBeExportedIsNamed() {
        Path film = folder.resolve("film.gif");
        assertRefused("must end with .gif, .avi or .png.", GOLDEN, "film.mp4");
        assertRefused("the agents are ", GOLDEN, folder.resolve("x.png").toString(), "--trace", "agent 9");
        assertRefused("a trace must end with .png.", GOLDEN, film.toString(), "--trace", "agent 0");
        assertRefused("There is no recording", folder.resolve("none").toString(), film.toString());
        assertRefused("--speed", GOLDEN, film.toString(), "--speed", "0");
        assertThat(film).doesNotExist();
    }

    private void assertRefused(String sentence, String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "export";
        System.arraycopy(words, 0, all, 1, words.length);
        assertThat(run(all)).isEqualTo(Cli.BAD_INPUT);
        assertThat(err.toString()).contains(sentence);
        err.getBuffer().setLength(0);
    }
}
