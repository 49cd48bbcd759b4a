package io.particlearena.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.env.EpisodeRecording;
import io.particlearena.env.Signal;
import io.particlearena.results.EpisodeFile;
import io.particlearena.results.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that record episodes and play them back. */
final class RecordingCommandsTest {

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void openTerminal() {
        terminal = new Terminal(folder);
    }

    @Test
    void episodesOfACheckpointAreRecorded() {
        assertThat(terminal.train(
                        "--exp-name",
                        "mine",
                        "--checkpoint-interval",
                        "2",
                        "--checkpoints-kept",
                        "9",
                        "--record-every",
                        "0"))
                .as(terminal.err())
                .isZero();
        String runs = folder.resolve("runs").toString();
        assertThat(terminal.run("record", "mine", "--runs-dir", runs, "--episodes", "2"))
                .isZero();
        assertThat(terminal.run("record", "mine", "--runs-dir", runs, "--checkpoint", "50", "--deterministic"))
                .as(terminal.err())
                .isZero();
        assertThat(recordings("mine"))
                .extracting(file -> String.valueOf(file.path().getFileName()))
                .containsExactly(
                        "000000000050-deterministic-0-000001.episode",
                        "000000000150-evaluation-0-000001.episode",
                        "000000000150-evaluation-0-000002.episode");
        assertThat(terminal.out()).contains(recordings("mine").get(0).path().toString());
        EpisodeRecording recording =
                EpisodeRecording.read(recordings("mine").get(1).path());
        assertThat(recording.about().moment()).isEqualTo(new EpisodeRecording.Moment(150, 0));
        assertThat(recording.signals(0, 0)).extracting(Signal::name).containsExactly("action_probabilities", "q_value");
        assertThat(terminal.run("record", "mine", "--runs-dir", runs, "--checkpoint", "51"))
                .isEqualTo(Cli.BAD_INPUT);
        assertThat(terminal.err())
                .contains("There is no checkpoint of step 51; the run has those of steps 150, ")
                .contains(", 50.");
        assertThat(terminal.run("evaluate", "mine", "--runs-dir", runs, "--checkpoint", "51"))
                .isEqualTo(Cli.BAD_INPUT);
        assertThat(terminal.run("record", "mine", "--runs-dir", runs, "--episodes", "0"))
                .isEqualTo(Cli.BAD_INPUT);
    }

    @Test
    void gridIsTrainedRecordedAndReplayedLikeAnyScenario() {
        assertThat(terminal.train(
                        "--scenario", "uav", "--discrete-actions", "--uav-grid-width", "4", "--exp-name", "grid"))
                .as(terminal.err())
                .isZero();
        String runs = folder.resolve("runs").toString();
        assertThat(terminal.run("evaluate", "grid", "--runs-dir", runs, "--episodes", "3", "--record", "1"))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.out()).contains("adversary 0", "agent 0");
        assertThat(terminal.run(
                        "replay", "--verify", recordings("grid").get(0).path().toString()))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.out()).doesNotContain("DIAGNOSTIC");
        assertThat(terminal.train("--scenario", "uav", "--discrete-actions", "false"))
                .isEqualTo(Cli.BAD_INPUT);
        assertThat(terminal.err())
                .contains("The flag --discrete-actions is \"false\", but uav has discrete actions only.");
    }

    private List<EpisodeFile> recordings(String run) {
        return EpisodeFile.list(new RunFolder(folder.resolve("runs").resolve(run)).episodes());
    }

    @Test
    void goldenFileVerifiesAndATamperedOneDoesNot() throws IOException {
        Path golden = Path.of("src/test/resources/golden/mpe/simple_tag-1.json");
        assertThat(terminal.run("replay", "--verify", golden.toString()))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.out()).contains("simple_tag", "largest deviation");
        String text = Files.readString(golden);
        int at = text.indexOf("\"rewards\":");
        int digit = at + 10;
        while (!Character.isDigit(text.charAt(digit))) {
            digit++;
        }
        char other = text.charAt(digit) == '7' ? '8' : '7';
        Path tampered = folder.resolve("tampered.json");
        Files.writeString(tampered, text.substring(0, digit) + other + text.substring(digit + 1));
        assertThat(terminal.run("replay", "--verify", tampered.toString())).isEqualTo(Cli.FAILURE);
        assertThat(terminal.err()).contains("largest deviation", "is allowed");
        for (String content : List.of("{\"format\": \"other\"}", "no JSON", "[]", "")) {
            Files.writeString(tampered, content);
            assertThat(terminal.run("replay", "--verify", tampered.toString())).isEqualTo(Cli.BAD_INPUT);
            assertThat(terminal.err().strip()).startsWith(tampered.toString()).endsWith(".");
            assertThat(terminal.err().lines()).hasSize(1);
        }
        assertThat(terminal.run("replay", "--verify", "none.json")).isEqualTo(Cli.BAD_INPUT);
    }

    @Test
    void recordingsOfEitherFormatOpenTheWindowAndOtherFilesAreRefused() throws IOException {
        Path golden = Path.of("src/test/resources/golden/mpe/simple_tag-1.json");
        assertThat(terminal.run("replay", golden.toString())).as(terminal.err()).isZero();
        assertThat(terminal.opened()).containsExactly("--open=" + golden);
        Path other = Files.writeString(folder.resolve("other.json"), "{\"format\": \"other\"}");
        assertThat(terminal.run("replay", other.toString())).isEqualTo(Cli.BAD_INPUT);
        assertThat(terminal.run("replay", "none.json")).isEqualTo(Cli.BAD_INPUT);
        assertThat(terminal.opened()).hasSize(1);
    }

    @Test
    void filesNamedWithoutACommandOpenTheWindow() throws IOException {
        Path golden = Path.of("src/test/resources/golden/mpe/simple_tag-1.json");
        assertThat(terminal.run(golden.toString())).as(terminal.err()).isZero();
        Path settings = Files.copy(Path.of("presets/simple.json"), folder.resolve("mine.arena"));
        assertThat(terminal.run(settings.toString())).as(terminal.err()).isZero();
        assertThat(terminal.opened()).containsExactly("--open=" + golden, "--open=" + settings);
    }

    @Test
    void filesThatCannotBeShownAreRefusedInOneSentence() throws IOException {
        Path other = Files.writeString(folder.resolve("other.arena"), "no JSON");
        assertThat(terminal.run(other.toString())).isEqualTo(Cli.BAD_INPUT);
        assertThat(terminal.err())
                .isEqualToNormalizingNewlines("The file " + other
                        + " is none that Particle Arena opens: a specification, a run, a recording or event files.\n");
        assertThat(terminal.run("none.episode")).isEqualTo(Cli.BAD_INPUT);
        assertThat(terminal.err()).isEqualToNormalizingNewlines("There is no file or folder none.episode.\n");
        assertThat(terminal.opened()).isEmpty();
    }

    @Test
    void desktopsLetTheWindowSayWhatIsWrongWithAFile() {
        assertThat(terminal.run("--open", "none.episode")).isZero();
        assertThat(terminal.opened()).containsExactly("--open=none.episode");
    }
}
