package io.particlearena.ui.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.particlearena.env.Signal;
import io.particlearena.experiment.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LearningTrailsTest {

    private final LearningTrails trails = new LearningTrails();

    private static Stage stage(int trajectory) {
        return new Stage(1, 1, trajectory, 20, 0, "", "", 0, 0, List.of());
    }

    private void add(int trajectory, double value) {
        Signal feature = new Signal("learning_feature", Signal.Kind.VECTOR, 1, List.of(value, -value, 0.0));
        Signal other = Signal.distribution("prediction", 1, new double[] {0.5, 0.5});
        trails.add(stage(trajectory), List.of(List.of(other, feature), List.of()));
    }

    private List<List<double[]>> all() {
        assertThat(trails.pairs()).containsExactly(new LearningTrails.Pair(0, 1));
        return trails.of(new LearningTrails.Pair(0, 1));
    }

    @Test
    void everyTrajectoryHasATrailOfItsOwn() {
        add(1, 1);
        add(1, 2);
        add(2, 7);
        assertThat(all()).hasSize(2);
        assertThat(all().get(0)).hasSize(2);
        assertThat(all().get(1).get(0)).containsExactly(7, -7, 0);
    }

    @Test
    void longTrailsAreThinnedEvenlyAndEndWithTheNewestPoint() {
        int count = 5 * LearningTrails.PRESENT_POINTS + 3;
        for (int i = 0; i < count; i++) {
            add(1, i);
        }
        List<double[]> points = all().get(0);
        assertThat(points).hasSizeBetween(LearningTrails.PRESENT_POINTS / 2, LearningTrails.PRESENT_POINTS + 1);
        assertThat(points.get(points.size() - 1)[0]).isEqualTo(count - 1);
        for (int i = 0; i < points.size() - 1; i++) {
            assertThat(points.get(i)[0]).isEqualTo(8.0 * i);
        }
    }

    @Test
    void formerTrajectoriesStayButTakeLittleRoom() {
        for (int trajectory = 1; trajectory <= 20; trajectory++) {
            for (int i = 0; i < 500; i++) {
                add(trajectory, i);
            }
        }
        assertThat(all()).hasSize(LearningTrails.FORMER_TRAJECTORIES + 1);
        assertThat(all().stream().mapToInt(List::size).sum()).isLessThan(2100);
        assertThat(all().get(0)).hasSizeBetween(LearningTrails.FORMER_POINTS / 2, LearningTrails.FORMER_POINTS + 1);
    }

    @Test
    void theMapFollowsTheDirectionOfLearning() {
        for (int i = 0; i < 10; i++) {
            add(1, i);
        }
        LearningMap map = LearningMap.of(all(), null);
        assertThat(map.components().firstShare()).isCloseTo(1, within(1e-9));
        LearningMap.Line line = map.lines().get(0);
        assertThat(Math.abs(line.x(9) - line.x(0))).isCloseTo(9 * Math.sqrt(2), within(1e-9));
        for (int i = 10; i < 40; i++) {
            add(1, i);
        }
        LearningMap.Line later = LearningMap.of(all(), map).lines().get(0);
        assertThat(Math.signum(later.x(39) - later.x(0))).isEqualTo(Math.signum(line.x(9) - line.x(0)));
    }
}
