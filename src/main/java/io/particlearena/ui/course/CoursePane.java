package io.particlearena.ui.course;

import io.particlearena.env.AgentSpec;
import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.experiment.Progress;
import io.particlearena.ui.Theme;
import java.util.List;
import javafx.scene.layout.VBox;

/** Above the charts: where a run is in its course, and the map of what agents know of each other's learning. */
public final class CoursePane extends VBox implements AutoCloseable {

    private final CourseLine line = new CourseLine();
    private final LearningMapCard map = new LearningMapCard();

    /** A pane that shows nothing. */
    public CoursePane() {
        getStyleClass().add("course-pane");
        setId("course-pane");
        getChildren().addAll(line, map);
        managedProperty().bind(line.visibleProperty().or(map.visibleProperty()));
        visibleProperty().bind(managedProperty());
    }

    /** Shows another run. */
    public void show(ExperimentSpec spec, List<AgentSpec> agents, LearningTrails trails) {
        line.begin(spec);
        map.begin(agents, trails);
    }

    /** Shows no run any more. */
    public void clear() {
        line.begin(null);
        map.begin(List.of(), new LearningTrails());
    }

    /** Changes colours and the size of texts. */
    public void setTheme(Theme theme, double textSize) {
        map.setTheme(theme, textSize);
    }

    /** Called once a pulse. */
    public void pulse(Progress progress, long nanos) {
        line.show(progress);
        map.pulse(nanos);
    }

    @Override
    public void close() {
        map.close();
    }
}
