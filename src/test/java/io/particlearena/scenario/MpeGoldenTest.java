package io.particlearena.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replays every recorded episode of both reference implementations, in whatever folder {@code golden.dir} names. */
final class MpeGoldenTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Named<Path>> recordings() throws IOException {
        Path root = Path.of(System.getProperty("golden.dir", "src/test/resources/golden"));
        return Stream.concat(files(root.resolve("mpe")), files(root.resolve("mpe2")));
    }

    private static Stream<Named<Path>> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream()
                    .map(file -> Named.of(folder.getFileName() + "/" + file.getFileName(), file));
        }
    }

    static Map<String, Object> read(Path file) {
        try {
            return JSON.readValue(file.toFile(), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void replaysToWithinTheTolerance(Path file) {
        Deviation deviation = new GoldenTrajectory(read(file)).replay();
        assertThat(deviation.compared()).isPositive();
        assertThat(deviation.largest()).as(deviation.where()).isLessThanOrEqualTo(GoldenTrajectory.TOLERANCE);
    }

    @Test
    void aTamperedNumberIsFoundAndNamed() {
        Map<String, Object> file = read(Path.of("src/test/resources/golden/mpe/simple_tag-1.json"));
        step(file, 12).put("rewards", List.of(0.0, 0.0, 0.5, 0.0));
        Deviation deviation = new GoldenTrajectory(file).replay();
        assertThat(deviation.largest()).isGreaterThan(0.1);
        assertThat(deviation.where()).startsWith("step 12, reward of agent");
    }

    @Test
    void aFileThatIsNotAGoldenTrajectoryIsRefusedInASentence() {
        assertThatThrownBy(() -> new GoldenTrajectory(Map.of("format", "other")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The file's format is \"other\", but must be \"mpe-golden/1\".");
    }

    @Test
    void aMissingPartIsNamedInASentence() {
        Map<String, Object> file = read(Path.of("src/test/resources/golden/mpe/simple_tag-1.json"));
        step(file, 3).remove("obs");
        assertThatThrownBy(() -> new GoldenTrajectory(file).replay())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The recording's \"steps[3].obs\" is missing; it must be a list.");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> step(Map<String, Object> file, int number) {
        return ((List<Map<String, Object>>) Objects.requireNonNull(file.get("steps"))).get(number);
    }
}
