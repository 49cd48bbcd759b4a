package io.particlearena.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MetricsDigestTest {

    @TempDir
    Path root;

    @Test
    void encodingIsTheDocumentedOne() throws IOException {
        Path run = root.resolve("run");
        try (EventWriter writer = EventWriter.create(run)) {
            writer.scalar("loss", 7, 0.5);
        }
        // printf '\x04\0\0\0loss\x07\0\0\0\0\0\0\0\0\0\0\x3f' | sha256sum
        assertThat(MetricsDigest.of(run)).isEqualTo("27d1f3051e85e08cde6d589ed26926a14ad6873fbfa815c278ebe9230c0757a0");
    }

    @Test
    void interruptedAndResumedRunHasTheDigestOfOneNeverStopped() throws IOException {
        Path straight = root.resolve("straight");
        try (EventWriter writer = EventWriter.create(straight)) {
            write(writer, 1, 20, 0);
        }
        Path interrupted = root.resolve("interrupted");
        try (EventWriter writer = EventWriter.create(interrupted)) {
            write(writer, 1, 13, 0);
        }
        try (EventWriter writer = EventWriter.resume(interrupted, 10)) {
            write(writer, 11, 12, 0);
        }
        try (EventWriter writer = EventWriter.resume(interrupted, 10)) {
            write(writer, 11, 20, 0);
        }
        assertThat(MetricsDigest.of(interrupted)).isEqualTo(MetricsDigest.of(straight));
        assertThat(SeriesLoader.load(interrupted)
                        .find("agent 0/critic_loss")
                        .orElseThrow()
                        .view()
                        .values())
                .isEqualTo(SeriesLoader.load(straight)
                        .find("agent 0/critic_loss")
                        .orElseThrow()
                        .view()
                        .values());
    }

    @Test
    void valueStepTagAndOrderCountButTimeDoesNot() throws IOException {
        String plain = digest("a", 0, 0);
        assertThat(digest("b", 0, 5)).isEqualTo(plain);
        assertThat(digest("c", 1, 0)).isNotEqualTo(plain);
    }

    @Test
    void weightsOfDifferentNamesOrBitsDiffer() {
        assertThat(weights("a", 1, 2)).isEqualTo(weights("a", 1, 2));
        assertThat(weights("a", 1, 2)).isNotEqualTo(weights("b", 1, 2));
        assertThat(weights("a", 0f)).isNotEqualTo(weights("a", -0f));
        // printf '\x01\0\0\0a\x01\0\0\0\0\0\0\0\0\0\x80\x3f' | sha256sum
        assertThat(weights("a", 1)).isEqualTo("45559e5bff92c90b6778a1f69c2268a7b98fe6830e10d6f6f0f696d61f8d31d3");
    }

    private static String weights(String name, float... weights) {
        WeightsDigest digest = new WeightsDigest();
        digest.add(name, weights);
        return digest.hex();
    }

    private String digest(String folder, double offset, double timing) throws IOException {
        Path run = root.resolve(folder);
        try (EventWriter writer = EventWriter.create(run)) {
            write(writer, 1, 5, offset);
            writer.scalar("steps_per_second", 5, timing);
        }
        return MetricsDigest.of(run);
    }

    private static void write(EventWriter writer, int from, int to, double offset) throws IOException {
        for (int step = from; step <= to; step++) {
            writer.scalar("agent 0/critic_loss", step, 1.0 / step + offset);
            writer.scalar("agent 1/critic_loss", step, 2.0 / step);
        }
    }
}
