package io.particlearena.ui.course;

import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.experiment.PlayedTrajectory;
import io.particlearena.experiment.Progress;
import io.particlearena.experiment.RunState;
import io.particlearena.experiment.Stage;
import io.particlearena.ui.Texts;
import io.particlearena.ui.form.NumberText;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Which cycle, trajectory and opponent it is, how far it is, and the trajectories behind it. Hidden for ordinary runs. */
final class CourseLine extends VBox {

    private final Label stage = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final MenuButton pool = new MenuButton();
    private final VBox list = new VBox();
    private @Nullable ExperimentSpec spec;
    private List<PlayedTrajectory> listed = List.of();

    CourseLine() {
        getStyleClass().add("course-line");
        stage.setId("course-stage");
        stage.setWrapText(true);
        stage.getStyleClass().add("course-stage");
        bar.setId("course-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("pool-scroll");
        list.getStyleClass().add("pool-list");
        list.setId("pool-list");
        CustomMenuItem content = new CustomMenuItem(scroll, false);
        content.getStyleClass().add("pool-item");
        pool.getItems().add(content);
        pool.setId("course-pool");
        pool.getStyleClass().add("flat");
        pool.setTooltip(new Tooltip(Texts.of("course.pool.help")));
        HBox line = new HBox(8, bar, pool);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(stage, line);
        begin(null);
    }

    /** Shows another run; null for none. */
    void begin(@Nullable ExperimentSpec next) {
        spec = next;
        listed = List.of();
        list.getChildren().clear();
        show(false);
    }

    void show(Progress progress) {
        Stage now = progress.stage();
        ExperimentSpec run = spec;
        show(run != null && now.isPartOfCourse());
        if (run == null || !isVisible()) {
            return;
        }
        String words = words(progress, run);
        stage.setText(Character.toUpperCase(words.charAt(0)) + words.substring(1));
        bar.setProgress(share(progress, run));
        if (now.played().size() != listed.size()) {
            listed = now.played();
            list(run);
        }
        pool.setText(Texts.of("course.pool", listed.size()));
        pool.setDisable(listed.isEmpty());
    }

    /** Where the run is; of one that is over, what it has done or where it ended. */
    private static String words(Progress progress, ExperimentSpec run) {
        Stage now = progress.stage();
        String place = now.describe(run);
        return switch (progress.state()) {
            case FINISHED ->
                now.cycles() == 1
                        ? Texts.of("course.done", now.trajectories())
                        : Texts.of("course.done.cycles", now.cycles(), now.trajectories());
            case STOPPED -> Texts.of("course.stopped", place);
            case FAILED -> Texts.of("course.failed", place);
            default -> place;
        };
    }

    private static double share(Progress progress, ExperimentSpec run) {
        Stage now = progress.stage();
        if (progress.state() == RunState.FINISHED) {
            return 1;
        }
        if (now.isStudying()) {
            return now.units() == 0 ? 0 : (double) now.unit() / now.units();
        }
        if (progress.episode() >= progress.episodes()) {
            return 1;
        }
        long each = run.run().numEpisodes();
        return (double) (progress.episode() % each) / each;
    }

    private void list(ExperimentSpec run) {
        list.getChildren().clear();
        for (PlayedTrajectory each : listed) {
            Label place = new Label(Texts.of("course.place", each.cycle(), each.trajectory()));
            Label opponent = new Label(each.describeOpponent(run));
            Label steps = new Label(Texts.of("course.steps", NumberText.count(each.steps())));
            opponent.getStyleClass().add("pool-opponent");
            steps.getStyleClass().add("pool-steps");
            place.setMinWidth(Region.USE_PREF_SIZE);
            steps.setMinWidth(Region.USE_PREF_SIZE);
            HBox row = new HBox(12, place, opponent, steps);
            HBox.setHgrow(opponent, Priority.ALWAYS);
            opponent.setMaxWidth(Double.MAX_VALUE);
            list.getChildren().add(row);
        }
    }

    private void show(boolean visible) {
        setVisible(visible);
        setManaged(visible);
    }
}
