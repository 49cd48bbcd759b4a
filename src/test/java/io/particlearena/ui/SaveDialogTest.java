package io.particlearena.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class SaveDialogTest {

    @Test
    void aFileThatIsNamedWithoutItsEndingIsGivenIt() {
        assertThat(SaveDialog.withEnding(Path.of("a", "loss"), ".csv")).isEqualTo(Path.of("a", "loss.csv"));
        assertThat(SaveDialog.withEnding(Path.of("loss.v2"), ".csv")).isEqualTo(Path.of("loss.v2.csv"));
        assertThat(SaveDialog.withEnding(Path.of("loss.csv"), ".csv")).isEqualTo(Path.of("loss.csv"));
        assertThat(SaveDialog.withEnding(Path.of("LOSS.CSV"), ".csv")).isEqualTo(Path.of("LOSS.CSV"));
    }
}
