package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.experiment.PublishedReturns.Band;
import io.particlearena.experiment.PublishedReturns.Point;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PublishedReturnsTest {

    private final Catalogue catalogue = Catalogue.standard();

    private SpecDraft draft(String scenario) {
        return new SpecDraft(catalogue)
                .over(Presets.layer("maddpg-openai"))
                .endLayer()
                .scenario(scenario);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "simple",
                "simple_push",
                "simple_spread",
                "simple_adversary",
                "simple_speaker_listener",
                "simple_tag",
                "simple_crypto"
            })
    void everyAgentOfAPublishedScenarioHasABandThatGoesOnInTime(String scenario) {
        ExperimentSpec spec = draft(scenario).resolve();
        List<Band> bands = PublishedReturns.of(catalogue, spec);
        assertThat(bands)
                .extracting(Band::agent)
                .isEqualTo(catalogue.agents(spec).stream()
                        .map(agent -> agent.name())
                        .toList());
        for (Band band : bands) {
            assertThat(band.points())
                    .hasSizeGreaterThanOrEqualTo(5)
                    .allSatisfy(point -> assertThat(point.low()).isLessThan(point.high()));
            assertThat(band.points())
                    .extracting(Point::step)
                    .isSorted()
                    .startsWith(25_000L)
                    .endsWith(1_500_000L);
        }
    }

    @Test
    void bandsAreThoseOfTheAgentsSide() {
        List<Band> bands = PublishedReturns.of(catalogue, draft("simple_push").resolve());
        assertThat(bands.get(0).agent()).isEqualTo("adversary 0");
        assertThat(bands.get(0).points().get(4)).isEqualTo(new Point(1_500_000, -2, 0.6));
        assertThat(bands.get(1).points().get(4)).isEqualTo(new Point(1_500_000, -10, -6.5));
    }

    @Test
    void otherScenariosOptionsAndAlgorithmsHaveNone() {
        assertThat(PublishedReturns.of(catalogue, draft("simple_line").resolve()))
                .isEmpty();
        assertThat(PublishedReturns.of(
                        catalogue,
                        draft("simple_spread")
                                .scenarioOption("max_episode_len", 50)
                                .resolve()))
                .isEmpty();
        assertThat(PublishedReturns.of(
                        catalogue, draft("simple_tag").algorithm("bad", "ppo").resolve()))
                .isEmpty();
    }

    @Test
    void endWhereAnOptionOfTheScenarioChanges() {
        ExperimentSpec spec = draft("simple_tag").resolve();
        List<Band> whole = PublishedReturns.of(catalogue, spec);
        OptionChange rate = new OptionChange(30_000, "good", "lr", 0.001);
        OptionChange speed = new OptionChange(100_000, "", "prey_max_speed", 0.1);
        assertThat(PublishedReturns.of(catalogue, spec.withChanges(List.of(rate))))
                .isEqualTo(whole);
        List<Band> cut = PublishedReturns.of(catalogue, spec.withChanges(List.of(rate, speed)));
        assertThat(cut)
                .hasSameSizeAs(whole)
                .allSatisfy(band -> assertThat(band.points())
                        .isNotEmpty()
                        .allSatisfy(point -> assertThat(point.step()).isLessThanOrEqualTo(100_000)));
        assertThat(whole.get(0).until(1).points()).isEmpty();
    }
}
