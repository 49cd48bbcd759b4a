package io.particlearena.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.nn.SelfTest.Speed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SelfTestCommandTest {

    @TempDir
    private Path folder;

    @Test
    void theProcessorPassesAndTheReportSaysWithWhat() throws IOException {
        Terminal terminal = new Terminal(folder);
        Path report = folder.resolve("report.md");
        assertThat(terminal.run("selftest", "--device", "cpu", "--seconds", "0.001", "--report", report.toString()))
                .isEqualTo(Cli.OK);
        String text = Files.readString(report);
        assertThat(text)
                .startsWith("# Self-test of Particle Arena on cpu\n")
                .contains("- device: CPU\n", "- maths library: nd4j-api-", "\nPassed.\n")
                .doesNotContain("DIFFERS");
        assertThat(terminal.out()).contains(text);
        List<Speed> speeds = SelfTestCommand.figures(Files.readAllLines(report));
        assertThat(speeds).extracting(Speed::batch).containsExactly(1024, 1024, 8192, 8192);
        assertThat(speeds).extracting(Speed::hidden).containsExactly(64, 512, 64, 512);
        assertThat(speeds).allMatch(speed -> speed.updatesPerSecond() > 0);
    }

    @Test
    void reportThatCannotBeWrittenIsShownAndToldInOneSentence() {
        Terminal terminal = new Terminal(folder);
        String report = folder.toString();
        assertThat(terminal.run("selftest", "--device", "cpu", "--seconds", "0.001", "--report", report))
                .isEqualTo(Cli.FAILURE);
        assertThat(terminal.out()).contains("\nPassed.\n").doesNotContain("Written");
        assertThat(terminal.err().lines())
                .singleElement()
                .asString()
                .startsWith("The report " + report + " cannot be written: ");
    }
}
