package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.particlearena.algo.parts.AlgorithmFailure;
import io.particlearena.store.MemoryState;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TrainerTest {

    private record Point(String tag, long step, double value) {}

    private static List<Point> train(ExperimentSpec spec) {
        List<Point> points = new ArrayList<>();
        try (Trainer trainer = trainer(spec, points)) {
            while (trainer.episodes() < spec.run().numEpisodes()) {
                trainer.advance();
            }
        }
        return points;
    }

    private static Trainer trainer(ExperimentSpec spec, List<Point> points) {
        return new Trainer(
                Tiny.CATALOGUE,
                spec,
                Path.of("experience"),
                (tag, step, value) -> points.add(new Point(tag, step, value)));
    }

    @Test
    void sameSpecificationGivesTheSameMetrics() {
        ExperimentSpec spec = Tiny.spec(Map.of());
        assertThat(train(spec)).isEqualTo(train(spec)).hasSizeGreaterThan(100);
    }

    @Test
    void anotherSeedGivesOtherMetrics() {
        assertThat(train(Tiny.draft().seed(6).resolve())).isNotEqualTo(train(Tiny.spec(Map.of())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "simultaneous"})
    void savedTrainerContinuesAsIfNeverStopped(String order) {
        ExperimentSpec spec = Tiny.draft()
                .scenarioOption("num_good", 2)
                .runOption("num_environments", 3)
                .runOption("agent_updates", order)
                .resolve();
        for (int stopAt : new int[] {0, 1, 9, 64, 65, 100}) {
            List<Point> points = new ArrayList<>();
            Trainer first = trainer(spec, points);
            for (int i = 0; i < stopAt; i++) {
                first.advance();
            }
            MemoryState state = MemoryState.of(first);
            ByteBuffer rows =
                    ByteBuffer.allocate(first.replay().size() * first.replay().rowBytes());
            first.replay().writeRows(first.replay().oldestStep(), first.replay().totalSteps(), rows);
            first.close();

            Trainer second = trainer(spec, points);
            second.load(state.reader());
            second.replay().restoreFrom(first.replay().oldestStep());
            second.replay().readRows(rows.flip());
            while (second.episodes() < spec.run().numEpisodes()) {
                second.advance();
            }
            second.close();
            assertThat(points).as("stopped after step %d", stopAt).isEqualTo(train(spec));
        }
    }

    @Test
    void simultaneousUpdatesAreDeterministic() {
        ExperimentSpec spec = Tiny.draft()
                .scenarioOption("num_good", 5)
                .runOption("agent_updates", "simultaneous")
                .resolve();
        assertThat(train(spec)).isEqualTo(train(spec));
    }

    @Test
    void episodesReportReturnsAndMeans() {
        List<Point> points = train(Tiny.spec(Map.of("save_rate", 10)));
        List<Double> returns = points.stream()
                .filter(point -> point.tag().equals("agent 0/episode_return"))
                .map(Point::value)
                .toList();
        assertThat(returns).hasSize(40);
        List<Double> means = points.stream()
                .filter(point -> point.tag().equals("agent 0/episode_return_mean"))
                .map(Point::value)
                .toList();
        assertThat(means).hasSize(40);
        double lastTen = returns.subList(30, 40).stream()
                .mapToDouble(value -> value)
                .average()
                .orElseThrow();
        assertThat(means.get(39)).isCloseTo(lastTen, org.assertj.core.data.Offset.offset(1e-12));
    }

    @Test
    void termsOfTheRewardAddUpToTheReturn() {
        List<Point> points = train(Tiny.spec(Map.of("save_rate", 1)));
        assertThat(sum(points, "agent 0/reward/distance") + sum(points, "agent 0/reward/bonus"))
                .isCloseTo(sum(points, "agent 0/episode_return"), org.assertj.core.data.Offset.offset(1e-9));
        assertThat(sum(points, "advance_score"))
                .isCloseTo(
                        sum(points, "agent 0/episode_return") - sum(points, "adversary 0/episode_return"),
                        org.assertj.core.data.Offset.offset(1e-9));
    }

    private static double sum(List<Point> points, String tag) {
        return points.stream()
                .filter(point -> point.tag().equals(tag))
                .mapToDouble(Point::value)
                .sum();
    }

    @Test
    void testRunsPlayWithoutLearning() {
        List<Point> points = train(Tiny.spec(Map.of("test", true)));
        assertThat(points).extracting(Point::tag).noneMatch(tag -> tag.endsWith("_loss"));
        assertThat(points).extracting(Point::tag).contains("agent 0/episode_return");
    }

    @Test
    void lossThatIsNotFiniteIsAFailure() {
        ExperimentSpec spec = Tiny.draft().policyOption("good", "fail_at", 3).resolve();
        assertThatThrownBy(() -> train(spec))
                .isInstanceOf(AlgorithmFailure.class)
                .hasMessageContaining("critic_loss of agent agent 0 is NaN");
    }
}
