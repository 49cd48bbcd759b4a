package io.particlearena.ui.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where the headings and cards of a board lie, one below the other and in as many columns as fit.
 *
 * @param places from top to bottom
 * @param height of all
 */
record BoardLayout(List<Place> places, double height) {

    private static final double GAP = 8;

    BoardLayout {
        places = List.copyOf(places);
    }

    /**
     * Where something lies.
     *
     * @param group the name of the group
     * @param tag the card's tag; empty for the heading of the group
     */
    record Place(String group, String tag, double x, double y, double width, double height) {
        boolean isHeading() {
            return tag.isEmpty();
        }
    }

    /**
     * Sizes in pixels.
     *
     * @param width of the board
     * @param card the least width of a card
     * @param cardHeight the height of a card
     * @param heading the height of a heading
     */
    record Sizes(double width, double card, double cardHeight, double heading) {}

    static BoardLayout of(List<BoardModel.Group> groups, Set<String> collapsed, Sizes sizes) {
        List<Place> places = new ArrayList<>();
        double inner = Math.max(1, sizes.width() - 2 * GAP);
        int columns = (int) Math.max(1, Math.floor((inner + GAP) / (sizes.card() + GAP)));
        double width = Math.floor((inner - (columns - 1) * GAP) / columns);
        double y = 0;
        for (BoardModel.Group group : groups) {
            places.add(new Place(group.name(), "", 0, y, sizes.width(), sizes.heading()));
            y += sizes.heading();
            if (!collapsed.contains(group.name())) {
                int count = group.tags().size();
                for (int i = 0; i < count; i++) {
                    double x = GAP + i % columns * (width + GAP);
                    int row = i / columns;
                    double top = y + row * (sizes.cardHeight() + GAP);
                    places.add(new Place(group.name(), group.tags().get(i), x, top, width, sizes.cardHeight()));
                }
                int rows = (count + columns - 1) / columns;
                y += rows * (sizes.cardHeight() + GAP);
            }
        }
        return new BoardLayout(places, y);
    }

    /** What lies, even in part, between two heights. */
    List<Place> between(double top, double bottom) {
        return places.stream()
                .filter(place -> place.y() + place.height() > top && place.y() < bottom)
                .toList();
    }
}
