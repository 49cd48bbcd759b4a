package io.particlearena.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.experiment.Progress;
import io.particlearena.experiment.RunState;
import io.particlearena.experiment.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TrajectoryBeginningsTest {

    private final TrajectoryBeginnings beginnings = new TrajectoryBeginnings();

    private void report(int cycle, int trajectory, long began, long step, String student) {
        Stage stage = new Stage(cycle, 2, trajectory, 2, began, "good", student, 0, 0, List.of());
        beginnings.add(new Progress(RunState.RUNNING, 0, 0, step, 0, 0, 0, 0, List.of(), stage));
    }

    @Test
    void eachTrajectoryButTheFirstIsMarkedWhereItBegan() {
        report(1, 1, 0, 100, "");
        report(1, 1, 0, 900, "");
        report(1, 2, 1000, 1300, "");
        report(1, 2, 2010, 2010, "bad");
        report(2, 1, 2050, 2400, "");
        report(2, 1, 2050, 2600, "");
        assertThat(beginnings.marks())
                .containsExactly(new ChartMarks.Mark(1000, ""), new ChartMarks.Mark(2050, "cycle 2"));
        beginnings.clear();
        assertThat(beginnings.marks()).isEmpty();
    }
}
