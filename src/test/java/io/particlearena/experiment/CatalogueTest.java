package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.particlearena.env.AgentSpec;
import io.particlearena.options.OptionException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class CatalogueTest {

    private static AbstractThrowableAssert<?, ?> assertRefused(String place, ThrowingCallable work) {
        assertThatThrownBy(work)
                .asInstanceOf(type(OptionException.class))
                .extracting(OptionException::option)
                .isEqualTo(place);
        return assertThatThrownBy(work).hasMessageEndingWith(".");
    }

    @Test
    void agentsFollowTheScenarioOptions() {
        ExperimentSpec spec = Tiny.draft().scenarioOption("num_good", "2").resolve();
        assertThat(Tiny.CATALOGUE.agents(spec))
                .extracting(AgentSpec::name)
                .containsExactly("adversary 0", "agent 0", "agent 1");
        assertThat(spec.scenarioOptions()).isEqualTo(Map.of("num_good", 2L));
    }

    @Test
    void sidesArePlayedByTheirPoliciesUnlessAssigned() {
        ExperimentSpec spec = Tiny.draft()
                .scenarioOption("num_good", 2)
                .algorithm("third", "tiny-walk")
                .assign("agent 1", "third")
                .resolve();
        Seating seating = Tiny.CATALOGUE.seating(spec);
        assertThat(seating.policyOfSeat()).containsExactly("bad", "good", "third");
        assertThat(seating.seatsOf("third")).containsExactly(2);
    }

    @Test
    void faultsNameTheirPlace() {
        assertRefused("scenario", () -> Tiny.draft().scenario("tin").resolve())
                .hasMessageContaining("\"tin\"")
                .hasMessageContaining("tiny");
        assertRefused(
                "scenario_options.num_good",
                () -> Tiny.draft().scenarioOption("num_good", 11).resolve());
        assertRefused(
                        "scenario_options.num_good",
                        () -> Tiny.draft().scenarioOption("num_good", 3).resolve())
                .hasMessageContaining("refuses");
        assertRefused(
                "scenario_options.num_goo",
                () -> Tiny.draft().scenarioOption("num_goo", 1).resolve());
        assertRefused(
                        "policies.bad.lr",
                        () -> Tiny.draft().policyOption("bad", "lr", "two").resolve())
                .hasMessageStartingWith("Policy bad: ");
        assertRefused(
                "policies.bad.algorithm",
                () -> Tiny.draft().algorithm("bad", "none").resolve());
        assertRefused(
                "run.num_episodes",
                () -> Tiny.draft().runOption("num_episodes", 0).resolve());
        assertRefused(
                "assignment.agent 9",
                () -> Tiny.draft().assign("agent 9", "good").resolve());
        assertRefused(
                "assignment.agent 0",
                () -> Tiny.draft().assign("agent 0", "ugly").resolve());
        assertRefused(
                "policies.idle",
                () -> Tiny.draft().algorithm("idle", "tiny-walk").resolve());
        assertRefused(
                "policies.../up",
                () -> Tiny.draft().algorithm("../up", "tiny-walk").resolve());
    }

    @Test
    void valuesAtTheirDefaultsAreLeftOut() {
        ExperimentSpec spec = Tiny.draft()
                .policyOption("good", "lr", "0.1")
                .policyOption("bad", "lr", 1)
                .resolve();
        assertThat(spec.policy("good").options()).isEmpty();
        assertThat(spec.policy("bad").options()).isEqualTo(Map.of("lr", 1.0));
    }

    @Test
    void otherScenarioDropsOptionsOfTheFormer() {
        SpecDraft draft = Tiny.draft().scenarioOption("num_good", 2);
        draft.scenario("other").scenario("tiny");
        assertThat(draft.resolve().scenarioOptions()).isEmpty();
    }

    @Test
    void otherAlgorithmKeepsTheOptionsThatItKnows() {
        ExperimentSpec spec = Tiny.draft()
                .policyOption("good", "lr", 0.3)
                .policyOption("good", "fail_at", 7)
                .algorithm("good", "other-walk")
                .resolve();
        assertThat(spec.policy("good").options()).isEqualTo(Map.of("lr", 0.3));
    }

    @Test
    void optionForAllPoliciesReachesThoseThatHaveIt() {
        ExperimentSpec spec = Tiny.draft()
                .algorithm("good", "other-walk")
                .policyOption("fail_at", 7)
                .resolve();
        assertThat(spec.policy("good").options()).isEmpty();
        assertThat(spec.policy("bad").options()).isEqualTo(Map.of("fail_at", 7L));
        assertThatThrownBy(() -> Tiny.draft().policyOption("unknown", 1)).isInstanceOf(OptionException.class);
    }

    @Test
    void entriesShowTheirOptions() {
        assertThat(Tiny.CATALOGUE.scenarios()).singleElement().satisfies(entry -> {
            assertThat(entry.name()).isEqualTo("tiny");
            assertThat(entry.options()).hasSize(3);
        });
        assertThat(Tiny.CATALOGUE.algorithms())
                .extracting(CatalogueEntry::name)
                .isEqualTo(List.of("tiny-walk", "other-walk", "tiny-student"));
    }

    @Test
    void everyScenarioIsPlayedAtRandomForAPreview() {
        Catalogue catalogue = Catalogue.standard();
        ExperimentSpec first = catalogue.presets().get(0).spec();
        for (CatalogueEntry scenario : catalogue.scenarios()) {
            ExperimentSpec spec = new ExperimentSpec(
                    scenario.name(),
                    Map.of(),
                    first.policies(),
                    Map.of(),
                    List.of(),
                    first.run(),
                    first.seed(),
                    List.of());
            EpisodePlayer player = catalogue.preview(spec);
            EpisodeFrame begin = player.restart();
            EpisodeFrame next = player.next();
            assertThat(begin.step()).as(scenario.name()).isZero();
            assertThat(next.step()).as(scenario.name()).isEqualTo(1);
            assertThat(next.agents()).isEqualTo(catalogue.agents(spec));
            assertThat(begin.scene().discs().size() + begin.scene().cells().size())
                    .as(scenario.name())
                    .isPositive();
            assertThat(catalogue.preview(spec).restart()).isEqualTo(begin);
        }
    }
}
