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

    /** Cards take so long to make that the window would stand still for a whole screen of them. */
    private static final int NEW_NODES_A_FRAME = 1;

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
    private int newNodes;
    private boolean filled = true;
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

    /** Called once a frame. */
    void pulse() {
        newNodes = 0;
        if (!filled) {
            place();
        }
    }

    /** Whether everything that belongs on the screen is there. */
    boolean isFilled() {
        return filled;
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
            retire(entry.getValue());
            return true;
        });
        filled = true;
        for (BoardLayout.Place place : wanted) {
            Region node = nodes.get(place.key());
            if (node == null && newNodes < NEW_NODES_A_FRAME) {
                node = node(place);
                nodes.put(place.key(), node);
            }
            if (node == null) {
                filled = false;
            } else {
                node.resizeRelocate(place.x(), place.y(), place.width(), place.height());
            }
        }
        cards = shown(BoardCard.class);
        histograms = shown(HistogramCard.class);
    }

    /** Cards that are out of sight show another tag later. */
    private void retire(Region node) {
        if (node instanceof BoardCard card) {
            card.rest();
        } else if (node instanceof HistogramCard card) {
            card.rest();
        } else {
            content.getChildren().remove(node);
            return;
        }
        node.setVisible(false);
        unused.add(node);
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
            newNodes++;
        }
        node.setVisible(true);
        return node;
    }
}
