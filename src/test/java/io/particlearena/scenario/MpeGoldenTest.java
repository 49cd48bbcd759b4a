package io.particlearena.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.particlearena.env.Deviation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Replays every recorded episode of both reference implementations, in whatever folder {@code golden.dir} names. */
final class MpeGoldenTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Named<Path>> recordings() throws IOException {
        Path root = Path.of(System.getProperty("golden.dir", "src/test/resources/golden"));
        return Stream.concat(files(root.resolve("mpe")), files(root.resolve("mpe2")));
    }

    private static Stream<Named<Path>> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
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
        assertThat(deviation.values()).isPositive();
        assertThat(deviation.largest()).as(deviation.place()).isLessThanOrEqualTo(GoldenTrajectory.TOLERANCE);
    }

    @Test
    void aTamperedNumberIsFoundAndNamed() {
        Map<String, Object> file = read(Path.of("src/test/resources/golden/mpe/simple_tag-1.json"));
        step(file, 12).put("rewards", List.of(0.0, 0.0, 0.5, 0.0));
        Deviation deviation = new GoldenTrajectory(file).replay();
        assertThat(deviation.largest()).isGreaterThan(0.1);
        assertThat(deviation.place()).startsWith("step 12, reward of agent");
    }

    @ParameterizedTest
    @CsvSource({"simple_tag, true", "simple_spread, false", "core, true"})
    void howRewardsAreSharedIsCompared(String scenario, boolean wrong) {
        Map<String, Object> file = read(Path.of("src/test/resources/golden/mpe/" + scenario + "-1.json"));
        file.put("shared_reward", wrong);
        Deviation deviation = new GoldenTrajectory(file).replay();
        assertThat(deviation.largest()).isInfinite();
        assertThat(deviation.place()).isEqualTo("beginning, shared reward: recorded " + wrong + ", replayed " + !wrong);
        file.remove("shared_reward");
        assertThatThrownBy(() -> new GoldenTrajectory(file))
                .hasMessage("The recording's \"shared_reward\" is missing; it must be true or false.");
    }

    @Test
    @SuppressWarnings("unchecked")
    void anEpisodeWithNoiseIsRefused() {
        Map<String, Object> file = read(Path.of("src/test/resources/golden/mpe/simple_tag-1.json"));
        Map<String, List<Map<String, Object>>> entities =
                (Map<String, List<Map<String, Object>>>) Objects.requireNonNull(file.get("entities"));
        Objects.requireNonNull(entities.get("agents")).get(1).put("u_noise", 0.5);
        assertThatThrownBy(() -> new GoldenTrajectory(file).replay())
                .hasMessage("The recording's \"entities.agents[1].u_noise\" is 0.5, but an episode with noise cannot be"
                        + " replayed.");
    }

    @Test
    @SuppressWarnings("unchecked")
    void messagesHaveTheSizeThatTheWorldSays() {
        Map<String, Object> file = read(Path.of("src/test/resources/golden/mpe/simple_tag-1.json"));
        ((Map<String, Object>) Objects.requireNonNull(file.get("world"))).put("dim_c", 3);
        assertThatThrownBy(() -> new GoldenTrajectory(file).replay()).hasMessageContaining(".c\" has 2");
    }

    @Test
    @SuppressWarnings("unchecked")
    void targetsOfALineAreCompared() {
        Map<String, Object> file = read(Path.of("src/test/resources/golden/mpe2/simple_line-1.json"));
        Map<String, Object> choices = (Map<String, Object>) Objects.requireNonNull(file.get("choices"));
        List<List<Double>> targets =
                new ArrayList<>((List<List<Double>>) Objects.requireNonNull(choices.get("line_targets")));
        targets.set(1, List.of(9.0, 9.0));
        choices.put("line_targets", targets);
        assertThatThrownBy(() -> new GoldenTrajectory(file).replay()).hasMessageContaining("\"line_targets\"");
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

    @ParameterizedTest
    @CsvSource({"agents, 4", "u, 4", "actions, 4", "rewards, 4", "own_rewards, 4", "info, 4", "dones, 4", "obs, 4"})
    void aPartThatIsMissingOrTooShortIsNamedWithItsPlace(String part, int size) {
        Map<String, Object> file = read(Path.of("src/test/resources/golden/mpe/simple_tag-1.json"));
        List<?> whole = (List<?>) Objects.requireNonNull(step(file, 5).remove(part));
        assertThatThrownBy(() -> new GoldenTrajectory(file).replay())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The recording's \"steps[5]." + part + "\" is missing; it must be a list.");
        step(file, 5).put(part, whole.subList(0, size - 1));
        assertThatThrownBy(() -> new GoldenTrajectory(file).replay())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The recording's \"steps[5]." + part + "\" has " + (size - 1) + " elements; it must have 4.");
    }

    @Test
    void landmarksThatMoveMustBeThere() {
        Map<String, Object> file = read(Path.of("src/test/resources/golden/mpe/core-1.json"));
        step(file, 5).remove("landmarks");
        assertThatThrownBy(() -> new GoldenTrajectory(file).replay())
                .hasMessage("The recording's \"steps[5].landmarks\" is missing; it must be a list.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mpe/simple_tag-1.json", "mpe2/simple_spread-1.json", "mpe/core-1.json"})
    void anEpisodeThatBreaksOffIsRefused(String name) {
        Map<String, Object> file = read(Path.of("src/test/resources/golden", name));
        file.put("steps", ((List<?>) Objects.requireNonNull(file.get("steps"))).subList(0, 20));
        assertThatThrownBy(() -> new GoldenTrajectory(file).replay())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The recording's \"steps\" break off after 20; there must be 25, or the episode must end.");
        file.put("steps", List.of());
        assertThatThrownBy(() -> new GoldenTrajectory(file).replay())
                .hasMessage("The recording's \"steps\" are empty; it must have at least one.");
    }

    @Test
    void theRewardOfATeamMustBeThere() {
        Map<String, Object> file = read(Path.of("src/test/resources/golden/mpe2/simple_spread-1.json"));
        step(file, 5).remove("global_reward");
        assertThatThrownBy(() -> new GoldenTrajectory(file).replay())
                .hasMessage("The recording's \"steps[5].global_reward\" is missing; it must be a finite number.");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> step(Map<String, Object> file, int number) {
        return ((List<Map<String, Object>>) Objects.requireNonNull(file.get("steps"))).get(number);
    }
}
