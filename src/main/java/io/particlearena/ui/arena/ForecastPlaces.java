package io.particlearena.ui.arena;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Rectangle2D;

/**
 * Finds places for the cards of predictions and for their legend, clear of agents and of each other where there is room. A
 * card stays on its side of the agent, and the legend in its corner, as long as nothing is in the way there.
 */
final class ForecastPlaces {

    private static final double DISTANCE = 6;
    private static final double MARGIN = 2;
    private static final double CORNER = 5;

    /** Sides of the agent, the wanted ones first, as shares of half of both sizes. */
    private static final double[][] SIDES = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {-1, 1}, {1, -1}, {-1, -1}};

    private static final int RINGS = 3;

    private final Map<List<Integer>, Integer> sides = new HashMap<>();
    private int corner;
    private List<Rectangle2D> taken = List.of();
    private double width;
    private double height;

    /** The place of the legend in the corner that it has, or in the next one without an agent. */
    Rectangle2D legend(Viewport view, double wide, double high, List<Rectangle2D> bodies) {
        for (int i = 0; i < 4; i++) {
            Rectangle2D place = corner((corner + i) % 4, view, wide, high);
            if (bodies.stream().noneMatch(place::intersects)) {
                corner = (corner + i) % 4;
                return place;
            }
        }
        return corner(corner, view, wide, high);
    }

    private static Rectangle2D corner(int number, Viewport view, double wide, double high) {
        double right = view.width() - CORNER - wide;
        double bottom = view.height() - CORNER - high;
        return new Rectangle2D(
                Math.max(CORNER, number % 2 == 0 ? CORNER : right),
                Math.max(CORNER, number < 2 ? bottom : CORNER),
                wide,
                high);
    }

    /** Says what cards have to keep clear of. */
    void begin(Viewport view, List<Rectangle2D> bodies, Rectangle2D legend) {
        width = view.width();
        height = view.height();
        taken = new ArrayList<>(bodies);
        taken.add(legend);
    }

    /** A place for a card, where it covers least of what is there already. */
    Rectangle2D find(Forecast forecast, Rectangle2D body, double wide, double high) {
        List<Integer> key = List.of(forecast.observer(), forecast.about());
        int best = sides.getOrDefault(key, 0);
        double least = covered(place(best, body, wide, high));
        for (int side = 0; side < RINGS * SIDES.length && least > 0; side++) {
            double covers = covered(place(side, body, wide, high));
            if (covers < least) {
                best = side;
                least = covers;
            }
        }
        sides.put(key, best);
        Rectangle2D place = place(best, body, wide, high);
        taken.add(place);
        return place;
    }

    /** A side of the agent in the first ring around it, then those in the next rings. */
    private Rectangle2D place(int number, Rectangle2D body, double wide, double high) {
        double[] side = SIDES[number % SIDES.length];
        int ring = number / SIDES.length;
        double x = (body.getMinX() + body.getMaxX() - wide) / 2
                + side[0] * ((body.getWidth() + wide) / 2 + DISTANCE + ring * wide / 2);
        double y = (body.getMinY() + body.getMaxY() - high) / 2
                + side[1] * ((body.getHeight() + high) / 2 + DISTANCE + ring * high / 2);
        return new Rectangle2D(
                Math.rint(Math.max(MARGIN, Math.min(width - wide - MARGIN, x))),
                Math.rint(Math.max(MARGIN, Math.min(height - high - MARGIN, y))),
                wide,
                high);
    }

    /** The area of what a place would cover, in square pixels. */
    private double covered(Rectangle2D place) {
        double area = 0;
        for (Rectangle2D other : taken) {
            double across = Math.min(place.getMaxX(), other.getMaxX()) - Math.max(place.getMinX(), other.getMinX());
            double down = Math.min(place.getMaxY(), other.getMaxY()) - Math.max(place.getMinY(), other.getMinY());
            area += across > 0 && down > 0 ? across * down : 0;
        }
        return area;
    }
}
