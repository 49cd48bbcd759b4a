package io.particlearena.ui.shell;

import io.particlearena.experiment.Progress;
import io.particlearena.ui.Texts;
import io.particlearena.ui.form.NumberText;
import io.particlearena.ui.log.ProgramLog;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Circle;
import org.controlsfx.control.StatusBar;

/** The line along the bottom of the window: what the run is doing and how fast, and for a while what else there is to say. */
final class StatusLine extends StatusBar {

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");
    private static final double BAR_EM = 12;
    private static final double TOOLTIP_WIDTH = 480;
    private static final long REFRESH_NANOS = 500_000_000L;
    private static final long NOTICE_NANOS = 12_000_000_000L;

    /** So much of the line a notice may have before figures are left out for it. */
    private static final double NOTICE_SHARE = 0.3;

    private final Circle light = new Circle(4.5);
    private final Label state = item("state", Texts.of("status.state.help"));
    private final Label episode = item("episode", Texts.of("status.episode.help"));
    private final Label steps = item("steps", Texts.of("status.steps.help"));
    private final Label updates = item("updates", Texts.of("status.updates.help"));
    private final Label left = item("left", Texts.of("status.left.help"));
    private final Label device = item("device", Texts.of("status.device.help"));
    private final Label notice = item("notice", "");
    private final List<Figure> figures =
            Stream.of(episode, steps, updates, left, device).map(Figure::of).toList();

    private final ProgramLog log;
    private long shownAt;
    private String fault = "";
    private boolean noticed;
    private long noticedAt;

    /** A text with a line before it. */
    private record Figure(Label text, Separator before) {

        static Figure of(Label text) {
            text.setMinWidth(USE_PREF_SIZE);
            Separator before = new Separator(Orientation.VERTICAL);
            before.getStyleClass().add("status-separator");
            return new Figure(text, before);
        }

        double width() {
            return text.prefWidth(-1) + before.prefWidth(-1);
        }

        void show(boolean shown) {
            for (Node part : List.of(text, before)) {
                part.setVisible(shown);
                part.setManaged(shown);
            }
        }
    }

    /** @param log keeps what is said */
    StatusLine(ProgramLog log) {
        this.log = log;
        setText("");
        setFocusTraversable(false);
        // What is shown must not hold the window wide; it follows the width.
        setMinWidth(0);
        getStyleClass().add("status-line");
        widthProperty().addListener((o, before, now) -> fit());
        light.getStyleClass().add("state-light");
        state.setGraphic(light);
        state.setMinWidth(USE_PREF_SIZE);
        getLeftItems().add(state);
        for (Figure figure : figures) {
            (figure.text == device ? getRightItems() : getLeftItems()).addAll(figure.before, figure.text);
        }
        getLeftItems().add(notice);
        notice.getStyleClass().add("status-notice");
        notice.setMinWidth(0);
        notice.getTooltip().textProperty().bind(notice.textProperty());
        notice.getTooltip().setWrapText(true);
        notice.getTooltip().setMaxWidth(TOOLTIP_WIDTH);
        fit();
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

    /** Figures are shown whole or not at all, and the bar only where they leave room for it. */
    private void fit() {
        double room = getWidth() - state.prefWidth(-1) - Math.min(notice.prefWidth(-1), NOTICE_SHARE * getWidth());
        for (Figure figure : figures) {
            boolean fits = !figure.text.getText().isEmpty() && figure.width() <= room;
            room -= fits ? figure.width() : 0;
            figure.show(fits);
        }
        pseudoClassStateChanged(NARROW, room < BAR_EM * state.getFont().getSize());
    }

    /** Says for a while something that the user should know; an empty text takes it away. */
    void setNotice(String text) {
        keep(text);
        showNotice(text);
    }

    /** Says what is wrong as long as it is, but for what else is said meanwhile; an empty text takes it away. */
    void setFault(String text) {
        keep(text);
        fault = text;
        showNotice("");
    }

    private void keep(String text) {
        if (!text.isEmpty()) {
            log.tell(text);
        }
    }

    private void showNotice(String text) {
        noticed = false;
        notice.setText(text.isEmpty() ? fault : text);
        notice.pseudoClassStateChanged(WRONG, !fault.isEmpty() && text.isEmpty());
        fit();
    }

    /** A notice gives way, but not while the user points at it. */
    private void ageNotice(long now) {
        if (!noticed || notice.isHover()) {
            noticed = true;
            noticedAt = now;
        } else if (now - noticedAt >= NOTICE_NANOS && !notice.getText().equals(fault)) {
            showNotice("");
        }
    }

    /** Shows the newest progress, a few times a second at most unless the state has changed. */
    void show(Progress progress, boolean hasRun, long now) {
        ageNotice(now);
        String stateText = hasRun ? StateText.of(progress.state()) : Texts.of("status.ready");
        if (stateText.equals(state.getText()) && now - shownAt < REFRESH_NANOS) {
            return;
        }
        shownAt = now;
        if (!stateText.equals(state.getText())) {
            state.setText(stateText);
            light.getStyleClass()
                    .setAll(
                            "state-light",
                            hasRun ? "state-" + progress.state().name().toLowerCase(Locale.ROOT) : "state-ready");
        }
        if (hasRun) {
            showFigures(progress);
        } else {
            List.of(episode, steps, updates, left).forEach(figure -> figure.setText(""));
        }
        fit();
        boolean running = hasRun && !progress.state().isOver() && progress.episodes() > 0;
        setProgress(running ? (double) progress.episode() / progress.episodes() : 0);
    }

    private void showFigures(Progress progress) {
        episode.setText(Texts.of(
                "status.episode", NumberText.count(progress.episode()), NumberText.count(progress.episodes())));
        boolean running = !progress.state().isOver();
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
    }

    private static Label item(String id, String help) {
        Label label = new Label();
        label.setId("status-" + id);
        label.getStyleClass().add("status-item");
        label.setTooltip(new Tooltip(help));
        return label;
    }
}
