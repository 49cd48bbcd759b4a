package io.particlearena.ui.chart;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * Shows a chart's image, and above it what follows the mouse: a line with the values at this step, and the part of the
 * axis that is being drawn out for zooming. A double click shows everything again.
 */
public final class ChartSurface extends Region {

    private static final double SHORTEST_DRAG = 6;

    private final ImageView picture = new ImageView();
    private final Canvas overlay = new Canvas();
    private final Consumer<ChartRequest.@Nullable Span> zoom;
    private @Nullable ChartImage image;
    private double mouseX = Double.NaN;
    private double dragFrom = Double.NaN;
    private boolean dark;
    private double textSize = 11;

    /** A surface that hands on what the mouse chose to look at; null for everything. */
    public ChartSurface(Consumer<ChartRequest.@Nullable Span> zoom) {
        this.zoom = zoom;
        getStyleClass().add("chart-surface");
        setMinSize(60, 60);
        picture.setManaged(false);
        picture.setPreserveRatio(false);
        overlay.setManaged(false);
        overlay.setMouseTransparent(true);
        getChildren().addAll(picture, overlay);
        setCursor(Cursor.CROSSHAIR);
        setOnMouseMoved(this::hover);
        setOnMouseExited(event -> {
            mouseX = Double.NaN;
            paintOverlay();
        });
        setOnMousePressed(event -> dragFrom = event.getX());
        setOnMouseDragged(this::hover);
        setOnMouseReleased(this::release);
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                zoom.accept(null);
            }
        });
    }

    /** Changes the colours and the size of the texts above the image. */
    public void setLook(boolean isDark, double size) {
        dark = isDark;
        textSize = size;
    }

    /** Shows an image. */
    public void show(ChartImage next) {
        image = next;
        PixelBuffer<IntBuffer> buffer =
                new PixelBuffer<>(next.width(), next.height(), next.pixels(), PixelFormat.getIntArgbPreInstance());
        picture.setImage(new WritableImage(buffer));
        picture.setFitWidth(getWidth());
        picture.setFitHeight(getHeight());
        paintOverlay();
    }

    /** Shows nothing. */
    public void clear() {
        image = null;
        picture.setImage(null);
        paintOverlay();
    }

    private void hover(MouseEvent event) {
        mouseX = event.getX();
        paintOverlay();
    }

    private void release(MouseEvent event) {
        ChartImage present = image;
        if (present != null && Math.abs(event.getX() - dragFrom) > SHORTEST_DRAG) {
            double a = present.stepAt(inside(present, Math.min(dragFrom, event.getX())));
            double b = present.stepAt(inside(present, Math.max(dragFrom, event.getX())));
            if (b - a >= 1) {
                zoom.accept(new ChartRequest.Span(a, b));
            }
        }
        dragFrom = Double.NaN;
        paintOverlay();
    }

    private static double inside(ChartImage image, double x) {
        return Math.max(
                image.area().x(), Math.min(image.area().x() + image.area().width(), x));
    }

    private void paintOverlay() {
        GraphicsContext g = overlay.getGraphicsContext2D();
        g.clearRect(0, 0, overlay.getWidth(), overlay.getHeight());
        ChartImage present = image;
        if (present == null || present.isEmpty() || Double.isNaN(mouseX)) {
            return;
        }
        ChartImage.Area area = present.area();
        double x = inside(present, mouseX);
        if (!Double.isNaN(dragFrom) && Math.abs(x - dragFrom) > SHORTEST_DRAG) {
            double from = inside(present, dragFrom);
            g.setFill(Color.color(0.3, 0.55, 0.95, 0.18));
            g.fillRect(Math.min(from, x), area.y(), Math.abs(x - from), area.height());
        }
        g.setStroke(dark ? Color.web("#6e7781") : Color.web("#8c959f"));
        g.setLineWidth(1);
        g.strokeLine(Math.floor(x) + 0.5, area.y(), Math.floor(x) + 0.5, area.y() + area.height());
        readout(g, present, x);
    }

    private record Reading(Curve curve, long step, double raw, double smoothed) {}

    private void readout(GraphicsContext g, ChartImage present, double x) {
        double wanted = present.stepAt(x);
        List<Reading> readings = new ArrayList<>();
        for (ChartImage.Line line : present.lines()) {
            int index = Math.min(line.raw().length() - 1, line.raw().indexOf((long) Math.ceil(wanted)));
            if (index > 0 && wanted - line.raw().step(index - 1) < line.raw().step(index) - wanted) {
                index--;
            }
            double smoothed = line.smoothed().value(index);
            readings.add(
                    new Reading(line.curve(), line.raw().step(index), line.raw().value(index), smoothed));
        }
        readings.sort(Comparator.comparingDouble(Reading::smoothed).reversed());
        for (Reading reading : readings) {
            g.setFill(colour(reading.curve()));
            double y = present.yOf(reading.smoothed());
            g.fillOval(present.xOf((double) reading.step()) - 3, y - 3, 6, 6);
        }
        box(g, present, x, readings);
    }

    private void box(GraphicsContext g, ChartImage present, double x, List<Reading> readings) {
        double line = textSize * 1.45;
        double width = textSize * 16;
        double height = line * (readings.size() + 1) + 8;
        double left = x + 12 + width > getWidth() ? x - 12 - width : x + 12;
        double top = Math.max(0, Math.min(getHeight() - height, present.area().y()));
        g.setFill(dark ? Color.web("#21262d", 0.95) : Color.web("#ffffff", 0.95));
        g.fillRoundRect(left, top, width, height, 8, 8);
        g.setStroke(dark ? Color.web("#444c56") : Color.web("#d0d7de"));
        g.strokeRoundRect(left + 0.5, top + 0.5, width - 1, height - 1, 8, 8);
        g.setFont(Font.font(Font.getDefault().getFamily(), textSize));
        g.setTextBaseline(VPos.CENTER);
        Color text = dark ? Color.web("#e6edf3") : Color.web("#24292f");
        g.setFill(text);
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText("Step " + AxisFormat.text(Math.rint(present.stepAt(x))), left + 8, top + 4 + line / 2);
        for (int i = 0; i < readings.size(); i++) {
            Reading reading = readings.get(i);
            double y = top + 4 + line * (i + 1.5);
            g.setFill(colour(reading.curve()));
            g.fillOval(left + 8, y - 3.5, 7, 7);
            g.setFill(text);
            g.setTextAlign(TextAlignment.LEFT);
            g.fillText(reading.curve().name(), left + 20, y, width * 0.42);
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText(AxisFormat.text(reading.smoothed()), left + width * 0.78, y);
            g.setGlobalAlpha(0.6);
            g.fillText(AxisFormat.text(reading.raw()), left + width - 8, y);
            g.setGlobalAlpha(1);
        }
    }

    private static Color colour(Curve curve) {
        return Color.rgb(curve.colour() >> 16 & 255, curve.colour() >> 8 & 255, curve.colour() & 255);
    }

    @Override
    protected void layoutChildren() {
        picture.setFitWidth(getWidth());
        picture.setFitHeight(getHeight());
        if (overlay.getWidth() != getWidth() || overlay.getHeight() != getHeight()) {
            overlay.setWidth(getWidth());
            overlay.setHeight(getHeight());
            paintOverlay();
        }
    }
}
