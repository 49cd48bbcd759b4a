package io.particlearena.ui.shell;

import io.particlearena.experiment.Progress;
import io.particlearena.ui.Texts;
import io.particlearena.ui.form.NumberText;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Circle;
import org.controlsfx.control.StatusBar;

/** The line along the bottom of the window: what the run is doing and how fast. */
final class StatusLine extends StatusBar {

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final double NARROW_EM = 80;
    private static final long REFRESH_NANOS = 500_000_000L;

    private final Circle light = new Circle(4.5);
    private final Label state = item("state", Texts.of("status.state.help"));
    private final Label episode = item("episode", Texts.of("status.episode.help"));
    private final Label steps = item("steps", Texts.of("status.steps.help"));
    private final Label updates = item("updates", Texts.of("status.updates.help"));
    private final Label left = item("left", Texts.of("status.left.help"));
    private final Label device = item("device", Texts.of("status.device.help"));
    private final Label notice = item("notice", Texts.of("status.notice.help"));
    private final Separator beforeLeft = line();
    private long shownAt;

    StatusLine() {
        setText("");
        setFocusTraversable(false);
        getStyleClass().add("status-line");
        widthProperty().addListener((o, before, now) -> fit());
        light.getStyleClass().add("state-light");
        state.setGraphic(light);
        getLeftItems().addAll(state, line(), episode, line(), steps, line(), updates, beforeLeft, left, notice);
        notice.getStyleClass().add("status-notice");
        Separator before = line();
        before.visibleProperty().bind(device.textProperty().isNotEmpty());
        getRightItems().addAll(before, device);
    }

    /** Says what a run computes with; empty as long as that is not known. */
    void setEngine(Map<String, String> engine) {
        String threads = engine.getOrDefault("threads", "");
        device.setText(
                engine.isEmpty()
                        ? ""
                        : Texts.of(
                                threads.equals("1") ? "status.engine.one" : "status.engine",
                                engine.getOrDefault("device", ""),
                                threads));
        device.getTooltip()
                .setText(Texts.of(
                        "status.engine.help",
                        engine.getOrDefault("backend", ""),
                        engine.getOrDefault("classifier", "")));
    }

    /** Leaves the bar out where texts would be cut off. */
    private void fit() {
        double em = state.getFont().getSize();
        pseudoClassStateChanged(NARROW, getWidth() < NARROW_EM * em);
    }

    /** Says something that the user should know; an empty text takes it away. */
    void setNotice(String text) {
        notice.setText(text);
    }

    /** Shows the newest progress, a few times a second at most unless the state has changed. */
    void show(Progress progress, boolean hasRun, long now) {
        String stateText = hasRun ? StateText.of(progress.state()) : Texts.of("status.ready");
        if (stateText.equals(state.getText()) && now - shownAt < REFRESH_NANOS) {
            return;
        }
        shownAt = now;
        fit();
        if (!stateText.equals(state.getText())) {
            state.setText(stateText);
            light.getStyleClass()
                    .setAll(
                            "state-light",
                            hasRun ? "state-" + progress.state().name().toLowerCase(Locale.ROOT) : "state-ready");
            for (Node item : getLeftItems()) {
                boolean always = item == state || item == notice;
                item.setVisible(always || hasRun);
                item.setManaged(item.isVisible());
            }
        }
        episode.setText(
                hasRun
                        ? Texts.of(
                                "status.episode",
                                NumberText.count(progress.episode()),
                                NumberText.count(progress.episodes()))
                        : Texts.of("status.none"));
        boolean running = hasRun && !progress.state().isOver();
        String count = NumberText.count(progress.step());
        steps.setText(
                running && progress.stepsPerSecond() > 0
                        ? Texts.of("status.steps.speed", count, NumberText.count(Math.round(progress.stepsPerSecond())))
                        : Texts.of("status.steps", count));
        updates.setText(
                running && progress.updatesPerSecond() > 0
                        ? Texts.of(
                                "status.updates.speed",
                                String.format(Texts.locale(), "%.1f", progress.updatesPerSecond()))
                        : Texts.of("status.updates", NumberText.count(progress.updates())));
        boolean known = running && Double.isFinite(progress.secondsLeft());
        left.setText(known ? StateText.timeLeft(progress.secondsLeft()) : "");
        left.setVisible(known);
        left.setManaged(known);
        beforeLeft.setVisible(known);
        beforeLeft.setManaged(known);
        setProgress(
                hasRun && progress.episodes() > 0 && running ? (double) progress.episode() / progress.episodes() : 0);
    }

    private static Label item(String id, String help) {
        Label label = new Label();
        label.setId("status-" + id);
        label.getStyleClass().add("status-item");
        label.setTooltip(new Tooltip(help));
        return label;
    }

    private static Separator line() {
        Separator separator = new Separator(Orientation.VERTICAL);
        separator.getStyleClass().add("status-separator");
        return separator;
    }
}
