package io.particlearena.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DirectoryChoiceTest {

    @TempDir
    private Path folder;

    @Test
    void theChoiceBeginsInADirectoryThatIsThere() {
        assertThat(new DirectoryChoice(folder.resolve("runs")).beginning()).contains(folder);
        assertThat(new DirectoryChoice(folder.resolve("no").resolve("such").resolve("runs")).beginning())
                .contains(folder);
        assertThat(new DirectoryChoice(Path.of("/")).beginning()).isEmpty();
    }
}
