package io.particlearena.ui.arena;

import io.particlearena.env.Scene;
import io.particlearena.experiment.EpisodeFrame;
import io.particlearena.ui.AgentColours;
import java.util.List;
import javafx.scene.paint.Color;

/**
 * Paints the bodies of a scene: cells, forests, obstacles, landmarks and food, and agents above all. The published
 * programs draw landmarks last, so that opaque obstacles hide agents; here agents stay in sight.
 */
final class ScenePainter {

    private static final Scene.Kind[] FROM_BELOW = {
        Scene.Kind.FOREST, Scene.Kind.OBSTACLE, Scene.Kind.LANDMARK, Scene.Kind.FOOD, Scene.Kind.AGENT
    };
    private static final int TRAIL_PIECES = 3;
    private static final double AGENT_OPACITY = 0.85;
    private static final double FOREST_OPACITY = 0.55;
    private static final double VELOCITY_SECONDS = 0.25;
    private static final double MARKER = 9;

    private static final double CORE = 0.5;

    private final ArenaColours colours;
    private final AgentColours agents;
    private final double textSize;
    private int own = -1;

    ScenePainter(ArenaColours colours, AgentColours agents, double textSize) {
        this.colours = colours;
        this.agents = agents;
        this.textSize = textSize;
    }

    /** Marks an agent by a ring; a negative seat marks none. */
    void setOwn(int seat) {
        own = seat;
    }

    void paint(Pen pen, Viewport view, Motion motion, double now) {
        EpisodeFrame frame = motion.frame();
        if (frame == null) {
            return;
        }
        Scene scene = frame.scene();
        double progress = motion.progress(now);
        for (Scene.Cell cell : scene.cells()) {
            pen.setFill(colours.body(cell.colour())
                    .deriveColor(0, 1, 1, cell.colour().opacity()));
            double side = cell.side() * view.scale();
            pen.fillRect(view.screenX(cell.x()), view.screenY(cell.y() + cell.side()), side, side);
        }
        for (Scene.Disc disc : scene.discs()) {
            if (disc.kind() == Scene.Kind.AGENT) {
                trail(pen, view, motion, disc);
            }
        }
        for (Scene.Kind kind : FROM_BELOW) {
            for (Scene.Disc disc : scene.discs()) {
                if (disc.kind() == kind) {
                    disc(pen, view, disc, motion.x(disc, progress), motion.y(disc, progress));
                }
            }
        }
        for (Scene.Message message : scene.messages()) {
            message(pen, view, motion, scene, message, progress);
        }
    }

    private void disc(Pen pen, Viewport view, Scene.Disc disc, double x, double y) {
        double screenX = view.screenX(x);
        double screenY = view.screenY(y);
        double radius = Math.max(2, disc.radius() * view.scale());
        Color colour = colour(disc);
        boolean agent = disc.kind() == Scene.Kind.AGENT;
        if (agent && outside(view, screenX, screenY, radius)) {
            marker(pen, view, screenX, screenY, colour);
            return;
        }
        double opacity = agent ? AGENT_OPACITY : disc.kind() == Scene.Kind.FOREST ? FOREST_OPACITY : 1;
        pen.setFill(colour.deriveColor(0, 1, 1, opacity));
        pen.fillOval(screenX - radius, screenY - radius, 2 * radius, 2 * radius);
        pen.setStroke(colours.outline(colour), agent ? 2 : 1.25);
        pen.strokeOval(screenX - radius, screenY - radius, 2 * radius, 2 * radius);
        if (agent) {
            velocity(pen, view, disc, screenX, screenY, radius);
            if (isSeated(disc) && disc.agent() == own) {
                pen.setStroke(colours.bubble(), 2);
                pen.strokeOval(screenX - radius - 4, screenY - radius - 4, 2 * radius + 8, 2 * radius + 8);
            }
            if (isSeated(disc) && agents.tells(disc.agent(), disc.colour())) {
                core(pen, colours.body(disc.colour()), screenX, screenY, radius * CORE);
            }
        }
    }

    private Color colour(Scene.Disc disc) {
        return isSeated(disc) ? colours.agent(agents, disc.agent()) : colours.body(disc.colour());
    }

    /** Whether a policy plays the body; a script may move an agent as well. */
    private static boolean isSeated(Scene.Disc disc) {
        return disc.kind() == Scene.Kind.AGENT && disc.agent() >= 0;
    }

    private void core(Pen pen, Color colour, double x, double y, double radius) {
        pen.setFill(colour);
        pen.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
        pen.setStroke(colours.floor(), 1.5);
        pen.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    /** A line from the rim, as long as the way of a quarter of a second. */
    private void velocity(Pen pen, Viewport view, Scene.Disc disc, double x, double y, double radius) {
        double speed = Math.hypot(disc.velocityX(), disc.velocityY());
        double length = speed * VELOCITY_SECONDS * view.scale();
        if (length < 2) {
            return;
        }
        double directionX = disc.velocityX() / speed;
        double directionY = -disc.velocityY() / speed;
        pen.setStroke(colours.outline(colour(disc)), 2);
        pen.strokeLine(
                x + directionX * radius,
                y + directionY * radius,
                x + directionX * (radius + length),
                y + directionY * (radius + length));
    }

    /** A few pieces of falling opacity instead of one line per step: stroking is what costs. */
    private void trail(Pen pen, Viewport view, Motion motion, Scene.Disc disc) {
        Motion.Trail trail = motion.trail(disc.name());
        if (trail == null || trail.length < 3) {
            return;
        }
        Color colour = colour(disc);
        double[] x = new double[Motion.TRAIL];
        double[] y = new double[Motion.TRAIL];
        int perPiece = (Motion.TRAIL + TRAIL_PIECES - 1) / TRAIL_PIECES;
        for (int piece = 0; piece < TRAIL_PIECES; piece++) {
            int count = 0;
            for (int i = Math.max(1, piece * perPiece); i <= Math.min(trail.length - 1, (piece + 1) * perPiece); i++) {
                x[count] = view.screenX(trail.x[i]);
                y[count] = view.screenY(trail.y[i]);
                count++;
            }
            if (count > 1) {
                pen.setStroke(colour.deriveColor(0, 1, 1, 0.42 - 0.13 * piece), 2);
                pen.strokePolyline(x, y, count);
            }
        }
    }

    private static boolean outside(Viewport view, double x, double y, double radius) {
        return x < -radius || y < -radius || x > view.width() + radius || y > view.height() + radius;
    }

    /** An arrow head at the edge of the picture that points to an agent beyond it. */
    private void marker(Pen pen, Viewport view, double x, double y, Color colour) {
        double atX = Math.min(view.width() - MARKER - 2, Math.max(MARKER + 2, x));
        double atY = Math.min(view.height() - MARKER - 2, Math.max(MARKER + 2, y));
        double angle = Math.atan2(y - atY, x - atX);
        double[] xs = new double[3];
        double[] ys = new double[3];
        for (int i = 0; i < 3; i++) {
            double turn = angle + i * 2 * Math.PI / 3;
            xs[i] = atX + MARKER * Math.cos(turn);
            ys[i] = atY + MARKER * Math.sin(turn);
        }
        pen.setFill(colour);
        pen.fillPolygon(xs, ys, 3);
        pen.setStroke(colours.outline(colour), 1);
        pen.strokePolygon(xs, ys, 3);
    }

    private void message(Pen pen, Viewport view, Motion motion, Scene scene, Scene.Message message, double progress) {
        int symbol = loudest(message.symbols());
        if (symbol < 0) {
            return;
        }
        for (Scene.Disc disc : scene.discs()) {
            if (disc.kind() == Scene.Kind.AGENT && disc.agent() == message.agent()) {
                double radius = disc.radius() * view.scale();
                double x = view.screenX(motion.x(disc, progress)) + radius * 0.7;
                double y = view.screenY(motion.y(disc, progress)) - radius * 0.7;
                bubble(pen, x, y, symbol, message.symbols());
            }
        }
    }

    /** A letter for the loudest symbol and a bar for each one, as it was sent. */
    private void bubble(Pen pen, double x, double y, int symbol, List<Double> symbols) {
        double bar = Math.max(3, textSize * 0.3);
        double height = textSize * 1.7;
        double width = textSize * 1.7 + symbols.size() * (bar + 1.5);
        double top = y - height;
        pen.setFill(colours.bubble());
        pen.fillRoundRect(x, top, width, height, height * 0.5);
        pen.setFill(colours.bubbleText());
        pen.setFont(textSize, true);
        pen.fillText(letter(symbol), x + textSize * 0.85, top + height / 2, Pen.Align.CENTRE);
        double loudest = Math.max(1e-9, symbols.get(symbol));
        for (int i = 0; i < symbols.size(); i++) {
            double share = Math.max(0, Math.min(1, symbols.get(i) / loudest));
            double barHeight = Math.max(1, share * height * 0.6);
            pen.fillRect(x + textSize * 1.45 + i * (bar + 1.5), top + height * 0.8 - barHeight, bar, barHeight);
        }
    }

    /** The index of the largest weight, or -1 if nothing was said. */
    static int loudest(List<Double> symbols) {
        int best = -1;
        for (int i = 0; i < symbols.size(); i++) {
            if (symbols.get(i) > (best < 0 ? 0 : symbols.get(best))) {
                best = i;
            }
        }
        return best;
    }

    /** {@code A} to {@code Z}, then numbers. */
    static String letter(int symbol) {
        return symbol < 26 ? String.valueOf((char) ('A' + symbol)) : Integer.toString(symbol);
    }
}
