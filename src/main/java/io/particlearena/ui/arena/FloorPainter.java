package io.particlearena.ui.arena;

import io.particlearena.env.Scene;
import javafx.scene.canvas.GraphicsContext;

/** Paints what does not move: the page, the floor of the arena and its grid. */
final class FloorPainter {

    private static final double GRID = 0.25;
    private static final double FEWEST_PIXELS = 14;

    private FloorPainter() {}

    static void paint(GraphicsContext g, Viewport view, Scene scene, ArenaColours colours) {
        g.setFill(colours.page());
        g.fillRect(0, 0, view.width(), view.height());
        double half = scene.halfWidth();
        double left = view.screenX(scene.centreX() - half);
        double top = view.screenY(scene.centreY() + half);
        double side = 2 * half * view.scale();
        g.setFill(colours.floor());
        g.fillRect(left, top, side, side);
        if (scene.cells().isEmpty()) {
            grid(g, view, scene, colours);
        }
        g.setStroke(colours.edge());
        g.setLineWidth(1);
        g.strokeRect(crisp(left), crisp(top), Math.rint(side), Math.rint(side));
    }

    private static void grid(GraphicsContext g, Viewport view, Scene scene, ArenaColours colours) {
        double spacing = GRID * scene.halfWidth();
        while (spacing * view.scale() < FEWEST_PIXELS) {
            spacing *= 2;
        }
        g.setLineWidth(1);
        int first = (int) Math.ceil(view.worldX(0) / spacing);
        for (int i = first; i * spacing <= view.worldX(view.width()); i++) {
            g.setStroke(i == 0 ? colours.axis() : colours.grid());
            double x = crisp(view.screenX(i * spacing));
            g.strokeLine(x, 0, x, view.height());
        }
        int lowest = (int) Math.ceil(view.worldY(view.height()) / spacing);
        for (int i = lowest; i * spacing <= view.worldY(0); i++) {
            g.setStroke(i == 0 ? colours.axis() : colours.grid());
            double y = crisp(view.screenY(i * spacing));
            g.strokeLine(0, y, view.width(), y);
        }
    }

    private static double crisp(double position) {
        return Math.floor(position) + 0.5;
    }
}
