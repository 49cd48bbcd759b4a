package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.algo.Algorithms;
import io.particlearena.algo.parts.AlgorithmEntry;
import io.particlearena.results.MetricDescription;
import io.particlearena.results.MetricDictionary;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LiveChartsTest {

    @Test
    void chartsAreThoseOfTheAlgorithmsThatPlay() {
        Catalogue catalogue = Catalogue.standard();
        ExperimentSpec push = catalogue.preset("lemol-push").spec();
        assertThat(LiveCharts.of(catalogue, push))
                .containsExactly(
                        List.of("episode_return"),
                        List.of("in_play_accuracy/", "in_play_accuracy_ceiling/"),
                        List.of("opponent_model_loss/"),
                        List.of("critic_loss"),
                        List.of("policy_loss"),
                        List.of("q_mean"));
        for (String withoutStudy : List.of("lemol-push-oracle", "lemol-push-pretrained")) {
            assertThat(LiveCharts.of(catalogue, catalogue.preset(withoutStudy).spec()))
                    .contains(List.of("in_play_accuracy/", "in_play_accuracy_ceiling/"))
                    .doesNotContain(List.of("opponent_model_loss/"));
        }
        assertThat(LiveCharts.of(catalogue, catalogue.preset("simple-ppo").spec()))
                .contains(List.of("value_loss"), List.of("clip_fraction"))
                .doesNotContain(List.of("critic_loss"));
    }

    @Test
    void chartsShowMetricsOfTheDictionary() {
        for (AlgorithmEntry<?> algorithm : Algorithms.all()) {
            assertThat(algorithm.charts()).isNotEmpty();
            assertThat(algorithm.charts())
                    .flatMap(chart -> chart)
                    .allSatisfy(name -> assertThat(MetricDictionary.ALL)
                            .extracting(MetricDescription::name)
                            .contains(name));
        }
    }
}
