package io.particlearena.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Checks every file of golden numbers for losses, in whatever folder {@code golden.dir} names. */
final class LossesGoldenTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Lower this number whenever a kind leaves the list; it never rises. */
    private static final int NOT_COVERED_AT_MOST = 28;

    @TestFactory
    Stream<DynamicTest> everyCoveredFileAgrees() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Map.Entry<Path, JsonNode> file : files().entrySet()) {
            String kind = file.getValue().path("kind").asText();
            GoldenCheck check = GoldenChecks.BY_KIND.get(kind);
            if (check != null) {
                file.getValue()
                        .path("cases")
                        .forEach(body -> tests.add(DynamicTest.dynamicTest(
                                file.getKey().getFileName() + " "
                                        + body.path("id").asText(),
                                () -> check.check(goldenCase(file.getValue(), body)))));
            }
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    @Test
    void everyKindIsEitherCheckedOrListedAsNotCovered() throws IOException {
        List<String> notCovered = notCovered();
        for (Map.Entry<Path, JsonNode> file : files().entrySet()) {
            String kind = file.getValue().path("kind").asText();
            assertThat(GoldenChecks.BY_KIND.containsKey(kind) || notCovered.contains(kind))
                    .as(
                            "%s has the kind \"%s\", which nothing checks and losses-not-covered.txt does not list",
                            file.getKey(), kind)
                    .isTrue();
        }
    }

    @Test
    void theListOfWhatIsNotCoveredOnlyShrinks() throws IOException {
        List<String> notCovered = notCovered();
        assertThat(notCovered)
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSizeLessThanOrEqualTo(NOT_COVERED_AT_MOST)
                .doesNotContainAnyElementsOf(GoldenChecks.BY_KIND.keySet());
    }

    private static GoldenCase goldenCase(JsonNode file, JsonNode body) {
        return new GoldenCase(
                body.path("id").asText(),
                body,
                file.path("tolerance").path("atol").asDouble(),
                file.path("tolerance").path("rtol").asDouble());
    }

    private static List<String> notCovered() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/losses-not-covered.txt"));
    }

    private static Map<Path, JsonNode> files() throws IOException {
        Path folder = Path.of(System.getProperty("golden.dir", "src/test/resources/golden"))
                .resolve("losses");
        Map<Path, JsonNode> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path :
                    paths.filter(path -> path.toString().endsWith(".json")).toList()) {
                files.put(path, JSON.readTree(path.toFile()));
            }
        }
        assertThat(files).isNotEmpty();
        return files;
    }
}
