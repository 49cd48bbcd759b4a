package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.particlearena.options.OptionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpecJsonTest {

    private static SpecLayer parse(String json) {
        return SpecJson.parse(json.getBytes(StandardCharsets.UTF_8), "x.json");
    }

    private static ExperimentSpec resolve(String json) {
        return new SpecDraft(Tiny.CATALOGUE).over(parse(json)).resolve();
    }

    @Test
    void writtenSpecificationReadsBackAsTheSame() {
        ExperimentSpec spec = Tiny.draft()
                .scenarioOption("num_good", 2)
                .policyOption("bad", "lr", 0.25)
                .algorithm("extra", "other-walk")
                .load("extra", "earlier run")
                .assign("agent 1", "extra")
                .seed(Long.MIN_VALUE)
                .resolve();
        String json = SpecJson.write(Tiny.CATALOGUE, spec);
        assertThat(resolve(json)).isEqualTo(spec);
        assertThat(json).contains("\"fail_at\" : 0", "\"agent_update_freq\" : 3");
    }

    @Test
    void emptyObjectSaysNothing() {
        assertThat(parse("{}"))
                .isEqualTo(new SpecLayer("", "", null, Map.of(), Map.of(), Map.of(), null, Map.of(), null, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"scenari": "tiny"}                       | the specification has the unknown key "scenari"
            {"policies": {"good": {"algo": "x"}}}     | policy "good" has the unknown key "algo"
            {"scenario": 3}                           | "scenario" must be a text in quotes, but is 3
            {"run": []}                               | "run" must be an object in braces
            {"run": {"num_episodes": null}}           | option "num_episodes" is null
            {"run": {"num_episodes": {"a": 1}}}       | option "num_episodes" is {"a":1}
            {"seed": 1.5}                             | the seed is 1.5
            {"seed": 99999999999999999999}            | the seed is 99999999999999999999
            [1, 2]                                    | must be an object in braces
            {"seed": 1} trailing                      | not valid JSON
            {"seed": 1, "seed": 2}                    | not valid JSON
            {"run": {"a": [[[[[[[[[1]]]]]]]]]}}       | not valid JSON
            {"seed": 1                                | not valid JSON
            """)
    void fileThatIsNoSpecificationIsRefusedInOneSentence(String json, String message) {
        assertThatThrownBy(() -> parse(json))
                .isInstanceOf(OptionException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("x.json")
                .hasMessageEndingWith(".")
                .message()
                .satisfies(text -> assertThat(text.lines()).hasSize(1));
    }

    @Test
    void hugeOrMissingFileIsRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("big.json");
        Files.writeString(file, " ".repeat((1 << 20) + 1));
        assertThatThrownBy(() -> SpecJson.read(file))
                .isInstanceOf(OptionException.class)
                .hasMessageContaining("larger than");
        assertThatThrownBy(() -> SpecJson.read(folder.resolve("none.json")))
                .isInstanceOf(OptionException.class)
                .hasMessageContaining("There is no specification file");
    }
}
