package io.particlearena.ui.arena;

import io.particlearena.env.Scene;
import io.particlearena.experiment.EpisodeFrame;
import java.util.List;
import javafx.scene.paint.Color;

/** Paints the way of one agent from an episode's beginning to its end. */
final class TracePainter {

    private static final int NUMBERED = 5;
    private static final double FAINTEST = 0.35;

    private final ArenaColours colours;
    private final Color colour;
    private final double em;

    TracePainter(ArenaColours colours, Color colour, double textSize) {
        this.colours = colours;
        this.colour = colour;
        this.em = textSize;
    }

    void paint(Pen pen, Viewport view, List<EpisodeFrame> frames, int seat) {
        double[] x = new double[frames.size()];
        double[] y = new double[frames.size()];
        for (int step = 0; step < x.length; step++) {
            for (Scene.Disc disc : frames.get(step).scene().discs()) {
                if (disc.kind() == Scene.Kind.AGENT && disc.agent() == seat) {
                    x[step] = view.screenX(disc.x());
                    y[step] = view.screenY(disc.y());
                }
            }
        }
        for (int step = 1; step < x.length; step++) {
            pen.setStroke(at(step, x.length), 2.5);
            pen.strokeLine(x[step - 1], y[step - 1], x[step], y[step]);
        }
        for (int step = 0; step < x.length; step++) {
            double radius = step % NUMBERED == 0 ? 0.32 * em : 0.18 * em;
            pen.setFill(at(step, x.length));
            pen.fillOval(x[step] - radius, y[step] - radius, 2 * radius, 2 * radius);
        }
        pen.setFont(0.85 * em, true);
        pen.setFill(colours.bubble());
        for (int step = 0; step < x.length; step += NUMBERED) {
            pen.fillText(Integer.toString(step), x[step] + 0.5 * em, y[step] - 0.7 * em, Pen.Align.LEFT);
        }
    }

    private Color at(int step, int count) {
        return colour.deriveColor(0, 1, 1, FAINTEST + (1 - FAINTEST) * step / Math.max(1, count - 1));
    }
}
