package io.particlearena.ui.chart;

import io.particlearena.experiment.Progress;
import io.particlearena.experiment.Stage;
import java.util.ArrayList;
import java.util.List;

/** Gathers where on the axis of steps the trajectories of a run began, of which each report tells the latest only. */
final class TrajectoryBeginnings {

    private static final int MOST_LABELS = 8;

    private final List<Stage> stages = new ArrayList<>();
    private List<ChartMarks.Mark> marks = List.of();

    void clear() {
        stages.clear();
        marks = List.of();
    }

    void add(Progress progress) {
        Stage stage = progress.stage();
        if (stage.isStudying()
                || (!stages.isEmpty() && stages.get(stages.size() - 1).isSameTrajectory(stage))) {
            return;
        }
        stages.add(stage);
        // Where a run begins needs no mark.
        List<Stage> later = stages.stream().filter(each -> each.began() > 0).toList();
        marks = later.stream()
                .map(each -> new ChartMarks.Mark(each.began(), later.size() > MOST_LABELS ? "" : label(each)))
                .toList();
    }

    private static String label(Stage stage) {
        return stage.cycles() == 1
                ? "trajectory " + stage.trajectory()
                : stage.trajectory() == 1 ? "cycle " + stage.cycle() : "";
    }

    /** The beginnings of trajectories but the first, with numbers unless there are too many. */
    List<ChartMarks.Mark> marks() {
        return marks;
    }
}
