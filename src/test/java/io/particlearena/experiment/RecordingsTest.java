package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.particlearena.env.Scene;
import io.particlearena.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class RecordingsTest {

    @TempDir
    private Path folder;

    private static List<Path> goldenFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/golden/mpe"))) {
            return files.filter(file -> file.toString().endsWith("-1.json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                         | is empty, but must be a recording.
            ` \\n `                   | is empty, but must be a recording.
            [1, 2]                     | cannot be replayed: The file holds a list; it must hold an object.
            7                          | cannot be replayed: The file holds 7; it must hold an object.
            "text"                     | cannot be replayed: The file holds "text"; it must hold an object.
            null                       | cannot be replayed: The file holds null; it must hold an object.
            NaN                        | cannot be replayed: The file holds NaN; it must hold an object.
            {"format": [1]}            | cannot be replayed: The file's format is "[1]", but must be "mpe-golden/1".
            no JSON                    | is neither a recording nor valid JSON at line 1: Unrecognized token 'no'
            {"format":                 | is neither a recording nor valid JSON at line 1: Unexpected end-of-input
            """)
    void contentThatIsNoRecordingIsNamed(String content, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("recording.json"), content.replace("\\n", "\n"));
        assertRefused(file, file + " " + message);
    }

    private static void assertRefused(Path file, String message) {
        for (ThrowingCallable reading : List.<ThrowingCallable>of(
                () -> Recordings.verify(Catalogue.standard(), file),
                () -> Recordings.episode(Catalogue.standard(), file))) {
            assertThatThrownBy(reading)
                    .isInstanceOf(StoreException.class)
                    .hasMessageStartingWith(message)
                    .hasMessageEndingWith(".")
                    .message()
                    .hasLineCount(1);
        }
    }

    @Test
    void aPartOfTheWrongKindIsNamedWithItsPlace() throws IOException {
        String whole = Files.readString(Path.of("src/test/resources/golden/mpe/simple-1.json"));
        Path file = folder.resolve("recording.json");
        Files.writeString(file, whole.replaceFirst("\"rewards\": ?\\[[^,\\]]*", "\"rewards\": [NaN"));
        assertRefused(
                file,
                file
                        + " cannot be replayed: The recording's \"steps[0].rewards[0]\" is NaN; it must be a finite number.");
        Files.writeString(file, whole.replaceFirst("\"steps\": ?\\[", "\"steps\": {}, \"other\": ["));
        assertRefused(file, file + " cannot be replayed: The recording's \"steps\" is an object; it must be a list.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "variant": {}   | "variant": {"num_good_agents": 2}  | The recording's "variant.num_good_agents" is 2, but its "entities" have 1.
            "variant": {}   | "env_args": {"num_obstacles": 1}   | The recording's "env_args.num_obstacles" is 1, but its "entities" have 2.
            "silent": true  | "silent": false                    | The recording's "entities.agents[0].silent" is not true, but agents of simple_tag send no messages.
            """, quoteCharacter = '`')
    void aDescriptionThatContradictsItselfOrTheScenarioIsRefused(String recorded, String changed, String message)
            throws IOException {
        String whole = Files.readString(Path.of("src/test/resources/golden/mpe/simple_tag-1.json"));
        Path file = folder.resolve("recording.json");
        String pattern = java.util.regex.Pattern.quote(recorded).replace(": ", "\\E: ?\\Q");
        Files.writeString(file, whole.replaceFirst(pattern, changed));
        assertRefused(file, file + " cannot be replayed: " + message);
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void aGoldenEpisodeIsShownWhereItWasRecorded(Path file) throws IOException {
        Episode episode = Recordings.episode(Catalogue.standard(), file);
        JsonNode steps = new ObjectMapper().readTree(file.toFile()).get("steps");
        assertThat(episode.steps()).isEqualTo(steps.size());
        assertThat(episode.moments().get(0).frame().step()).isZero();
        for (int step = 0; step < steps.size(); step++) {
            Episode.Moment moment = episode.moments().get(step + 1);
            EpisodeFrame frame = moment.frame();
            assertThat(frame.step()).isEqualTo(step + 1);
            assertThat(frame.last()).isEqualTo(step == steps.size() - 1);
            for (int seat = 0; seat < episode.agents().size(); seat++) {
                double terms = moment.rewardTerms().get(seat).stream()
                        .mapToDouble(Double::doubleValue)
                        .sum();
                assertThat(terms).isCloseTo(frame.rewards().get(seat), within(1e-9));
                assertThat(moment.events().get(seat)).hasSameSizeAs(episode.events());
                assertThat(moment.observations().get(seat))
                        .hasSize(episode.agents().get(seat).observationSize());
            }
            for (Scene.Disc disc : frame.scene().discs()) {
                if (disc.kind() == Scene.Kind.AGENT) {
                    JsonNode recorded =
                            steps.get(step).get("agents").get(disc.agent()).get("pos");
                    assertThat(disc.x()).isCloseTo(recorded.get(0).asDouble(), within(1e-9));
                    assertThat(disc.y()).isCloseTo(recorded.get(1).asDouble(), within(1e-9));
                }
            }
        }
    }
}
