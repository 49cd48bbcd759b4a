package io.particlearena.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.env.AgentSpec;
import io.particlearena.experiment.Catalogue;
import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.experiment.Progress;
import io.particlearena.experiment.RunState;
import io.particlearena.experiment.SpecDraft;
import io.particlearena.experiment.Stage;
import io.particlearena.results.RunFolder;
import io.particlearena.results.RunSummary;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several runs by one command: {@code train --seeds} and {@code resume RUN RUN}. */
final class SeedsTest {

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void openTerminal() {
        terminal = new Terminal(folder);
    }

    private RunSummary summary(String run) {
        return RunSummary.read(new RunFolder(folder.resolve("runs").resolve(run)).summary());
    }

    @Test
    void everySeedEndsAsIfItWereTrainedAloneAndAllAreSummedUp() throws IOException {
        assertThat(terminal.train("--seeds", "3", "--seed", "5", "--exp-name", "group"))
                .as(terminal.err())
                .isZero();
        String out = terminal.out();
        assertThat(out)
                .contains("Seed 5: training simple in ", "Seed 7: finished, episode 6/6")
                .containsPattern("(?m)^SEED +STATE +EPISODES +AGENT 0$")
                .containsPattern("(?m)^6 +finished +6 +-[0-9.]+$")
                .containsPattern("(?m)^mean +-[0-9.]+$")
                .containsPattern("(?m)^95 % +± [0-9.]+$")
                .doesNotContain("Go on with");
        assertThat(terminal.train("--seed", "6", "--exp-name", "alone")).isZero();
        RunSummary alone = summary("alone");
        assertThat(summary("group-seed6").weightsSha256()).isEqualTo(alone.weightsSha256());
        assertThat(summary("group-seed6").metricsSha256()).isEqualTo(alone.metricsSha256());
        assertThat(out).contains("6     " + alone.metricsSha256() + "  " + alone.weightsSha256());
        assertThat(Files.readString(folder.resolve("runs/group-seed6/provenance.json")))
                .contains("\"--seed\", \"6\"")
                .doesNotContain("--seeds");
        assertThat(terminal.train("--seeds", "2", "--seed", "7", "--exp-name", "group"))
                .isEqualTo(Cli.BAD_INPUT);
        assertThat(terminal.train("--seeds", "0")).isEqualTo(Cli.BAD_INPUT);
        assertThat(terminal.err()).contains("--seeds", "from 1 to 1000");
    }

    @Test
    void oneThatFailsLeavesTheOthersAloneAndTheCodeSaysSo() throws IOException {
        assertThat(terminal.train("--seeds", "3", "--exp-name", "group")).isZero();
        RunSummary before = summary("group-seed2");
        for (String run : List.of("group-seed1", "group-seed2")) {
            Path file = folder.resolve("runs").resolve(run).resolve("summary.json");
            Files.writeString(file, Files.readString(file).replace("\"finished\"", "\"running\""));
        }
        try (Stream<Path> files = Files.list(folder.resolve("runs/group-seed1/checkpoints"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(file, "no checkpoint");
            }
        }
        String runs = folder.resolve("runs").toString();
        assertThat(terminal.run("resume", "group-seed1", "group-seed2", "group-seed3", "--runs-dir", runs))
                .isEqualTo(Cli.FAILURE);
        assertThat(terminal.err()).contains("Run group-seed1: ", "The only checkpoint of the run cannot be used");
        assertThat(terminal.out())
                .containsPattern("(?m)^group-seed1 +failed")
                .containsPattern("(?m)^group-seed2 +finished")
                .containsPattern("(?m)^group-seed3 +finished")
                .containsPattern("(?m)^mean ");
        assertThat(summary("group-seed2").weightsSha256()).isEqualTo(before.weightsSha256());
    }

    @Test
    void tableStaysInItsPlaceOnATerminal() {
        Catalogue catalogue = Catalogue.standard();
        ExperimentSpec spec = new SpecDraft(catalogue)
                .over(catalogue.presetLayer("simple-tag"))
                .resolve();
        List<AgentSpec> agents = catalogue.agents(spec);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), true);
        List<BatchMember> members = new ArrayList<>();
        BatchView view = new BatchView(console, "SEED", members);
        for (String seed : List.of("1", "2")) {
            members.add(new BatchMember(
                    seed,
                    spec,
                    agents,
                    null,
                    listeners -> {
                        throw new IllegalStateException("Nothing is trained");
                    },
                    view));
        }
        Progress progress = new Progress(
                RunState.STOPPED, 30, 100, 750, 0, 0, 0, Double.NaN, List.of(1.0, 2.0, 6.0, -4.0), Stage.SINGLE);
        members.get(1).ended(progress);
        assertThat(out.toString().lines().map(line -> line.replace("\u001b[K", "")))
                .containsExactly(
                        "SEED  STATE    EPISODE  BAD RETURN  GOOD RETURN  STEPS/S  LEFT",
                        "1     waiting",
                        "2     stopped  30/100   3.00        -4.00",
                        "1 of 2 runs are over",
                        "\u001b[J");
        members.get(1).ended(progress);
        assertThat(out.toString()).contains("\u001b[4A");
        members.get(0).notice("Something.");
        assertThat(out.toString()).endsWith("\u001b[4A\u001b[J");
        assertThat(err.toString()).isEqualTo("Seed 1: Something." + System.lineSeparator());
    }
}
