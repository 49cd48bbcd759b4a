package io.particlearena.ui.arena;

import io.particlearena.env.ActionHead;
import io.particlearena.env.AgentSpec;
import io.particlearena.env.Scene;
import io.particlearena.experiment.EpisodeFrame;
import io.particlearena.ui.AgentColours;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;

/**
 * Paints predictions beside the agents that they are about: for every class a filled bar, the prediction, and a hollow one,
 * the probability with which the agent acted, with the class below; under the class that was taken stands a triangle. The
 * colours of right and wrong differ in lightness as much as in hue. A strip in the colour of the predicting agent says whose
 * prediction it is.
 */
final class ForecastPainter {

    private static final double BAR_EM = 0.5;
    private static final double CLASS_GAP_EM = 0.5;
    private static final double HEAD_GAP_EM = 0.9;
    private static final double HEIGHT_EM = 3.4;
    private static final double PADDING_EM = 0.45;
    private static final double LETTER_EM = 1.15;
    private static final double MARK_EM = 0.45;
    private static final double STRIP = 3;
    private static final double SMALLEST_BAR = 2;
    private static final double SMALLEST_HOLLOW = 3;
    private static final double LEGEND_EM = 1.7;

    /** An agent beyond the picture's edge is marked at the edge; what is predicted of it stands beside the mark. */
    private static final double EDGE = 11;

    private static final String[] LEGEND = {"right", "wrong", "true", "taken"};

    private final ArenaColours colours;
    private final AgentColours agents;
    private final double em;
    private final ForecastPlaces places = new ForecastPlaces();

    ForecastPainter(ArenaColours colours, AgentColours agents, double textSize) {
        this.colours = colours;
        this.agents = agents;
        this.em = textSize;
    }

    void paint(Pen pen, Viewport view, Motion motion, Scene scene, List<Forecast> forecasts, double now) {
        EpisodeFrame frame = motion.frame();
        if (forecasts.isEmpty() || frame == null) {
            return;
        }
        double progress = motion.progress(now);
        List<Rectangle2D> bodies = new ArrayList<>();
        for (Scene.Disc disc : scene.discs()) {
            if (disc.kind() == Scene.Kind.AGENT) {
                bodies.add(body(view, motion, disc, progress));
            }
        }
        pen.setFont(em * 0.85, false);
        Rectangle2D legend = places.legend(view, legendWidth(pen), LEGEND_EM * em, bodies);
        places.begin(view, bodies, legend);
        List<Rectangle2D> cards = new ArrayList<>();
        for (Forecast forecast : forecasts) {
            for (Scene.Disc disc : scene.discs()) {
                if (disc.kind() == Scene.Kind.AGENT && disc.agent() == forecast.about()) {
                    Rectangle2D body = body(view, motion, disc, progress);
                    Rectangle2D card = places.find(
                            forecast, body, width(forecast), (HEIGHT_EM + LETTER_EM + MARK_EM + 2 * PADDING_EM) * em);
                    tie(pen, body, card, forecast);
                    cards.add(card);
                }
            }
        }
        int next = 0;
        for (Forecast forecast : forecasts) {
            for (Scene.Disc disc : scene.discs()) {
                if (disc.kind() == Scene.Kind.AGENT && disc.agent() == forecast.about()) {
                    card(pen, cards.get(next++), forecast, frame.agents().get(forecast.about()));
                }
            }
        }
        legend(pen, legend);
    }

    /** Where an agent is seen, or the mark of one beyond the edge. */
    private static Rectangle2D body(Viewport view, Motion motion, Scene.Disc disc, double progress) {
        double x = inside(view.screenX(motion.x(disc, progress)), view.width());
        double y = inside(view.screenY(motion.y(disc, progress)), view.height());
        double radius = Math.max(EDGE, disc.radius() * view.scale());
        return new Rectangle2D(x - radius, y - radius, 2 * radius, 2 * radius);
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

    /** A line to a card that does not lie beside its agent. */
    private void tie(Pen pen, Rectangle2D body, Rectangle2D card, Forecast forecast) {
        double x = (body.getMinX() + body.getMaxX()) / 2;
        double y = (body.getMinY() + body.getMaxY()) / 2;
        Point2D nearest = new Point2D(
                Math.max(card.getMinX(), Math.min(card.getMaxX(), x)),
                Math.max(card.getMinY(), Math.min(card.getMaxY(), y)));
        if (nearest.distance(x, y) > body.getWidth() / 2 + em) {
            pen.setStroke(colours.agent(agents, forecast.observer()), 1);
            pen.strokeLine(x, y, nearest.getX(), nearest.getY());
        }
    }

    private void card(Pen pen, Rectangle2D place, Forecast forecast, AgentSpec about) {
        pen.setFill(colours.panel());
        pen.fillRoundRect(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight(), 6);
        pen.setStroke(colours.edge(), 1);
        pen.strokeRoundRect(
                place.getMinX() + 0.5, place.getMinY() + 0.5, place.getWidth() - 1, place.getHeight() - 1, 6);
        pen.setFill(colours.agent(agents, forecast.observer()));
        pen.fillRect(place.getMinX() + 1, place.getMinY() + 3, STRIP, place.getHeight() - 6);
        double x = place.getMinX() + PADDING_EM * em + STRIP;
        double base = Math.rint(place.getMinY() + (PADDING_EM + HEIGHT_EM) * em);
        List<ActionHead> categorical = about.actions().stream()
                .filter(head -> head.kind() == ActionHead.Kind.CATEGORICAL)
                .toList();
        for (int i = 0; i < forecast.heads().size(); i++) {
            x = head(pen, forecast.heads().get(i), categorical.get(i), x, base) + HEAD_GAP_EM * em;
        }
    }

    /** Paints the bars of a head and gives their right end. */
    private double head(Pen pen, Forecast.Head head, ActionHead action, double left, double base) {
        Color colour = head.isRight() ? colours.right() : colours.wrong();
        double x = left;
        pen.setFont(em * 0.85, false);
        for (int i = 0; i < head.predicted().size(); i++) {
            x += i == 0 ? 0 : CLASS_GAP_EM * em;
            filled(pen, colour, x, base, head.predicted().get(i));
            if (!head.actual().isEmpty()) {
                hollow(pen, x + bar() + 1, base, head.actual().get(i));
            }
            double middle = x + classWidth() / 2;
            pen.setFill(colours.bubble());
            pen.fillText(ActionBars.letter(action, i), middle, base + 0.6 * em, Pen.Align.CENTRE);
            if (i == head.taken()) {
                mark(pen, middle, base + LETTER_EM * em);
            }
            x += classWidth();
        }
        pen.setStroke(colours.edge(), 1);
        pen.strokeLine(left - 1, base + 0.5, x + 1, base + 0.5);
        return x;
    }

    private void filled(Pen pen, Color colour, double x, double base, double probability) {
        double height = Math.max(SMALLEST_BAR, HEIGHT_EM * em * Math.min(1, Math.max(0, probability)));
        pen.setFill(colour);
        pen.fillRect(x, base - height, bar(), height);
    }

    private void hollow(Pen pen, double x, double base, double probability) {
        double height = Math.max(SMALLEST_HOLLOW, Math.rint(HEIGHT_EM * em * Math.min(1, Math.max(0, probability))));
        pen.setStroke(colours.bubble(), 1);
        pen.strokeRect(x + 0.5, base - height + 0.5, bar() - 1, height - 0.5);
    }

    private void mark(Pen pen, double x, double top) {
        double size = MARK_EM * em;
        pen.setFill(colours.bubble());
        pen.fillPolygon(
                new double[] {x, x + size * 0.7, x - size * 0.7}, new double[] {top, top + size, top + size}, 3);
    }

    private double legendWidth(Pen pen) {
        double width = 0.5 * em;
        for (String word : LEGEND) {
            width += em + pen.textWidth(word) + 0.8 * em;
        }
        return width;
    }

    /** Explains the signs in a line. */
    private void legend(Pen pen, Rectangle2D place) {
        pen.setFont(em * 0.85, false);
        pen.setFill(colours.panel());
        pen.fillRoundRect(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight(), 6);
        double x = place.getMinX() + 0.5 * em;
        double y = place.getMinY() + place.getHeight() / 2;
        for (int i = 0; i < LEGEND.length; i++) {
            double bottom = Math.rint(y + 0.45 * em);
            switch (i) {
                case 0 -> filled(pen, colours.right(), x, bottom, 0.33);
                case 1 -> filled(pen, colours.wrong(), x, bottom, 0.33);
                case 2 -> hollow(pen, x, bottom, 0.33);
                default -> mark(pen, x + bar() / 2, y - MARK_EM * em / 2);
            }
            pen.setFill(colours.bubble());
            pen.fillText(LEGEND[i], x + em, y, Pen.Align.LEFT);
            x += em + pen.textWidth(LEGEND[i]) + 0.8 * em;
        }
    }
}
