package io.particlearena.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.env.ActionHead;
import io.particlearena.env.AgentSpec;
import io.particlearena.env.Scene;
import io.particlearena.env.Side;
import io.particlearena.results.Histogram;
import io.particlearena.results.HistogramPoint;
import io.particlearena.results.HistogramStore;
import io.particlearena.results.SeriesStore;
import io.particlearena.ui.AgentColours;
import io.particlearena.ui.Theme;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class MetricsTest {

    private static final List<String> ACCURACY = List.of("in_play_accuracy/", "in_play_accuracy_ceiling/");

    private final SeriesStore store = new SeriesStore();
    private final HistogramStore histograms = new HistogramStore();
    private final Metrics metrics = new Metrics();

    @BeforeEach
    void threeAgents() {
        List<AgentSpec> agents = List.of(agent("adversary 0", 5), agent("agent 0", 5), agent("agent 1", 4));
        Scene nothing = new Scene(List.of(), List.of(), List.of(), 0, 0, 1);
        metrics.begin(agents, AgentColours.of(agents, nothing), new ChartsPane.Values(store, histograms), List.of());
    }

    private static AgentSpec agent(String name, int moves) {
        return new AgentSpec(name, Side.GOOD, List.of(), List.of(ActionHead.oneHot("move", moves)));
    }

    private void put(String tag) {
        store.append(tag, 10, 0, 0.5);
    }

    @Test
    void anOrdinaryMetricHasALinePerAgentThatHasIt() {
        put("adversary 0/critic_loss");
        put("agent 1/critic_loss");
        assertThat(metrics.curves(List.of("critic_loss"), Theme.LIGHT))
                .extracting(Curve::name)
                .containsExactly("adversary 0", "agent 1");
        assertThat(metrics.levels(List.of("critic_loss"))).isEmpty();
        metrics.setHidden("agent 1", true);
        assertThat(metrics.curves(List.of("critic_loss"), Theme.LIGHT)).hasSize(1);
    }

    @Test
    void histogramsStandSideBySideByAgent() {
        put("agent 0/critic_loss");
        for (String agent : List.of("agent 0", "adversary 0")) {
            HistogramPoint point = new HistogramPoint(0, 10, Histogram.ofNumbered(new double[] {1, 2}));
            histograms.append(agent + "/actions/move", point, List.of("none", "right"));
        }
        assertThat(metrics.refresh()).isTrue();
        assertThat(metrics.names()).containsExactlyInAnyOrder("actions/move", "critic_loss");
        assertThat(metrics.isHistogram(List.of("critic_loss"))).isFalse();
        assertThat(metrics.isHistogram(List.of("actions/move"))).isTrue();
        assertThat(metrics.histograms(List.of("actions/move"), Theme.DARK))
                .extracting(HistogramPart::name)
                .containsExactly("adversary 0", "agent 0");
        metrics.setHidden("agent 0", true);
        assertThat(metrics.histograms(List.of("actions/move"), Theme.DARK)).hasSize(1);
        assertThat(metrics.refresh()).isFalse();
    }

    @Test
    void accuracyStandsBesideItsCeilingAndChance() {
        put("adversary 0/in_play_accuracy/agent 0");
        put("adversary 0/in_play_accuracy/agent 0/move");
        put("adversary 0/in_play_accuracy_ceiling/agent 0");
        List<Curve> curves = metrics.curves(ACCURACY, Theme.LIGHT);
        assertThat(curves).extracting(Curve::name).containsExactly("Ceiling", "adversary 0");
        assertThat(metrics.levels(ACCURACY)).containsExactly(new ChartMarks.Mark(0.2, "chance"));
    }

    @Test
    void linesOfSeveralModelsAreToldApart() {
        put("adversary 0/in_play_accuracy/agent 0");
        put("adversary 0/in_play_accuracy/agent 1");
        put("adversary 0/in_play_accuracy_ceiling/agent 0");
        put("adversary 0/in_play_accuracy_ceiling/agent 1");
        assertThat(metrics.curves(ACCURACY, Theme.LIGHT))
                .extracting(Curve::name)
                .containsExactly("Ceiling: agent 0", "Ceiling: agent 1", "agent 0", "agent 1");
        assertThat(metrics.levels(ACCURACY)).extracting(ChartMarks.Mark::at).containsExactly(0.2, 0.25);
        put("agent 0/in_play_accuracy/agent 1");
        assertThat(metrics.curves(List.of("in_play_accuracy/"), Theme.LIGHT))
                .extracting(Curve::name)
                .containsExactly("adversary 0 of agent 0", "adversary 0 of agent 1", "agent 0 of agent 1");
    }

    @Test
    void familiesAreDescribedAndNamedInWords() {
        assertThat(metrics.describe("in_play_accuracy/")).isPresent();
        assertThat(MetricNames.title("in_play_accuracy/")).isEqualTo("In-play accuracy");
        assertThat(MetricNames.title("in_play_accuracy/agent 0")).isEqualTo("In-play accuracy: agent 0");
        assertThat(MetricNames.title("critic_loss")).isEqualTo("Critic loss");
        assertThat(MetricNames.comparison("in_play_accuracy/", "in_play_accuracy_ceiling/"))
                .isEqualTo("Ceiling");
    }
}
