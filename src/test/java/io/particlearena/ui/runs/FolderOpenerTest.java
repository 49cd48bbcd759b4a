package io.particlearena.ui.runs;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class FolderOpenerTest {

    private static final String JAVA =
            Path.of(System.getProperty("java.home", ""), "bin", "java").toString();

    @Test
    void failureOfTheFileBrowserIsTold() {
        Path folder = Path.of("target");
        assertThatCode(() -> FolderOpener.of(JAVA, "-version").open(folder)).doesNotThrowAnyException();
        assertThatThrownBy(() -> FolderOpener.of(JAVA, "-no-such-option").open(folder))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("ended with 1");
        assertThatThrownBy(() -> FolderOpener.of("no-such-program").open(folder))
                .isInstanceOf(IOException.class)
                .hasMessage("the program no-such-program cannot be started");
    }
}
