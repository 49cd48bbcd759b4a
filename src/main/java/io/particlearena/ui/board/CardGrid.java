package io.particlearena.ui.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * Headings and cards in a pane that scrolls, of which only those on the screen exist as nodes, so that thousands of tags
 * cost no more than a few.
 */
final class CardGrid extends ScrollPane {

    /** Rows a little out of sight are kept, so that scrolling meets no empty space. */
    private static final double MARGIN = 60;

    private final Pane content = new Pane();
    private final Map<String, Region> nodes = new HashMap<>();
    private final BiFunction<BoardLayout.Place, List<Region>, Region> show;
    private final List<Region> unused = new ArrayList<>();
    private List<BoardModel.Group> groups = List.of();
    private Set<String> collapsed = Set.of();
    private Predicate<String> wide = tag -> false;
    private BoardLayout layout = new BoardLayout(List.of(), 0);
    private List<BoardCard> cards = List.of();
    private List<HistogramCard> histograms = List.of();
    private double cardWidth = 300;
    private double textSize = 13;

    /**
     * @param show gives the node for a place, one of those that are no longer used if there is a fitting one
     */
    CardGrid(BiFunction<BoardLayout.Place, List<Region>, Region> show) {
        this.show = show;
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("edge-to-edge");
        vvalueProperty().addListener((o, before, now) -> place());
        viewportBoundsProperty().addListener((o, before, now) -> {
            if (before.getWidth() != now.getWidth()) {
                arrange();
            } else {
                place();
            }
        });
        skinProperty().addListener((o, before, now) -> {
            // A cache of the viewport would be drawn anew for every chart that changes, and all charts with it.
            if (lookup(".viewport") != null) {
                lookup(".viewport").setCache(false);
            }
        });
    }

    void setGroups(List<BoardModel.Group> next, Set<String> closed, Predicate<String> inWholeRows) {
        groups = List.copyOf(next);
        collapsed = new HashSet<>(closed);
        wide = inWholeRows;
        arrange();
    }

    /** Changes the least width of a card and the size of texts, in pixels. */
    void setSizes(double width, double text) {
        cardWidth = width;
        textSize = text;
        arrange();
    }

    /** The cards on the screen. */
    List<BoardCard> cards() {
        return cards;
    }

    /** The cards of histograms on the screen. */
    List<HistogramCard> histograms() {
        return histograms;
    }

    private void arrange() {
        double width = getViewportBounds().getWidth();
        if (width <= 0) {
            return;
        }
        double card = Math.min(width, cardWidth * textSize / 13);
        BoardLayout.Sizes sizes = new BoardLayout.Sizes(width, card, Math.rint(card * 0.62), Math.rint(textSize * 2.4));
        layout = BoardLayout.of(groups, collapsed, wide, sizes);
        content.setMinHeight(layout.height());
        content.setPrefHeight(layout.height());
        place();
    }

    private void place() {
        double height = getViewportBounds().getHeight();
        double top = getVvalue() * Math.max(0, layout.height() - height);
        List<BoardLayout.Place> wanted = layout.between(top - MARGIN, top + height + MARGIN);
        Set<String> kept = new HashSet<>();
        wanted.forEach(place -> kept.add(place.key()));
        nodes.entrySet().removeIf(entry -> {
            if (kept.contains(entry.getKey())) {
                return false;
            }
            unused.add(entry.getValue());
            entry.getValue().setVisible(false);
            if (entry.getValue() instanceof BoardCard card) {
                card.rest();
            } else if (entry.getValue() instanceof HistogramCard card) {
                card.rest();
            }
            return true;
        });
        for (BoardLayout.Place place : wanted) {
            nodes.computeIfAbsent(place.key(), key -> node(place))
                    .resizeRelocate(place.x(), place.y(), place.width(), place.height());
        }
        cards = shown(BoardCard.class);
        histograms = shown(HistogramCard.class);
    }

    private <T> List<T> shown(Class<T> kind) {
        return nodes.values().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private Region node(BoardLayout.Place place) {
        Region node = show.apply(place, unused);
        unused.remove(node);
        if (node.getParent() == null) {
            node.setManaged(false);
            content.getChildren().add(node);
        }
        node.setVisible(true);
        return node;
    }
}
