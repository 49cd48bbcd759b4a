package io.particlearena.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MetricDictionaryTest {

    @Test
    void agentsMetricIsFoundByItsTag() {
        String tag = MetricDictionary.tag("adversary 0", "critic_loss");
        assertThat(tag).isEqualTo("adversary 0/critic_loss");
        assertThat(MetricDictionary.find(tag))
                .get()
                .extracting(MetricDescription::name)
                .isEqualTo("critic_loss");
        assertThat(MetricDictionary.agent(tag)).contains("adversary 0");
        assertThat(MetricDictionary.name(tag)).isEqualTo("critic_loss");
    }

    @Test
    void familyDescribesItsMembersOnly() {
        assertThat(MetricDictionary.find("agent 0/event/collision")).isPresent();
        assertThat(MetricDictionary.name("agent 0/reward/distance")).isEqualTo("reward/distance");
        assertThat(MetricDictionary.find("agent 0/event/")).isEmpty();
        assertThat(MetricDictionary.find("agent 0/event")).isEmpty();
    }

    @Test
    void metricOfTheRunHasNoAgent() {
        assertThat(MetricDictionary.find("advance_score")).isPresent();
        assertThat(MetricDictionary.agent("advance_score")).isEmpty();
        assertThat(MetricDictionary.name("advance_score")).isEqualTo("advance_score");
        assertThat(MetricDictionary.find("critic_loss")).isEmpty();
        assertThat(MetricDictionary.find("agent 0/advance_score")).isEmpty();
    }

    @Test
    void onlyMetricsOfTheClockAreTiming() {
        assertThat(MetricDictionary.isTiming("steps_per_second")).isTrue();
        assertThat(MetricDictionary.isTiming("agent 0/critic_loss")).isFalse();
        assertThat(MetricDictionary.isTiming("never heard of")).isFalse();
    }

    @Test
    void namesAreUniqueAndDescribed() {
        assertThat(MetricDictionary.ALL).extracting(MetricDescription::name).doesNotHaveDuplicates();
        assertThat(MetricDictionary.ALL)
                .allSatisfy(metric -> assertThat(metric.meaning()).endsWith("."));
        assertThat(MetricDictionary.markdown()).contains("| `AGENT/critic_loss` |");
    }
}
