package io.particlearena.ui.arena;

import io.particlearena.env.Scene;
import io.particlearena.ui.AgentColours;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;

/**
 * Paints predictions beside the agents that they are about: for every class a filled bar, the prediction, and a hollow one,
 * the probability with which the agent acted; under the class that was taken stands a triangle. The colours of right and
 * wrong differ in lightness as much as in hue. A strip in the colour of the predicting agent says whose prediction it is.
 */
final class ForecastPainter {

    private static final double BAR_EM = 0.5;
    private static final double CLASS_GAP_EM = 0.5;
    private static final double HEAD_GAP_EM = 0.9;
    private static final double HEIGHT_EM = 3.4;
    private static final double PADDING_EM = 0.45;
    private static final double MARK_EM = 0.45;
    private static final double STRIP = 3;

    /** An agent beyond the picture's edge is marked at the edge; what is predicted of it stands beside the mark. */
    private static final double EDGE = 11;

    private final ArenaColours colours;
    private final AgentColours agents;
    private final double em;

    ForecastPainter(ArenaColours colours, AgentColours agents, double textSize) {
        this.colours = colours;
        this.agents = agents;
        this.em = textSize;
    }

    void paint(Pen pen, Viewport view, Motion motion, Scene scene, List<Forecast> forecasts, double now) {
        if (forecasts.isEmpty()) {
            return;
        }
        double progress = motion.progress(now);
        List<Rectangle2D> taken = new ArrayList<>();
        for (Forecast forecast : forecasts) {
            for (Scene.Disc disc : scene.discs()) {
                if (disc.kind() == Scene.Kind.AGENT && disc.agent() == forecast.about()) {
                    double x = inside(view.screenX(motion.x(disc, progress)), view.width());
                    double y = inside(view.screenY(motion.y(disc, progress)), view.height());
                    Rectangle2D place = place(view, x, y, disc.radius() * view.scale(), forecast, taken);
                    taken.add(place);
                    panel(pen, place, forecast);
                }
            }
        }
        legend(pen, view);
    }

    private static double inside(double position, double size) {
        return Math.min(size - EDGE, Math.max(EDGE, position));
    }

    private double width(Forecast forecast) {
        double width = 2 * PADDING_EM * em + STRIP + (forecast.heads().size() - 1) * HEAD_GAP_EM * em;
        for (Forecast.Head head : forecast.heads()) {
            int classes = head.predicted().size();
            width += classes * classWidth() + (classes - 1) * CLASS_GAP_EM * em;
        }
        return width;
    }

    private double classWidth() {
        return 2 * bar() + 1;
    }

    private double bar() {
        return Math.max(3, Math.rint(BAR_EM * em));
    }

    /** Right of the agent, or where there is no room, left, below or above of it. */
    private Rectangle2D place(
            Viewport view, double x, double y, double radius, Forecast forecast, List<Rectangle2D> taken) {
        double width = width(forecast);
        double height = (HEIGHT_EM + MARK_EM + 2 * PADDING_EM + 0.15) * em;
        double away = radius + 0.5 * em;
        double[][] corners = {
            {x + away, y - height / 2},
            {x - away - width, y - height / 2},
            {x - width / 2, y + away},
            {x - width / 2, y - away - height},
            {x + away, y + height / 2 + 2},
            {x + away, y - 1.5 * height - 2}
        };
        Rectangle2D first = null;
        for (double[] corner : corners) {
            boolean inside = corner[0] >= 2 && corner[0] + width <= view.width() - 2;
            Rectangle2D place = new Rectangle2D(
                    Math.rint(Math.max(2, Math.min(view.width() - width - 2, corner[0]))),
                    Math.rint(Math.max(2, Math.min(view.height() - height - 2, corner[1]))),
                    width,
                    height);
            if (inside && taken.stream().noneMatch(place::intersects)) {
                return place;
            }
            first = first == null ? place : first;
        }
        return first == null ? Rectangle2D.EMPTY : first;
    }

    private void panel(Pen pen, Rectangle2D place, Forecast forecast) {
        pen.setFill(colours.panel());
        pen.fillRoundRect(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight(), 6);
        pen.setStroke(colours.edge(), 1);
        pen.strokeRoundRect(
                place.getMinX() + 0.5, place.getMinY() + 0.5, place.getWidth() - 1, place.getHeight() - 1, 6);
        pen.setFill(colours.agent(agents, forecast.observer()));
        pen.fillRect(place.getMinX() + 1, place.getMinY() + 3, STRIP, place.getHeight() - 6);
        double x = place.getMinX() + PADDING_EM * em + STRIP;
        double base = Math.rint(place.getMinY() + (PADDING_EM + HEIGHT_EM) * em);
        for (Forecast.Head head : forecast.heads()) {
            x = head(pen, head, x, base) + HEAD_GAP_EM * em;
        }
    }

    /** Paints the bars of a head and gives their right end. */
    private double head(Pen pen, Forecast.Head head, double left, double base) {
        Color colour = head.isRight() ? colours.right() : colours.wrong();
        double x = left;
        for (int i = 0; i < head.predicted().size(); i++) {
            x += i == 0 ? 0 : CLASS_GAP_EM * em;
            filled(pen, colour, x, base, head.predicted().get(i));
            if (!head.actual().isEmpty()) {
                hollow(pen, x + bar() + 1, base, head.actual().get(i));
            }
            if (i == head.taken()) {
                mark(pen, x + classWidth() / 2, base + 2);
            }
            x += classWidth();
        }
        pen.setStroke(colours.edge(), 1);
        pen.strokeLine(left - 1, base + 0.5, x + 1, base + 0.5);
        return x;
    }

    private void filled(Pen pen, Color colour, double x, double base, double probability) {
        double height = Math.max(1, HEIGHT_EM * em * Math.min(1, Math.max(0, probability)));
        pen.setFill(colour);
        pen.fillRect(x, base - height, bar(), height);
    }

    private void hollow(Pen pen, double x, double base, double probability) {
        double height = Math.max(1, Math.rint(HEIGHT_EM * em * Math.min(1, Math.max(0, probability))));
        pen.setStroke(colours.bubble(), 1);
        pen.strokeRect(x + 0.5, base - height + 0.5, bar() - 1, height - 0.5);
    }

    private void mark(Pen pen, double x, double top) {
        double size = MARK_EM * em;
        pen.setFill(colours.bubble());
        pen.fillPolygon(
                new double[] {x, x + size * 0.7, x - size * 0.7}, new double[] {top, top + size, top + size}, 3);
    }

    /** Explains the signs in a line at the lower left. */
    private void legend(Pen pen, Viewport view) {
        pen.setFont(em * 0.85, false);
        double height = 1.7 * em;
        double y = view.height() - height / 2 - 5;
        String[] words = {"right", "wrong", "true", "taken"};
        double width = 0.5 * em;
        for (String word : words) {
            width += em + pen.textWidth(word) + 0.8 * em;
        }
        pen.setFill(colours.panel());
        pen.fillRoundRect(5, y - height / 2, width, height, 6);
        double x = 5 + 0.5 * em;
        for (int i = 0; i < words.length; i++) {
            double bottom = Math.rint(y + 0.45 * em);
            switch (i) {
                case 0 -> filled(pen, colours.right(), x, bottom, 0.33);
                case 1 -> filled(pen, colours.wrong(), x, bottom, 0.33);
                case 2 -> hollow(pen, x, bottom, 0.33);
                default -> mark(pen, x + bar() / 2, y - MARK_EM * em / 2);
            }
            pen.setFill(colours.bubble());
            pen.fillText(words[i], x + em, y, Pen.Align.LEFT);
            x += em + pen.textWidth(words[i]) + 0.8 * em;
        }
    }
}
