package io.particlearena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.particlearena.results.RunSummary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectOutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeserialisationFilterTest {

    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    private Path folder;

    @Test
    void noObjectIsReadFromItsSerialisedForm() throws IOException {
        DeserialisationFilter.install();
        DeserialisationFilter.install();
        assertThat(ObjectInputFilter.Config.getSerialFilter()).isNotNull();
        for (Object object : List.of(new ArrayList<>(List.of("text")), new int[3], 5L)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(object);
            }
            assertThatThrownBy(() -> ProbedProgram.read(bytes.toByteArray())).isInstanceOf(InvalidClassException.class);
        }
    }

    @Test
    void theProgramTrainsWhileNothingIsDeserialised() throws Exception {
        String said = run(
                List.of(),
                List.of(
                        "train",
                        "--scenario=simple",
                        "--good-policy=maddpg",
                        "--num-episodes=4",
                        "--batch-size=8",
                        "--warm-up-steps=20",
                        "--num-units=4",
                        "--replay-buffer-capacity=64",
                        "--exp-name=mine",
                        "--runs-dir=" + folder));
        assertThat(RunSummary.read(folder.resolve("mine/summary.json")).state())
                .as(said)
                .isEqualTo("finished");
        assertThat(RunSummary.read(folder.resolve("mine/summary.json")).updates())
                .as(said)
                .isPositive();
        assertRefusesAll(said);
    }

    @Test
    void theWindowOpensWhileNothingIsDeserialised() throws Exception {
        String said = run(
                List.of(
                        "-Dglass.platform=Monocle",
                        "-Dmonocle.platform=Headless",
                        "-Dheadless.geometry=1280x800-32",
                        "-Dprism.order=sw"),
                List.of("--runs-dir=" + folder.resolve("runs")));
        assertThat(said).contains(ProbedProgram.SHOWN);
        assertRefusesAll(said);
    }

    private static void assertRefusesAll(String said) {
        assertThat(said.lines().filter(line -> line.contains(ProbedProgram.REFUSED)))
                .as(said)
                .hasSize(ProbedProgram.probes());
        assertThat(said).doesNotContain("\tat ");
    }

    /** Starts the program in a process of its own and gives what it said once it has ended. */
    private String run(List<String> properties, List<String> words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC", "-Duser.home=" + folder, "-Djava.awt.headless=true"));
        command.addAll(properties);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ProbedProgram.class.getName()));
        command.addAll(words);
        Path log = folder.resolve("log.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment()
                .put("XDG_CONFIG_HOME", folder.resolve("configuration").toString());
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        String said = Files.readString(log, Charset.defaultCharset());
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
