package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.particlearena.env.Scene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RecordingsTest {

    private static List<Path> goldenFiles() throws IOException {
        try (Stream<Path> files =
                Files.list(Path.of(System.getProperty("golden.dir", "src/test/resources/golden"), "mpe"))) {
            return files.filter(file -> file.toString().endsWith("-1.json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void aGoldenEpisodeIsShownWhereItWasRecordedAndBeginsAgain(Path file) throws IOException {
        EpisodePlayer player = Recordings.player(Catalogue.standard(), file);
        JsonNode steps = new ObjectMapper().readTree(file.toFile()).get("steps");
        assertThat(player.restart().step()).isZero();
        for (int step = 0; step < steps.size(); step++) {
            EpisodeFrame frame = player.next();
            assertThat(frame.episode()).isEqualTo(1);
            assertThat(frame.step()).isEqualTo(step + 1);
            assertThat(frame.last()).isEqualTo(step == steps.size() - 1);
            for (Scene.Disc disc : frame.scene().discs()) {
                if (disc.kind() == Scene.Kind.AGENT) {
                    JsonNode recorded =
                            steps.get(step).get("agents").get(disc.agent()).get("pos");
                    assertThat(disc.x()).isCloseTo(recorded.get(0).asDouble(), within(1e-9));
                    assertThat(disc.y()).isCloseTo(recorded.get(1).asDouble(), within(1e-9));
                }
            }
        }
        EpisodeFrame again = player.next();
        assertThat(again.step()).isZero();
        assertThat(again.episode()).isEqualTo(2);
    }
}
