package io.particlearena.ui.arena;

import io.particlearena.env.Scene;

/** Paints what does not move: the page, the floor of the arena and its grid. */
final class FloorPainter {

    private static final double GRID = 0.25;
    private static final double FEWEST_PIXELS = 14;

    private FloorPainter() {}

    static void paint(Pen pen, Viewport view, Scene scene, ArenaColours colours) {
        pen.setFill(colours.page());
        pen.fillRect(0, 0, view.width(), view.height());
        double half = scene.halfWidth();
        double left = view.screenX(scene.centreX() - half);
        double top = view.screenY(scene.centreY() + half);
        double side = 2 * half * view.scale();
        pen.setFill(colours.floor());
        pen.fillRect(left, top, side, side);
        if (scene.cells().isEmpty()) {
            grid(pen, view, scene, colours);
        }
        pen.setStroke(colours.edge(), 1);
        pen.strokeRect(crisp(left), crisp(top), Math.rint(side), Math.rint(side));
    }

    private static void grid(Pen pen, Viewport view, Scene scene, ArenaColours colours) {
        double spacing = GRID * scene.halfWidth();
        while (spacing * view.scale() < FEWEST_PIXELS) {
            spacing *= 2;
        }
        int first = (int) Math.ceil(view.worldX(0) / spacing);
        for (int i = first; i * spacing <= view.worldX(view.width()); i++) {
            pen.setStroke(i == 0 ? colours.axis() : colours.grid(), 1);
            double x = crisp(view.screenX(i * spacing));
            pen.strokeLine(x, 0, x, view.height());
        }
        int lowest = (int) Math.ceil(view.worldY(view.height()) / spacing);
        for (int i = lowest; i * spacing <= view.worldY(0); i++) {
            pen.setStroke(i == 0 ? colours.axis() : colours.grid(), 1);
            double y = crisp(view.screenY(i * spacing));
            pen.strokeLine(0, y, view.width(), y);
        }
    }

    private static double crisp(double position) {
        return Math.floor(position) + 0.5;
    }
}
