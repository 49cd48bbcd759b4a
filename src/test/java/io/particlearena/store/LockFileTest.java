package io.particlearena.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class LockFileTest {

    @TempDir
    private Path folder;

    @Test
    void oneHolderAtATime() throws IOException {
        Path file = folder.resolve("lock");
        try (LockFile lock = LockFile.take(file).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(LockFile.take(folder.resolve("x/../lock"))).isEmpty();
            assertThat(LockFile.take(folder.resolve("other"))).isPresent();
        }
        assertThat(file).exists();
        LockFile.take(file).orElseThrow().close();
    }

    @Test
    void whoOnlyLooksNeedsNoRightToWriteAndTakesNothingAway() throws IOException {
        Path file = folder.resolve("lock");
        try (LockFile lock = LockFile.take(file).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(LockFile.isHeld(file, Duration.ZERO)).isTrue();
            Path link = Files.createSymbolicLink(folder.resolveSibling(folder.getFileName() + "-link"), folder);
            assertThat(LockFile.take(link.resolve("lock"))).isEmpty();
            Files.delete(link);
            assertThat(LockFile.take(file)).isEmpty();
        }
        assertThat(file.toFile().setReadOnly()).isTrue();
        assertThat(LockFile.isHeld(file, Duration.ZERO)).isFalse();
    }

    @Test
    void killedProcessHoldsNothing() throws IOException, InterruptedException {
        Path file = folder.resolve("lock");
        Process child = LockInChild.start(file);
        try (BufferedReader output = child.inputReader()) {
            assertThat(output.readLine()).isEqualTo("true");
            assertThat(LockFile.take(file)).isEmpty();
            assertThat(LockFile.isHeld(file, Duration.ZERO)).isTrue();
        }
        child.destroyForcibly();
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        LockFile.take(file).orElseThrow().close();
    }
}
