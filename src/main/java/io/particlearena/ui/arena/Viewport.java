package io.particlearena.ui.arena;

import io.particlearena.env.Scene;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Which part of the world is seen where. World coordinates have y upwards, screen coordinates downwards.
 *
 * @param centreX the world point in the middle of the screen
 * @param centreY the world point in the middle of the screen
 * @param scale pixels per world unit
 * @param width of the screen in pixels
 * @param height of the screen in pixels
 */
record Viewport(double centreX, double centreY, double scale, double width, double height) {

    /** The usual arena takes this share of the screen's smaller side, so that its edge is seen. */
    private static final double ARENA_SHARE = 0.86;

    /** An agent outside of the arena may come as near to the screen's edge. */
    private static final double CLOSE_SHARE = 0.95;

    /** The room around an agent's way, as a share of the picture. */
    private static final double WAY_MARGIN = 0.07;

    private static final double FOLLOW_MARGIN = 0.25;
    private static final double SMALLEST_HALF_WIDTH = 0.45;

    /** The usual arena in the middle of the screen. */
    static Viewport ofArena(Scene scene, double width, double height) {
        double scale = Math.max(1, Math.min(width, height)) * ARENA_SHARE / (2 * scene.halfWidth());
        return new Viewport(scene.centreX(), scene.centreY(), scale, width, height);
    }

    /** The usual arena in the middle of the screen, smaller where an agent outside would be cut off. */
    static Viewport ofArenaAndAgents(Scene scene, double width, double height) {
        double scale = ofArena(scene, width, height).scale;
        for (Scene.Disc disc : scene.discs()) {
            if (disc.kind() == Scene.Kind.AGENT) {
                double acrossX = Math.abs(disc.x() - scene.centreX()) + disc.radius();
                double acrossY = Math.abs(disc.y() - scene.centreY()) + disc.radius();
                double fitting = CLOSE_SHARE * Math.min(width / 2 / acrossX, height / 2 / acrossY);
                // A place that is not finite moves no camera.
                if (fitting > 0 && fitting < scale) {
                    scale = fitting;
                }
            }
        }
        return new Viewport(scene.centreX(), scene.centreY(), scale, width, height);
    }

    /**
     * The usual arena and the whole way of one agent, with room for numbers beside it.
     *
     * @param scenes the moments of the way, at least one
     * @param seat the agent's seat
     */
    static Viewport ofArenaAndWay(List<Scene> scenes, int seat, double width, double height) {
        Scene arena = scenes.get(0);
        double half = arena.halfWidth() / ARENA_SHARE;
        List<Scene.Disc> way = scenes.stream()
                .flatMap(scene -> scene.discs().stream())
                .filter(disc -> disc.kind() == Scene.Kind.AGENT && disc.agent() == seat)
                .filter(disc -> Double.isFinite(disc.x()) && Double.isFinite(disc.y()))
                .toList();
        double[] x = stretched(arena.centreX(), half, way.stream().mapToDouble(Scene.Disc::x));
        double[] y = stretched(arena.centreY(), half, way.stream().mapToDouble(Scene.Disc::y));
        double scale = Math.min(width / (x[1] - x[0]), height / (y[1] - y[0]));
        return new Viewport((x[0] + x[1]) / 2, (y[0] + y[1]) / 2, scale, width, height);
    }

    /** From where to where one sees all places, and at least the arena, with some room around places outside of it. */
    private static double[] stretched(double centre, double half, DoubleStream places) {
        DoubleSummaryStatistics all = places.summaryStatistics();
        double from = Math.min(centre - half, all.getMin());
        double to = Math.max(centre + half, all.getMax());
        double room = WAY_MARGIN * (to - from);
        return new double[] {Math.min(centre - half, all.getMin() - room), Math.max(centre + half, all.getMax() + room)
        };
    }

    /** All agents on the screen, as large as that allows. */
    static Viewport ofAgents(Scene scene, double width, double height) {
        double minX = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (Scene.Disc disc : scene.discs()) {
            if (disc.kind() == Scene.Kind.AGENT) {
                minX = Math.min(minX, disc.x() - disc.radius());
                maxX = Math.max(maxX, disc.x() + disc.radius());
                minY = Math.min(minY, disc.y() - disc.radius());
                maxY = Math.max(maxY, disc.y() + disc.radius());
            }
        }
        if (!(minX <= maxX) || !(minY <= maxY)) {
            return ofArena(scene, width, height);
        }
        double margin = FOLLOW_MARGIN * scene.halfWidth();
        double smallest = SMALLEST_HALF_WIDTH * scene.halfWidth();
        double halfWidth = Math.max(smallest, (maxX - minX) / 2 + margin);
        double halfHeight = Math.max(smallest, (maxY - minY) / 2 + margin);
        double scale = Math.min(Math.max(1, width) / (2 * halfWidth), Math.max(1, height) / (2 * halfHeight));
        return new Viewport((minX + maxX) / 2, (minY + maxY) / 2, scale, width, height);
    }

    /** A view on the way from this one to another. */
    Viewport towards(Viewport goal, double share) {
        double nextScale = scale * Math.pow(goal.scale / scale, share);
        return new Viewport(
                centreX + (goal.centreX - centreX) * share,
                centreY + (goal.centreY - centreY) * share,
                nextScale,
                goal.width,
                goal.height);
    }

    /** Whether the difference to another view cannot be seen. */
    boolean looksLike(Viewport other) {
        return width == other.width
                && height == other.height
                && Math.abs(scale / other.scale - 1) < 1e-3
                && Math.abs(centreX - other.centreX) * scale < 0.3
                && Math.abs(centreY - other.centreY) * scale < 0.3;
    }

    double screenX(double x) {
        return width / 2 + (x - centreX) * scale;
    }

    double screenY(double y) {
        return height / 2 - (y - centreY) * scale;
    }

    double worldX(double screenX) {
        return centreX + (screenX - width / 2) / scale;
    }

    double worldY(double screenY) {
        return centreY - (screenY - height / 2) / scale;
    }
}
