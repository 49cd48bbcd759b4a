package io.particlearena.ui.episodes;

import io.particlearena.experiment.Episode;
import io.particlearena.ui.AgentColours;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Theme;
import io.particlearena.ui.form.NumberText;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/**
 * The time of an episode from left to right: a ruler with the range that is looped, and below it a lane for each kind of
 * event. The mouse scrubs, and moves the ends of the range.
 */
final class Timeline extends Region {

    private static final double LANE_EM = 1.35;
    private static final double RULER_EM = 1.7;
    private static final double LEAST_NAMES_EM = 4;
    private static final double MOST_NAMES_SHARE = 0.3;
    private static final double NUMBER_SIZE = 0.82;
    private static final double MARGIN = 10;
    private static final double BESIDE_TICK = 4;
    private static final double GRAB = 7;
    private static final double LEAST_TICK_EM = 3.5;
    private static final Color LINE = Color.web("#8b949e", 0.28);
    private static final Color TICK_TEXT = Color.web("#7d8590");

    private final Playhead playhead;
    private final Canvas canvas = new Canvas();
    private final Region hand = new Region();
    private List<EventMarks> lanes = List.of();
    private AgentColours colours = AgentColours.none();
    private Theme theme = Theme.LIGHT;
    private double em = 13;
    private Grip grip = Grip.NONE;
    private boolean resume;

    private enum Grip {
        NONE,
        TIME,
        FROM,
        TO
    }

    Timeline(Playhead playhead) {
        this.playhead = playhead;
        getStyleClass().add("timeline");
        setId("timeline");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText(Texts.of("episodes.timeline"));
        hand.getStyleClass().add("timeline-hand");
        hand.setManaged(false);
        hand.setMouseTransparent(true);
        hand.visibleProperty().bind(playhead.stepsProperty().greaterThan(0));
        canvas.setManaged(false);
        getChildren().addAll(canvas, hand);
        playhead.toldStepProperty().addListener((o, before, now) -> placeHand());
        playhead.stepsProperty().addListener((o, before, now) -> repaint());
        playhead.fromProperty().addListener((o, before, now) -> repaint());
        playhead.toProperty().addListener((o, before, now) -> repaint());
        playhead.loopingProperty().addListener((o, before, now) -> repaint());
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseReleased(this::released);
    }

    /** Shows the events of an episode. */
    void show(Episode episode) {
        lanes = EventMarks.of(episode);
        colours = AgentColours.of(
                episode.agents(), episode.moments().get(0).frame().scene());
        getChildren().setAll(canvas, hand);
        for (EventMarks lane : lanes) {
            Label name = new Label(lane.event().replace('_', ' '));
            name.getStyleClass().add("timeline-lane");
            name.setMouseTransparent(true);
            getChildren().add(name);
        }
        requestLayout();
        repaint();
    }

    void setTheme(Theme next, double textSize) {
        theme = next;
        em = textSize;
        requestLayout();
        repaint();
    }

    /** The horizontal place of a step, in pixels from the left. */
    double x(double step) {
        double width = Math.max(1, getWidth() - left() - right());
        return left() + width * step / Math.max(1, playhead.stepsProperty().get());
    }

    /** Room for the names of the lanes. */
    private double left() {
        double widest = getChildren().stream()
                .filter(Label.class::isInstance)
                .mapToDouble(name -> name.prefWidth(-1))
                .max()
                .orElse(0);
        return Math.ceil(Math.max(LEAST_NAMES_EM * em, Math.min(MOST_NAMES_SHARE * getWidth(), widest + 2 * MARGIN)));
    }

    /** Room for the number of the last step, which stands to the right of its tick. */
    private double right() {
        Text last = new Text(NumberText.count(playhead.stepsProperty().get()));
        last.setFont(numbers());
        return Math.rint(MARGIN + BESIDE_TICK + last.getLayoutBounds().getWidth());
    }

    private Font numbers() {
        return Font.font(em * NUMBER_SIZE);
    }

    private int stepAt(double x) {
        double width = Math.max(1, getWidth() - left() - right());
        double share = Math.max(0, Math.min(1, (x - left()) / width));
        return (int) Math.round(share * playhead.stepsProperty().get());
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        resume = playhead.playingProperty().get();
        boolean onRuler =
                event.getY() < RULER_EM * em && playhead.loopingProperty().get();
        double toFrom = Math.abs(event.getX() - x(playhead.fromProperty().get()));
        double toEnd = Math.abs(event.getX() - x(playhead.toProperty().get()));
        if (onRuler && Math.min(toFrom, toEnd) < GRAB) {
            grip = toFrom < toEnd ? Grip.FROM : Grip.TO;
        } else {
            grip = Grip.TIME;
            playhead.playingProperty().set(false);
        }
        dragged(event);
    }

    private void dragged(MouseEvent event) {
        int step = stepAt(event.getX());
        switch (grip) {
            case TIME -> playhead.seek(step);
            case FROM ->
                playhead.setRange(
                        Math.min(step, playhead.toProperty().get() - 1),
                        playhead.toProperty().get());
            case TO ->
                playhead.setRange(
                        playhead.fromProperty().get(),
                        Math.max(step, playhead.fromProperty().get() + 1));
            default -> {}
        }
    }

    private void released(MouseEvent event) {
        if (grip == Grip.TIME && resume) {
            playhead.playingProperty().set(true);
        }
        grip = Grip.NONE;
    }

    private void placeHand() {
        hand.setLayoutX(Math.rint(x(playhead.toldStepProperty().get())) - 1);
    }

    @Override
    protected double computePrefHeight(double width) {
        return (RULER_EM + LANE_EM * lanes.size()) * em + 4;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        hand.resizeRelocate(hand.getLayoutX(), 0, 2, getHeight());
        for (int lane = 0; lane < lanes.size(); lane++) {
            getChildren().get(lane + 2).resizeRelocate(MARGIN, laneTop(lane), left() - 2 * MARGIN, LANE_EM * em);
        }
        placeHand();
        repaint();
    }

    private double laneTop(int lane) {
        return (RULER_EM + LANE_EM * lane) * em;
    }

    private void repaint() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        int steps = playhead.stepsProperty().get();
        if (steps == 0 || getWidth() < 1) {
            return;
        }
        ruler(g, steps);
        for (int lane = 0; lane < lanes.size(); lane++) {
            lane(g, lane);
        }
        placeHand();
    }

    private void ruler(GraphicsContext g, int steps) {
        double base = Math.rint(RULER_EM * em) - 0.5;
        if (playhead.loopingProperty().get()) {
            double from = x(playhead.fromProperty().get());
            double to = x(playhead.toProperty().get());
            g.setFill(Color.web(theme == Theme.LIGHT ? "#0969da" : "#58a6ff", 0.18));
            g.fillRect(from, 2, to - from, base - 2);
            g.setFill(Color.web(theme == Theme.LIGHT ? "#0969da" : "#58a6ff"));
            g.fillRect(from - 1.5, 2, 3, base - 2);
            g.fillRect(to - 1.5, 2, 3, base - 2);
        }
        g.setStroke(LINE);
        g.setLineWidth(1);
        g.strokeLine(x(0), base, x(steps), base);
        g.setFill(TICK_TEXT);
        g.setFont(numbers());
        // Beside the tick, where neither the hand nor an end of the range covers it.
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        long tick = Ticks.step(steps, (x(steps) - x(0)) / (LEAST_TICK_EM * em));
        for (long step = 0; step <= steps; step += tick) {
            double x = Math.rint(x((double) step)) + 0.5;
            g.strokeLine(x, base - 0.25 * em, x, canvas.getHeight());
            g.fillText(NumberText.count(step), x + BESIDE_TICK, base * 0.45);
        }
    }

    private void lane(GraphicsContext g, int lane) {
        double middle = laneTop(lane) + LANE_EM * em / 2;
        double radius = em * 0.3;
        double painted = Double.NEGATIVE_INFINITY;
        for (EventMarks.Mark mark : lanes.get(lane).marks()) {
            double x = x(mark.step());
            if (x - painted >= 1) {
                painted = x;
                double size = mark.agents() > 1 ? radius * 1.25 : radius;
                g.setFill(rgb(colours.of(mark.seat(), theme)));
                g.fillOval(x - size, middle - size, 2 * size, 2 * size);
            }
        }
    }

    private static Color rgb(int colour) {
        return Color.rgb(colour >> 16 & 255, colour >> 8 & 255, colour & 255);
    }
}
