package io.particlearena.ui.arena;

import io.particlearena.env.Scene;
import io.particlearena.experiment.EpisodeFrame;
import io.particlearena.ui.AgentColours;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

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
    private final Font font;
    private final double textSize;

    ScenePainter(ArenaColours colours, AgentColours agents, double textSize) {
        this.colours = colours;
        this.agents = agents;
        this.textSize = textSize;
        this.font = Font.font(Font.getDefault().getFamily(), FontWeight.BOLD, textSize);
    }

    void paint(GraphicsContext g, Viewport view, Motion motion, double now) {
        EpisodeFrame frame = motion.frame();
        if (frame == null) {
            return;
        }
        Scene scene = frame.scene();
        double progress = motion.progress(now);
        for (Scene.Cell cell : scene.cells()) {
            g.setFill(colours.body(cell.colour())
                    .deriveColor(0, 1, 1, cell.colour().opacity()));
            double side = cell.side() * view.scale();
            g.fillRect(view.screenX(cell.x()), view.screenY(cell.y() + cell.side()), side, side);
        }
        for (Scene.Disc disc : scene.discs()) {
            if (disc.kind() == Scene.Kind.AGENT) {
                trail(g, view, motion, disc);
            }
        }
        for (Scene.Kind kind : FROM_BELOW) {
            for (Scene.Disc disc : scene.discs()) {
                if (disc.kind() == kind) {
                    disc(g, view, disc, motion.x(disc, progress), motion.y(disc, progress));
                }
            }
        }
        for (Scene.Message message : scene.messages()) {
            message(g, view, motion, scene, message, progress);
        }
    }

    private void disc(GraphicsContext g, Viewport view, Scene.Disc disc, double x, double y) {
        double screenX = view.screenX(x);
        double screenY = view.screenY(y);
        double radius = Math.max(2, disc.radius() * view.scale());
        Color colour = colour(disc);
        boolean agent = disc.kind() == Scene.Kind.AGENT;
        if (agent && outside(view, screenX, screenY, radius)) {
            marker(g, view, screenX, screenY, colour);
            return;
        }
        double opacity = agent ? AGENT_OPACITY : disc.kind() == Scene.Kind.FOREST ? FOREST_OPACITY : 1;
        g.setFill(colour.deriveColor(0, 1, 1, opacity));
        g.fillOval(screenX - radius, screenY - radius, 2 * radius, 2 * radius);
        g.setStroke(colours.outline(colour));
        g.setLineWidth(agent ? 2 : 1.25);
        g.strokeOval(screenX - radius, screenY - radius, 2 * radius, 2 * radius);
        if (agent) {
            velocity(g, view, disc, screenX, screenY, radius);
            if (isSeated(disc) && agents.tells(disc.agent(), disc.colour())) {
                core(g, colours.body(disc.colour()), screenX, screenY, radius * CORE);
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

    private void core(GraphicsContext g, Color colour, double x, double y, double radius) {
        g.setFill(colour);
        g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
        g.setStroke(colours.floor());
        g.setLineWidth(1.5);
        g.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    /** A line from the rim, as long as the way of a quarter of a second. */
    private void velocity(GraphicsContext g, Viewport view, Scene.Disc disc, double x, double y, double radius) {
        double speed = Math.hypot(disc.velocityX(), disc.velocityY());
        double length = speed * VELOCITY_SECONDS * view.scale();
        if (length < 2) {
            return;
        }
        double directionX = disc.velocityX() / speed;
        double directionY = -disc.velocityY() / speed;
        g.setLineWidth(2);
        g.setStroke(colours.outline(colour(disc)));
        g.strokeLine(
                x + directionX * radius,
                y + directionY * radius,
                x + directionX * (radius + length),
                y + directionY * (radius + length));
    }

    /** A few pieces of falling opacity instead of one line per step: stroking is what costs. */
    private void trail(GraphicsContext g, Viewport view, Motion motion, Scene.Disc disc) {
        Motion.Trail trail = motion.trail(disc.name());
        if (trail == null || trail.length < 3) {
            return;
        }
        Color colour = colour(disc);
        double[] x = new double[Motion.TRAIL];
        double[] y = new double[Motion.TRAIL];
        int perPiece = (Motion.TRAIL + TRAIL_PIECES - 1) / TRAIL_PIECES;
        g.setLineWidth(2);
        for (int piece = 0; piece < TRAIL_PIECES; piece++) {
            int count = 0;
            for (int i = Math.max(1, piece * perPiece); i <= Math.min(trail.length - 1, (piece + 1) * perPiece); i++) {
                x[count] = view.screenX(trail.x[i]);
                y[count] = view.screenY(trail.y[i]);
                count++;
            }
            if (count > 1) {
                g.setStroke(colour.deriveColor(0, 1, 1, 0.42 - 0.13 * piece));
                g.strokePolyline(x, y, count);
            }
        }
    }

    private static boolean outside(Viewport view, double x, double y, double radius) {
        return x < -radius || y < -radius || x > view.width() + radius || y > view.height() + radius;
    }

    /** An arrow head at the edge of the picture that points to an agent beyond it. */
    private void marker(GraphicsContext g, Viewport view, double x, double y, Color colour) {
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
        g.setFill(colour);
        g.fillPolygon(xs, ys, 3);
        g.setStroke(colours.outline(colour));
        g.setLineWidth(1);
        g.strokePolygon(xs, ys, 3);
    }

    private void message(
            GraphicsContext g, Viewport view, Motion motion, Scene scene, Scene.Message message, double progress) {
        int symbol = loudest(message.symbols());
        if (symbol < 0) {
            return;
        }
        for (Scene.Disc disc : scene.discs()) {
            if (disc.kind() == Scene.Kind.AGENT && disc.agent() == message.agent()) {
                double radius = disc.radius() * view.scale();
                double x = view.screenX(motion.x(disc, progress)) + radius * 0.7;
                double y = view.screenY(motion.y(disc, progress)) - radius * 0.7;
                bubble(g, x, y, symbol, message.symbols());
            }
        }
    }

    /** A letter for the loudest symbol and a bar for each one, as it was sent. */
    private void bubble(GraphicsContext g, double x, double y, int symbol, List<Double> symbols) {
        double bar = Math.max(3, textSize * 0.3);
        double height = textSize * 1.7;
        double width = textSize * 1.7 + symbols.size() * (bar + 1.5);
        double top = y - height;
        g.setFill(colours.bubble());
        g.fillRoundRect(x, top, width, height, height * 0.5, height * 0.5);
        g.setFill(colours.bubbleText());
        g.setFont(font);
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(letter(symbol), x + textSize * 0.85, top + height / 2);
        double loudest = Math.max(1e-9, symbols.get(symbol));
        for (int i = 0; i < symbols.size(); i++) {
            double share = Math.max(0, Math.min(1, symbols.get(i) / loudest));
            double barHeight = Math.max(1, share * height * 0.6);
            g.fillRect(x + textSize * 1.45 + i * (bar + 1.5), top + height * 0.8 - barHeight, bar, barHeight);
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
