package io.particlearena.algo.lemol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.particlearena.env.ActionHead;
import io.particlearena.store.MemoryState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class InPlayStatisticsTest {

    private static final List<ActionHead> MOVE = List.of(ActionHead.categorical("move", 5));
    private static final List<ActionHead> MOVE_AND_MESSAGE =
            List.of(ActionHead.categorical("move", 2), ActionHead.categorical("message", 2));
    private static final float[] PREDICTION = {0.1f, 0.2f, 0.4f, 0.2f, 0.1f};

    private static Map<String, Double> report(InPlayStatistics statistics) {
        Map<String, Double> values = new TreeMap<>();
        statistics.report(values::put);
        return values;
    }

    @Test
    void crossEntropyOfTheTrueClass() {
        InPlayStatistics statistics = new InPlayStatistics("agent 0", MOVE, 25, false);
        statistics.add(0, PREDICTION, 0, new double[] {0, 0, 1, 0, 0}, null);
        Map<String, Double> values = report(statistics);
        assertThat(values.get("in_play_cross_entropy/agent 0")).isCloseTo(0.9162907319, within(1e-6));
        assertThat(values.get("in_play_accuracy/agent 0")).isEqualTo(1);
        assertThat(values).doesNotContainKey("in_play_accuracy_ceiling/agent 0");
    }

    /** The published program has the sign wrong and applies softmax twice. */
    @Test
    void crossEntropyOfThePublishedProgramIsAnOption() {
        InPlayStatistics statistics = new InPlayStatistics("a", MOVE, 25, true);
        statistics.add(0, PREDICTION, 0, new double[] {0, 0, 1, 0, 0}, null);
        assertThat(report(statistics).get("in_play_cross_entropy/a")).isCloseTo(-1.4156341942, within(1e-7));
        float[] certain = {0, 0, 1, 0, 0};
        statistics.add(0, certain, 0, new double[] {0, 0, 1, 0, 0}, null);
        assertThat(report(statistics).get("in_play_cross_entropy/a")).isCloseTo(-0.904832, within(1e-6));
        statistics.add(0, certain, 0, new double[] {1, 0, 0, 0, 0}, null);
        assertThat(report(statistics).get("in_play_cross_entropy/a")).isCloseTo(-1.904832, within(1e-6));
    }

    @Test
    void newTrajectoryBeginsWithoutWhatTheOneBeforeLeft() {
        InPlayStatistics used = new InPlayStatistics("a", MOVE, 25, false);
        InPlayStatistics fresh = new InPlayStatistics("a", MOVE, 25, false);
        for (int i = 0; i < 99; i++) {
            for (InPlayStatistics each : List.of(used, fresh)) {
                each.add(7, PREDICTION, 0, new double[] {0, 0, 1, 0, 0}, null);
                report(each);
                if (i < 98) {
                    each.clear();
                }
            }
        }
        fresh.clear();
        used.add(7, PREDICTION, 0, new double[] {0, 0, 1, 0, 0}, new double[] {0, 0, 1, 0, 0});
        used.clear();
        assertThat(used.count()).isZero();
        assertThat(report(used)).isEmpty();
        for (InPlayStatistics each : List.of(used, fresh)) {
            for (int i = 0; i < 100; i++) {
                assertThat(report(each)).doesNotContainKey("in_play_accuracy_at_step/a/07");
                each.add(7, PREDICTION, 0, new double[] {1, 0, 0, 0, 0}, null);
            }
        }
        assertThat(report(used))
                .isEqualTo(report(fresh))
                .containsEntry("in_play_accuracy/a", 0.0)
                .containsEntry("in_play_accuracy_at_step/a/07", 0.0);
    }

    @Test
    void entropyAndCeilingOfKnownDistributions() {
        InPlayStatistics statistics = new InPlayStatistics("a", MOVE_AND_MESSAGE, 25, false);
        float[] even = {9, 0.5f, 0.5f, 0.5f, 0.5f};
        statistics.add(3, even, 1, new double[] {0, 1, 1, 0}, new double[] {0.3, 0.7, 0.9, 0.1});
        Map<String, Double> values = report(statistics);
        assertThat(values.get("in_play_entropy/a")).isCloseTo(2 * Math.log(2), within(1e-7));
        assertThat(values.get("in_play_accuracy_ceiling/a")).isCloseTo(0.8, within(1e-12));
        assertThat(values.get("in_play_accuracy/a")).isEqualTo(0.5);
    }

    @Test
    void accuracyOfSeveralHeadsIsTheirMeanInPlayAsInStudy() {
        InPlayStatistics statistics = new InPlayStatistics("a", MOVE_AND_MESSAGE, 25, false);
        PredictionTally tally = new PredictionTally(List.of(2, 2));
        float[] prediction = {0.6f, 0.4f, 0.3f, 0.7f};
        double[][] actions = {{1, 0, 0, 1}, {1, 0, 1, 0}, {0.8, 0.2, 0.9, 0.1}, {0, 1, 0.2, 0.8}};
        for (double[] action : actions) {
            statistics.add(0, prediction, 0, action, null);
            float[] label = {(float) action[0], (float) action[1], (float) action[2], (float) action[3]};
            tally.add(prediction, label, 0);
        }
        Map<String, Double> values = report(statistics);
        assertThat(values)
                .containsEntry("in_play_accuracy/a", 0.625)
                .containsEntry("in_play_accuracy/a/move", 0.75)
                .containsEntry("in_play_accuracy/a/message", 0.5);
        ChunkResult studied = new ChunkResult(0, 0, 0, tally.headAccuracies(), tally.entropy());
        assertThat(studied.headAccuracies()).containsExactly(0.75, 0.5);
        assertThat(studied.accuracy()).isEqualTo(0.625);
    }

    @Test
    void oneHeadIsNotReportedTwice() {
        InPlayStatistics statistics = new InPlayStatistics("a", MOVE, 25, false);
        statistics.add(0, PREDICTION, 0, new double[] {0, 0, 1, 0, 0}, null);
        assertThat(report(statistics)).doesNotContainKey("in_play_accuracy/a/move");
    }

    @Test
    void accuracyByStepComesWithEveryHundredthReport() {
        InPlayStatistics statistics = new InPlayStatistics("a", MOVE, 25, false);
        Map<String, Double> values = new TreeMap<>();
        for (int i = 0; i < 100; i++) {
            statistics.add(7, PREDICTION, 0, new double[] {0, 0, i % 4 == 0 ? 1 : 0, 0.5, 0}, null);
            values = report(statistics);
            assertThat(values.containsKey("in_play_accuracy_at_step/a/07")).isEqualTo(i == 99);
        }
        assertThat(values.get("in_play_accuracy_at_step/a/07")).isEqualTo(0.25);
    }

    @Test
    void savedStatisticsGoOn() {
        InPlayStatistics first = new InPlayStatistics("a", MOVE, 25, false);
        first.add(0, PREDICTION, 0, new double[] {1, 0, 0, 0, 0}, null);
        InPlayStatistics second = new InPlayStatistics("a", MOVE, 25, false);
        second.load(MemoryState.of(first).reader());
        for (InPlayStatistics each : List.of(first, second)) {
            each.add(1, PREDICTION, 0, new double[] {0, 0, 1, 0, 0}, null);
        }
        assertThat(report(second)).isEqualTo(report(first)).containsEntry("in_play_accuracy/a", 0.5);
    }
}
