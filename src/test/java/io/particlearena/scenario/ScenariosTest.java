package io.particlearena.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.particlearena.env.AgentSpec;
import io.particlearena.env.Environment;
import io.particlearena.env.EnvironmentConformance;
import io.particlearena.env.EnvironmentEntry;
import io.particlearena.env.StepBuffer;
import io.particlearena.math.RandomStream;
import io.particlearena.options.OptionDescriptor;
import io.particlearena.options.OptionException;
import io.particlearena.options.OptionType;
import io.particlearena.store.MemoryState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds for every line of the catalogue. */
final class ScenariosTest {

    static Stream<Named<EnvironmentEntry<?>>> entries() {
        return Scenarios.entries().stream().map(entry -> Named.of(entry.name(), entry));
    }

    /** The scenarios in a particle world. */
    static Stream<Named<EnvironmentEntry<?>>> particleEntries() {
        return entries()
                .filter(entry -> entry.getPayload().options().find("rules").isPresent());
    }

    @ParameterizedTest
    @MethodSource("entries")
    void conformsWithDefaults(EnvironmentEntry<?> entry) {
        EnvironmentConformance.check(random -> entry.create(Map.of(), random));
    }

    @ParameterizedTest
    @MethodSource("particleEntries")
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
    void anOptionThatChangesWhileTrainingLeavesAgentsAndStateAsTheyAre(EnvironmentEntry<?> entry) {
        Map<String, Object> values = new LinkedHashMap<>();
        entry.options().find("movable_landmarks").ifPresent(option -> values.put(option.key(), true));
        Environment before = entry.create(values, RandomStream.ofSeed(1));
        StepBuffer buffer = new StepBuffer(before);
        double[][] actions = before.agents().stream()
                .map(agent -> new double[agent.actionSize()])
                .toArray(double[][]::new);
        before.reset(buffer);
        before.step(actions, buffer);
        List<OptionDescriptor> live = entry.options().options().stream()
                .filter(OptionDescriptor::live)
                .toList();
        assertThat(live).hasSizeGreaterThan(2);
        for (OptionDescriptor option : live) {
            for (double value : new double[] {option.min(), option.max()}) {
                Map<String, Object> changed = new LinkedHashMap<>(values);
                changed.put(option.key(), option.type() == OptionType.INTEGER ? (Object) (long) value : value);
                Environment after = entry.create(changed, RandomStream.ofSeed(2));
                assertThat(after.agents()).isEqualTo(before.agents());
                assertThat(after.rewardTerms()).isEqualTo(before.rewardTerms());
                assertThat(after.events()).isEqualTo(before.events());
                assertThat(after.timeLimit()).isEqualTo(before.timeLimit());
                MemoryState state = MemoryState.of(before);
                after.load(state.reader());
                assertThat(MemoryState.of(after)).usingRecursiveComparison().isEqualTo(state);
                after.step(actions, new StepBuffer(after));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("particleEntries")
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

    @ParameterizedTest
    @MethodSource("particleEntries")
    void conformsWithScriptedAgents(EnvironmentEntry<?> entry) {
        List<AgentSpec> agents = entry.create(Map.of(), RandomStream.ofSeed(1)).agents();
        boolean opposed = agents.stream().map(AgentSpec::side).distinct().count() > 1;
        for (AgentSpec agent : agents.size() == 1 ? List.<AgentSpec>of() : agents) {
            for (String script : List.of("still", "random", "chase", "flee")) {
                Map<String, Object> options = Map.of("scripted_agents", agent.name(), "script", script);
                if (opposed || script.equals("still") || script.equals("random")) {
                    EnvironmentConformance.check(random -> entry.create(options, random));
                } else {
                    assertThatThrownBy(() -> entry.create(options, RandomStream.ofSeed(1)))
                            .isInstanceOf(OptionException.class)
                            .hasMessageContaining("\"" + agent.name() + "\" has no opponents here");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("particleEntries")
    void particleWorldsAreCutOffAtTheTimeLimit(EnvironmentEntry<?> entry) {
        Environment environment = entry.create(Map.of("max_episode_len", 3), RandomStream.ofSeed(1));
        StepBuffer buffer = new StepBuffer(environment);
        double[][] still = environment.agents().stream()
                .map(spec -> new double[spec.actionSize()])
                .toArray(double[][]::new);
        environment.reset(buffer);
        for (int step = 1; step <= 3; step++) {
            environment.step(still, buffer);
            assertThat(buffer.terminated()).isFalse();
            assertThat(buffer.truncated()).isEqualTo(step == 3);
        }
    }

    @ParameterizedTest
    @MethodSource("particleEntries")
    void coincidingBodiesGiveNoNaN(EnvironmentEntry<?> entry) {
        for (String rules : rules(entry)) {
            ParticleEnvironment environment =
                    (ParticleEnvironment) entry.create(Map.of("rules", rules), RandomStream.ofSeed(1));
            StepBuffer buffer = new StepBuffer(environment);
            environment.reset(buffer);
            for (int body = 0; body < environment.world().bodies(); body++) {
                environment.world().place(body, 0.25, 0.25);
            }
            double[][] still = environment.agents().stream()
                    .map(spec -> new double[spec.actionSize()])
                    .toArray(double[][]::new);
            while (!buffer.episodeOver()) {
                environment.step(still, buffer);
                for (int seat = 0; seat < still.length; seat++) {
                    assertThat(Arrays.stream(buffer.observation(seat)).allMatch(Double::isFinite))
                            .isTrue();
                    assertThat(buffer.rewards()[seat]).isFinite();
                }
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

    @ParameterizedTest
    @MethodSource("particleEntries")
    void openAiRulesAreRefusedWhereOnlyMpe2HasTheScenario(EnvironmentEntry<?> entry) {
        boolean only =
                List.of("simple_formation", "simple_line", "collect_treasure").contains(entry.name());
        if (only) {
            assertThatThrownBy(() -> entry.create(Map.of("rules", "openai"), RandomStream.ofSeed(1)))
                    .isInstanceOf(OptionException.class)
                    .hasMessage("Option rules is \"openai\", but must be mpe2, because only MPE2 has " + entry.name()
                            + ".");
        } else {
            assertThat(entry.create(Map.of("rules", "openai"), RandomStream.ofSeed(1)))
                    .isNotNull();
        }
    }

    @Test
    void aLocalRatioWithoutEffectIsRefused() {
        EnvironmentEntry<?> spread = Scenarios.find("simple_spread").orElseThrow();
        assertThatThrownBy(() -> spread.create(Map.of("local_ratio", 0.25), RandomStream.ofSeed(1)))
                .isInstanceOf(OptionException.class)
                .hasMessageContaining("local_ratio");
        assertThat(spread.create(Map.of("local_ratio", 0.25, "rules", "mpe2"), RandomStream.ofSeed(1)))
                .isNotNull();
    }

    @Test
    void everyScenarioOfThePackageIsListed() {
        List<String> classes = new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.particlearena.scenario")
                        .stream()
                        .filter(found ->
                                (found.isAssignableTo(Scenario.class) || found.isAssignableTo(Environment.class))
                                        && !found.isInterface())
                        .filter(found -> !found.isEquivalentTo(BareWorld.class)
                                && !found.isEquivalentTo(ParticleEnvironment.class)
                                && found.isTopLevelClass())
                        .map(found -> found.getSimpleName()
                                .replaceAll("(?<=.)(\\p{Upper})", "_$1")
                                .toLowerCase(Locale.ROOT))
                        .toList();
        assertThat(Scenarios.entries()).extracting(EnvironmentEntry::name).hasSameElementsAs(classes);
    }

    private static List<String> rules(EnvironmentEntry<?> entry) {
        List<String> rules = new ArrayList<>(List.of("mpe2"));
        if (entry.options().find("rules").orElseThrow().defaultValue().equals("openai")) {
            rules.add("openai");
        }
        return rules;
    }
}
