package io.particlearena.ui.board;

import io.particlearena.ui.chart.ChartLine;
import io.particlearena.ui.chart.Curve;
import io.particlearena.ui.chart.Dash;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;

/**
 * Which line of a card is which group's, in one row or two above the curves. Long names are cut in their middle; of groups that
 * still find no room the last are counted.
 */
final class GroupLegend extends Pane {

    private static final int ROWS = 2;
    private static final int MOST = 40;
    private static final double SAMPLE = 16;
    private static final double THICKNESS = 3;
    private static final double GAP = 10;
    private static final double LEAST_EM = 6;

    private final Label more = new Label();
    private final Tooltip all = new Tooltip();
    private List<Entry> shown = List.of();
    private List<Label> names = List.of();

    /** A group's short and its whole name, and how its line looks. */
    private record Entry(String name, String whole, int colour, Dash dash) {}

    GroupLegend() {
        getStyleClass().add("group-legend");
        setMinWidth(0);
        managedProperty().bind(visibleProperty());
        setVisible(false);
        Tooltip.install(this, all);
    }

    /** Explains lines of groups; other lines need no legend. */
    void show(List<ChartLine> lines, RunGrouping grouping) {
        List<Entry> entries = new ArrayList<>();
        for (ChartLine line : lines) {
            ChartLine.Band band = line.band();
            if (band != null) {
                Curve curve = line.curve();
                String runs = " (" + band.runs() + ")";
                String name = grouping.shortened(curve.group()) + runs;
                entries.add(new Entry(name, curve.group() + runs, curve.colour(), curve.dash()));
            }
        }
        if (entries.equals(shown)) {
            return;
        }
        shown = List.copyOf(entries);
        setVisible(!shown.isEmpty());
        all.setText(shown.stream().map(Entry::whole).collect(Collectors.joining("\n")));
        names = shown.stream().limit(MOST).map(GroupLegend::label).toList();
        getChildren().setAll(names);
        getChildren().add(more);
    }

    private static Label label(Entry entry) {
        Line sample = new Line(0, 0, SAMPLE, 0);
        sample.setStroke(Color.web("#%06x".formatted(entry.colour())));
        sample.setStrokeWidth(THICKNESS);
        for (double length : entry.dash().lengths()) {
            sample.getStrokeDashArray().add(length);
        }
        Label label = new Label(entry.name(), sample);
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        return label;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double height = flow(room(width), labels(room(width)), false);
        return getInsets().getTop() + height + getInsets().getBottom();
    }

    @Override
    protected void layoutChildren() {
        List<Label> labels = labels(room(getWidth()));
        getChildren().forEach(node -> node.setVisible(labels.contains(node)));
        flow(room(getWidth()), labels, true);
    }

    private double room(double width) {
        return Math.max(1, width - getInsets().getLeft() - getInsets().getRight());
    }

    private int mostColumns(double room) {
        return (int) Math.max(1, room / (LEAST_EM * more.getFont().getSize()));
    }

    /** As many as there is room for; the last one may be the number of others. */
    private List<Label> labels(double room) {
        int most = Math.min(MOST, ROWS * mostColumns(room));
        int named = shown.size() <= most ? shown.size() : most - 1;
        List<Label> labels = new ArrayList<>(names.subList(0, named));
        if (named < shown.size()) {
            more.setText("+" + (shown.size() - named));
            labels.add(more);
        }
        return labels;
    }

    /** Gives every name the same most room, as much as lets all find room; returns the height of all rows. */
    private double flow(double room, List<Label> labels, boolean move) {
        double height = 0;
        for (int columns = 1; columns <= mostColumns(room); columns++) {
            double most = Math.floor((room - (columns - 1) * GAP) / columns);
            height = flow(room, labels, most, false);
            if (height <= ROWS * more.prefHeight(-1) || columns == mostColumns(room)) {
                return move ? flow(room, labels, most, true) : height;
            }
        }
        return height;
    }

    private double flow(double room, List<Label> labels, double most, boolean move) {
        double line = more.prefHeight(-1);
        double x = 0;
        double y = 0;
        for (Label label : labels) {
            double width = Math.min(most, Math.ceil(label.prefWidth(-1)));
            if (x > 0 && x + width > room) {
                x = 0;
                y += line;
            }
            if (move) {
                label.resizeRelocate(getInsets().getLeft() + x, getInsets().getTop() + y, width, line);
            }
            x += width + GAP;
        }
        return labels.isEmpty() ? 0 : y + line;
    }
}
