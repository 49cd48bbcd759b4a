package io.particlearena.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OptionSchemaTest {

    private static final OptionSchema<Training> SCHEMA = OptionSchema.of(Training.class);

    enum TimeLimit {
        BOOTSTRAP,
        AS_TERMINAL
    }

    record Optimiser(
            @Option(help = "Step size.", value = "0.01", min = 0, max = 1, formerName = "learning-rate", live = true)
            double lr,

            @Option(
                    help = "Form.",
                    value = "tf",
                    choices = {"tf", "torch"})
            String form) {}

    record Training(
            @Option(help = "Episodes.", value = "25000", min = 1, unit = "episodes")
            int numEpisodes,

            @Option(help = "Batch.", value = "1024", min = 1, max = 4096)
            int batchSize,

            @Option(help = "Room.", value = "1000000", min = 1)
            long capacity,

            @Option(help = "End.", value = "bootstrap") TimeLimit timeLimit,

            @Option(help = "Learn | play.", value = "true") boolean learn,

            @Option(help = "Name.", value = "") String name,

            @Option(help = "Seats.", value = "a, b") List<String> seats,

            @OptionGroup("Optimiser") Optimiser optimiser) {

        Training {
            if (batchSize > capacity) {
                throw new IllegalArgumentException(
                        "The batch size " + batchSize + " is larger than the capacity " + capacity + ".");
            }
        }
    }

    @Test
    void defaultsAreThoseOfTheAnnotations() {
        assertThat(SCHEMA.defaults())
                .isEqualTo(new Training(
                        25000,
                        1024,
                        1_000_000,
                        TimeLimit.BOOTSTRAP,
                        true,
                        "",
                        List.of("a", "b"),
                        new Optimiser(0.01, "tf")));
    }

    @Test
    void valuesComeBack() {
        Training training = SCHEMA.parse(Map.of(
                "num_episodes",
                7,
                "time_limit",
                "as-terminal",
                "learn",
                false,
                "name",
                "x,y",
                "seats",
                List.of("c"),
                "lr",
                0.5,
                "form",
                "torch"));
        Map<String, Object> values = SCHEMA.values(training);
        assertThat(values.keySet())
                .containsExactly(
                        "num_episodes", "batch_size", "capacity", "time_limit", "learn", "name", "seats", "lr", "form");
        assertThat(SCHEMA.parse(values)).isEqualTo(training);
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((key, value) ->
                texts.put(key, value instanceof List<?> list ? String.valueOf(list.get(0)) : value.toString()));
        assertThat(SCHEMA.parse(texts)).isEqualTo(training);
    }

    @Test
    void textsAreReadAsOnTheCommandLine() {
        Training training = SCHEMA.parse(Map.of(
                "num_episodes", " 1e3 ",
                "lr", "1e-3",
                "learn", "FALSE",
                "time_limit", "AS_TERMINAL",
                "seats", "one, two"));
        assertThat(training.numEpisodes()).isEqualTo(1000);
        assertThat(training.optimiser().lr()).isEqualTo(0.001);
        assertThat(training.learn()).isFalse();
        assertThat(training.timeLimit()).isEqualTo(TimeLimit.AS_TERMINAL);
        assertThat(training.seats()).containsExactly("one", "two");
        assertThat(SCHEMA.parse(Map.of("seats", " ")).seats()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    batch_size   | 0          | a whole number from 1 to 4096
                    batch_size   | 4097       | a whole number from 1 to 4096
                    batch_size   | 1.5        | a whole number from 1 to 4096
                    batch_size   | many       | a whole number from 1 to 4096
                    batch_size   | 3000000000 | a whole number from 1 to 4096
                    num_episodes | 3000000000 | a whole number from 1 to 2147483647
                    num_episodes | 1e99999999 | a whole number from 1 to 2147483647
                    capacity     | 9223372036854775808 | a whole number of at least 1
                    lr           | -0.1       | a number from 0 to 1
                    lr           | NaN        | a number from 0 to 1
                    lr           | 1e999      | a number from 0 to 1
                    learn        | yes        | true or false
                    time_limit   | ignore     | one of bootstrap, as-terminal
                    form         | jax        | one of tf, torch
                    """)
    void refusalNamesOptionValueAndWhatIsAllowed(String key, String value, String allowed) {
        OptionException refused = catchThrowableOfType(OptionException.class, () -> SCHEMA.parse(Map.of(key, value)));
        assertThat(refused).hasMessage("Option " + key + " is \"" + value + "\", but must be " + allowed + ".");
        assertThat(refused.option()).isEqualTo(key);
    }

    @Test
    void valueOfAnotherKindIsRefused() {
        for (String key : SCHEMA.values(SCHEMA.defaults()).keySet()) {
            assertThatThrownBy(() -> SCHEMA.parse(Map.of(key, Map.of())))
                    .isInstanceOf(OptionException.class)
                    .hasMessageContaining(key);
        }
        assertThatThrownBy(() -> SCHEMA.parse(Map.of("seats", List.of(1)))).isInstanceOf(OptionException.class);
        assertThatThrownBy(() -> SCHEMA.parse(Map.of("batch_size", 1.5))).isInstanceOf(OptionException.class);
        assertThatThrownBy(() -> SCHEMA.parse(Map.of("lr", Double.NaN))).isInstanceOf(OptionException.class);
        assertThatThrownBy(() -> SCHEMA.parse(Map.of("lr", true))).isInstanceOf(OptionException.class);
    }

    @Test
    void endlessNumberIsRefusedInAShortSentence() {
        assertThatThrownBy(() -> SCHEMA.parse(Map.of("batch_size", "1".repeat(1_000_000))))
                .isInstanceOf(OptionException.class)
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(600));
    }

    @ParameterizedTest
    @CsvSource({
        "num_episode, num_episodes",
        "num-episodes, num_episodes",
        "batchsize, batch_size",
        "batch_szie, batch_size",
        "LR, lr",
        "learning-rate, lr",
        "learning_rate, lr"
    })
    void unknownOptionComesWithTheOneThatWasMeant(String written, String meant) {
        OptionException refused = catchThrowableOfType(OptionException.class, () -> SCHEMA.parse(Map.of(written, "1")));
        assertThat(refused).hasMessage("There is no option \"" + written + "\" here; you may mean \"" + meant + "\".");
        assertThat(refused.option()).isEqualTo(written);
    }

    @Test
    void optionUnlikeAnyOtherComesWithAllNames() {
        assertThatThrownBy(() -> SCHEMA.parse(Map.of("temperature_of_the_sun", 1)))
                .hasMessage(
                        "There is no option \"temperature_of_the_sun\" here; the options are batch_size, capacity, form,"
                                + " learn, lr, name, num_episodes, seats, time_limit.");
    }

    @Test
    void impossibleCombinationIsRefusedInTheRecordsOwnWords() {
        OptionException refused = catchThrowableOfType(
                OptionException.class, () -> SCHEMA.parse(Map.of("batch_size", 100, "capacity", 50)));
        assertThat(refused).hasMessage("The batch size 100 is larger than the capacity 50.");
        assertThat(refused.option()).isEmpty();
    }

    @Test
    void descriptorTellsAllThereIsToKnow() {
        OptionDescriptor lr = SCHEMA.find("lr").orElseThrow();
        assertThat(lr.group()).isEqualTo("Optimiser");
        assertThat(lr.flag()).isEqualTo("--lr");
        assertThat(lr.label()).isEqualTo("Learning rate");
        assertThat(lr.type()).isEqualTo(OptionType.NUMBER);
        assertThat(lr.defaultValue()).isEqualTo(0.01);
        assertThat(lr.live()).isTrue();
        OptionDescriptor episodes = SCHEMA.find("num_episodes").orElseThrow();
        assertThat(episodes.flag()).isEqualTo("--num-episodes");
        assertThat(episodes.label()).isEqualTo("Number of episodes");
        assertThat(episodes.defaultValue()).isEqualTo(25000L);
        assertThat(SCHEMA.find("episodes")).isEmpty();
    }

    @Test
    void tableForTheDocumentationHasEveryOption() {
        assertThat(OptionTables.markdown(SCHEMA.options())).isEqualTo("""
                        | flag | default | allowed | meaning |
                        |---|---|---|---|
                        | `--num-episodes` | `25000` episodes | a whole number from 1 to 2147483647 | Episodes. |
                        | `--batch-size` | `1024` | a whole number from 1 to 4096 | Batch. |
                        | `--capacity` | `1000000` | a whole number of at least 1 | Room. |
                        | `--time-limit` | `bootstrap` | one of bootstrap, as-terminal | End. |
                        | `--learn` | `true` | true or false | Learn \\| play. |
                        | `--name` |  | a text | Name. |
                        | `--seats` | `a,b` | texts with commas between them | Seats. |

                        **Optimiser**

                        | flag | default | allowed | meaning |
                        |---|---|---|---|
                        | `--lr` | `0.01` | a number from 0 to 1 | Step size. Elsewhere called `learning-rate`. May change while training. |
                        | `--form` | `tf` | one of tf, torch | Form. |
                        """);
    }

    record WrongDefault(
            @Option(help = "Size.", value = "0", min = 1) int size) {}

    record NotAnOption(int size) {}

    record WrongType(@Option(help = "Size.", value = "0") float size) {}

    record Twice(
            @Option(help = "Step size.", value = "0.1") double lr,

            @OptionGroup("Optimiser") Optimiser optimiser) {}

    @Test
    void wrongDeclarationIsAMistakeInTheProgram() {
        assertThatIllegalStateException().isThrownBy(() -> OptionSchema.of(WrongDefault.class));
        assertThatIllegalStateException().isThrownBy(() -> OptionSchema.of(NotAnOption.class));
        assertThatIllegalStateException().isThrownBy(() -> OptionSchema.of(WrongType.class));
        assertThatIllegalStateException()
                .isThrownBy(() -> OptionSchema.of(Twice.class))
                .withMessageContaining("two options");
    }

    @Test
    void distanceCountsSwappedNeighboursOnce() {
        assertThat(Suggestions.distance("gamma", "gamma")).isZero();
        assertThat(Suggestions.distance("gamam", "gamma")).isEqualTo(1);
        assertThat(Suggestions.distance("", "gamma")).isEqualTo(5);
        assertThat(Suggestions.distance("kitten", "sitting")).isEqualTo(3);
    }
}
