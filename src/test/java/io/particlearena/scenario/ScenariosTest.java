package io.particlearena.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.env.Environment;
import io.particlearena.env.EnvironmentConformance;
import io.particlearena.env.EnvironmentEntry;
import io.particlearena.math.RandomStream;
import io.particlearena.options.OptionDescriptor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds for every line of the catalogue. */
final class ScenariosTest {

    static Stream<EnvironmentEntry<?>> entries() {
        return Scenarios.entries().stream();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void conformsWithDefaults(EnvironmentEntry<?> entry) {
        EnvironmentConformance.check(random -> entry.create(Map.of(), random));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void conformsUnderAllRulesAndActionModesWithNoise(EnvironmentEntry<?> entry) {
        for (String rules : rules(entry)) {
            for (String mode : List.of("vector", "forced", "index", "box")) {
                Map<String, Object> values = new LinkedHashMap<>();
                values.put("rules", rules);
                values.put("action_mode", mode);
                values.put("action_noise", 0.5);
                values.put("message_noise", 0.1);
                values.put("max_episode_len", 7);
                EnvironmentConformance.check(random -> entry.create(values, random));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("entries")
    void conformsWithOtherCountsAndMovableLandmarks(EnvironmentEntry<?> entry) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (OptionDescriptor option : entry.options().options()) {
            if (option.key().startsWith("num_")
                    && option.defaultValue() instanceof Long count
                    && count < option.max()) {
                values.put(option.key(), count + 1);
            }
        }
        values.put("movable_landmarks", true);
        values.put("landmark_mass", 2.5);
        EnvironmentConformance.check(random -> entry.create(values, random));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void conformsWithEverySwitchOn(EnvironmentEntry<?> entry) {
        for (OptionDescriptor option : entry.options().options()) {
            if (option.defaultValue().equals(false)) {
                EnvironmentConformance.check(random -> entry.create(Map.of(option.key(), true), random));
            }
        }
    }

    @Test
    void namesAreUnique() {
        assertThat(Scenarios.entries()).extracting(EnvironmentEntry::name).doesNotHaveDuplicates();
        assertThat(Scenarios.entries()).extracting(EnvironmentEntry::title).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void everythingIsExplainedToPeople(EnvironmentEntry<?> entry) {
        assertThat(entry.description()).endsWith(".");
        for (OptionDescriptor option : entry.options().options()) {
            assertThat(option.help()).as(option.key()).endsWith(".").hasSizeGreaterThan(10);
        }
        Environment environment = entry.create(Map.of(), RandomStream.ofSeed(1));
        assertThat(environment.rewardTerms()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(environment.events()).isNotEmpty().doesNotHaveDuplicates();
    }

    private static List<String> rules(EnvironmentEntry<?> entry) {
        List<String> rules = new ArrayList<>(List.of("mpe2"));
        if (entry.options().find("rules").orElseThrow().defaultValue().equals("openai")) {
            rules.add("openai");
        }
        return rules;
    }
}
