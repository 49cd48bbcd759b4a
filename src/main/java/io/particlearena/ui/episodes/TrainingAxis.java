package io.particlearena.ui.episodes;

import io.particlearena.experiment.RunHistory;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Theme;
import io.particlearena.ui.form.NumberText;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * The time of a run's training from left to right, with a disc above the line for each recording and a diamond below it for
 * each checkpoint; a click chooses the nearest one.
 */
final class TrainingAxis extends Region {

    private static final double HEIGHT_EM = 3.6;
    private static final double MARGIN_EM = 1.6;
    private static final double NUMBER_SIZE = 0.82;
    private static final double LEAST_TICK_EM = 6;
    private static final Color LINE = Color.web("#8b949e", 0.6);
    private static final Color TICK_TEXT = Color.web("#7d8590");

    private final Canvas canvas = new Canvas();
    private final Tooltip tooltip = new Tooltip();
    private List<EpisodeChoice> choices = List.of();
    private long steps;
    private Theme theme = Theme.LIGHT;
    private double em = 13;
    private @Nullable EpisodeChoice chosen;
    private @Nullable EpisodeChoice hovered;

    /** @param onChosen told what the user wants to see */
    TrainingAxis(Consumer<EpisodeChoice> onChosen) {
        setId("training-axis");
        getStyleClass().add("training-axis");
        setAccessibleText(Texts.of("episodes.axis"));
        canvas.setManaged(false);
        getChildren().add(canvas);
        setOnMouseMoved(this::hover);
        setOnMouseExited(event -> setHovered(null));
        setOnMouseClicked(event -> nearest(event).ifPresent(onChosen));
    }

    /** Shows the moments of a run; nothing for null. */
    void show(@Nullable RunHistory history) {
        choices = history == null ? List.of() : Moments.of(history).choices();
        steps = history == null ? 0 : history.steps();
        repaint();
    }

    /** Marks the moment that is shown. */
    void choose(@Nullable EpisodeChoice choice) {
        chosen = choice;
        repaint();
    }

    void setTheme(Theme next, double textSize) {
        theme = next;
        em = textSize;
        requestLayout();
        repaint();
    }

    /** The horizontal place of a step, in pixels from the left. */
    double x(long step) {
        double margin = MARGIN_EM * em;
        return margin + (getWidth() - margin - right()) * Math.max(0, step) / Math.max(1, steps);
    }

    /** Room for half the number of the last step. */
    private double right() {
        Text last = new Text(NumberText.count(steps));
        last.setFont(numbers());
        return Math.max(MARGIN_EM * em, 2 + last.getLayoutBounds().getWidth() / 2);
    }

    private Font numbers() {
        return Font.font(em * NUMBER_SIZE);
    }

    /** The vertical place of a moment's mark. */
    double y(EpisodeChoice choice) {
        double line = line();
        return choice.isPlayed() ? line + 0.6 * em : line - 0.6 * em;
    }

    private double line() {
        return Math.rint(1.25 * em) + 0.5;
    }

    private Optional<EpisodeChoice> nearest(MouseEvent event) {
        boolean below = event.getY() > line();
        Comparator<EpisodeChoice> byDistance =
                Comparator.comparingDouble(choice -> Math.abs(x(choice.step()) - event.getX()));
        return choices.stream()
                .filter(choice -> choice.isPlayed() == below)
                .min(byDistance)
                .or(() -> choices.stream().min(byDistance));
    }

    private void hover(MouseEvent event) {
        setHovered(nearest(event).orElse(null));
    }

    private void setHovered(@Nullable EpisodeChoice next) {
        if (Objects.equals(next, hovered)) {
            return;
        }
        hovered = next;
        setCursor(next == null ? Cursor.DEFAULT : Cursor.HAND);
        if (next == null) {
            Tooltip.uninstall(this, tooltip);
        } else {
            tooltip.setText(next.title());
            Tooltip.install(this, tooltip);
        }
        repaint();
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT_EM * em;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        repaint();
    }

    private void repaint() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (choices.isEmpty() || getWidth() < 2) {
            return;
        }
        g.setStroke(LINE);
        g.setLineWidth(1);
        g.strokeLine(x(0), line(), x(steps), line());
        g.setFill(TICK_TEXT);
        g.setFont(numbers());
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        long tick = Ticks.step(steps, (x(steps) - x(0)) / (LEAST_TICK_EM * em));
        for (long step = 0; step <= steps; step += tick) {
            double x = Math.rint(x(step)) + 0.5;
            g.strokeLine(x, line() - 2, x, line() + 3);
            g.fillText(NumberText.count(step), x, line() + 1.75 * em);
        }
        Color plain = Color.web(theme == Theme.LIGHT ? "#57606a" : "#9aa4af");
        Color accent = Color.web(theme == Theme.LIGHT ? "#0969da" : "#58a6ff");
        for (EpisodeChoice choice : choices) {
            mark(g, choice, plain, 0.26 * em);
        }
        if (hovered != null) {
            mark(g, hovered, accent, 0.34 * em);
        }
        if (chosen != null) {
            mark(g, chosen, accent, 0.46 * em);
        }
    }

    private void mark(GraphicsContext g, EpisodeChoice choice, Color colour, double radius) {
        double x = x(choice.step());
        double y = y(choice);
        g.setFill(colour);
        if (choice.isPlayed()) {
            g.fillPolygon(new double[] {x, x + radius, x, x - radius}, new double[] {y - radius, y, y + radius, y}, 4);
        } else {
            g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
        }
    }
}
