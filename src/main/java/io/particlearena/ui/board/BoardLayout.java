package io.particlearena.ui.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Where the headings and cards of a board lie, one below the other and in as many columns as fit.
 *
 * @param places from top to bottom
 * @param height of all
 */
record BoardLayout(List<Place> places, double height) {

    private static final double GAP = 8;

    /** How much higher a card is that takes a whole row. */
    private static final double WIDE_CARD = 1.5;

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
        /** What tells it from all others wherever it lies. */
        String key() {
            return group + '\n' + tag;
        }

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

    /**
     * @param collapsed the names of groups of which only the heading is shown
     * @param wide which cards take a whole row
     */
    static BoardLayout of(List<BoardModel.Group> groups, Set<String> collapsed, Predicate<String> wide, Sizes sizes) {
        List<Place> places = new ArrayList<>();
        double inner = Math.max(1, sizes.width() - 2 * GAP);
        int columns = (int) Math.max(1, Math.floor((inner + GAP) / (sizes.card() + GAP)));
        double width = Math.floor((inner - (columns - 1) * GAP) / columns);
        double y = 0;
        for (BoardModel.Group group : groups) {
            places.add(new Place(group.name(), "", 0, y, sizes.width(), sizes.heading()));
            y += sizes.heading();
            if (collapsed.contains(group.name())) {
                continue;
            }
            int column = 0;
            for (String tag : group.tags()) {
                boolean whole = wide.test(tag);
                if (column == columns || (whole && column > 0)) {
                    y += sizes.cardHeight() + GAP;
                    column = 0;
                }
                double x = GAP + column * (width + GAP);
                double height = whole ? Math.rint(sizes.cardHeight() * WIDE_CARD) : sizes.cardHeight();
                places.add(new Place(group.name(), tag, x, y, whole ? inner : width, height));
                column++;
                if (whole) {
                    y += height + GAP;
                    column = 0;
                }
            }
            y += column > 0 ? sizes.cardHeight() + GAP : 0;
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
