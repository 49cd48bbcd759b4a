package io.particlearena.ui.chart;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/**
 * Shows a chart's image, and above it what follows the mouse: a line with the values at this place, and the part of the axis
 * that is being drawn out for zooming.
 *
 * <p>Dragging zooms; dragging with Shift or the middle button moves; Ctrl and the wheel zoom around the mouse, Shift and the
 * wheel move; a double click shows everything again. With the keyboard: arrows move, plus and minus zoom, Home shows
 * everything.
 */
public final class ChartSurface extends Region {

    private static final double SHORTEST_DRAG = 6;
    private static final double WHEEL_ZOOM = 0.8;
    private static final double WHEEL_MOVE = 0.1;
    private static final int MOST_DOTS = 60;

    private final PictureLayers layers = new PictureLayers();
    private final ChartMouse owner;
    private final Readout readout;
    private @Nullable ChartImage image;
    private @Nullable Span zoom;
    private double mouseX = Double.NaN;
    private double mouseY;
    private double dragFrom = Double.NaN;
    private @Nullable Span movedFrom;
    private double linked = Double.NaN;
    private boolean dark;
    private boolean overlayIsClear;
    private ReadoutOrder order = ReadoutOrder.NEAREST;

    /** A surface that lists the values under the mouse on this pane and tells the owner what the mouse wants. */
    public ChartSurface(Readout readout, ChartMouse owner) {
        this.owner = owner;
        this.readout = readout;
        getStyleClass().add("chart-surface");
        setMinSize(60, 60);
        getChildren().addAll(layers.nodes());
        setCursor(Cursor.CROSSHAIR);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        focusedProperty().addListener((o, before, now) -> paintOverlay());
        setOnMouseMoved(this::hover);
        setOnMouseExited(event -> leave());
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::release);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                owner.zoom(null);
            }
        });
        setOnContextMenuRequested(this::menu);
        setOnScroll(this::scroll);
        setOnKeyPressed(this::key);
    }

    /** Changes the colours of what is drawn above the image, and the order of the values under the mouse. */
    public void setLook(boolean isDark, ReadoutOrder next) {
        dark = isDark;
        order = next;
    }

    /** The part of the axis that is asked for at present; null for everything. */
    public void setZoom(@Nullable Span next) {
        zoom = next;
    }

    /** Marks a place of the axis that another chart's mouse points at; NaN for none. */
    public void setLinked(double position) {
        if (Double.compare(position, linked) != 0) {
            linked = position;
            paintOverlay();
        }
    }

    /** The image on the screen, if there is one. */
    public @Nullable ChartImage image() {
        return image;
    }

    /** Shows an image. */
    public void show(ChartImage next) {
        image = next;
        layers.show(next.width(), next.height(), next.pixels());
        paintOverlay();
    }

    /** Shows nothing. */
    public void clear() {
        image = null;
        zoom = null;
        linked = Double.NaN;
        layers.clear();
        leave();
    }

    /** The place on the axis under the mouse; NaN where there is none. */
    public double mousePosition() {
        ChartImage present = image;
        return present == null || Double.isNaN(mouseX)
                ? Double.NaN
                : present.frame().positionAt(inside(present, mouseX));
    }

    /** The values under the mouse, as they are listed; empty where there are none. */
    public List<Reading> readings() {
        ChartImage present = image;
        return present == null || Double.isNaN(mouseX)
                ? List.of()
                : Reading.at(present, mousePosition(), mouseY, order);
    }

    private void leave() {
        if (!Double.isNaN(mouseX)) {
            mouseX = Double.NaN;
            readout.hide();
            owner.pointed(Double.NaN);
        }
        paintOverlay();
    }

    private void hover(MouseEvent event) {
        mouseX = event.getX();
        mouseY = event.getY();
        owner.pointed(mousePosition());
        paintOverlay();
    }

    private void press(MouseEvent event) {
        ChartImage present = image;
        if (present == null) {
            return;
        }
        if (event.getButton() == MouseButton.MIDDLE || (event.isPrimaryButtonDown() && event.isShiftDown())) {
            movedFrom = zoom == null ? present.frame().across() : zoom;
            dragFrom = event.getX();
        } else if (event.isPrimaryButtonDown()) {
            dragFrom = event.getX();
        }
    }

    private void drag(MouseEvent event) {
        ChartImage present = image;
        Span origin = movedFrom;
        if (present != null && origin != null) {
            double pixels = dragFrom - event.getX();
            owner.zoom(origin.moved(pixels / present.frame().area().width() * origin.length()));
            leave();
        } else {
            hover(event);
        }
    }

    private void release(MouseEvent event) {
        ChartImage present = image;
        if (present != null && movedFrom == null && Math.abs(event.getX() - dragFrom) > SHORTEST_DRAG) {
            double a = present.frame().positionAt(inside(present, Math.min(dragFrom, event.getX())));
            double b = present.frame().positionAt(inside(present, Math.max(dragFrom, event.getX())));
            if (b > a) {
                owner.zoom(new Span(a, b));
            }
        }
        dragFrom = Double.NaN;
        movedFrom = null;
        paintOverlay();
    }

    private void menu(ContextMenuEvent event) {
        ChartImage present = image;
        if (present != null && !present.isEmpty()) {
            double position = present.frame().positionAt(inside(present, event.getX()));
            List<Reading> readings = Reading.at(present, position, event.getY(), ReadoutOrder.NEAREST);
            owner.menu(position, readings.isEmpty() ? null : readings.get(0), event.getScreenX(), event.getScreenY());
            event.consume();
        }
    }

    private void scroll(ScrollEvent event) {
        ChartImage present = image;
        double turned = event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY();
        if (present == null || turned == 0) {
            return;
        }
        if (event.isControlDown()) {
            double centre = present.frame().positionAt(inside(present, event.getX()));
            scale(turned > 0 ? WHEEL_ZOOM : 1 / WHEEL_ZOOM, centre);
            event.consume();
        } else if (event.isShiftDown() || event.getDeltaY() == 0) {
            move(turned > 0 ? -WHEEL_MOVE : WHEEL_MOVE);
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        ChartImage present = image;
        if (present == null || event.isControlDown() || event.isAltDown()) {
            return;
        }
        Span shown = zoom == null ? present.frame().across() : zoom;
        double centre = (shown.from() + shown.to()) / 2;
        switch (event.getCode()) {
            case LEFT -> move(-WHEEL_MOVE);
            case RIGHT -> move(WHEEL_MOVE);
            case PLUS, ADD, EQUALS -> scale(WHEEL_ZOOM, centre);
            case MINUS, SUBTRACT -> scale(1 / WHEEL_ZOOM, centre);
            case HOME -> owner.zoom(null);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(double share) {
        ChartImage present = image;
        if (present != null) {
            Span shown = zoom == null ? present.frame().across() : zoom;
            owner.zoom(shown.moved(share * shown.length()));
        }
    }

    private void scale(double factor, double centre) {
        ChartImage present = image;
        if (present != null) {
            Span shown = zoom == null ? present.frame().across() : zoom;
            owner.zoom(shown.scaled(factor, centre));
        }
    }

    private static double inside(ChartImage image, double x) {
        ChartFrame.Area area = image.frame().area();
        return Math.max(area.x(), Math.min(area.x() + area.width(), x));
    }

    private void paintOverlay() {
        ChartImage present = image;
        boolean points = present != null && !present.isEmpty() && !(Double.isNaN(mouseX) && Double.isNaN(linked));
        boolean painted = isFocused() || points;
        if (!painted && overlayIsClear) {
            // Even clearing what is clear already has the whole overlay composed anew.
            return;
        }
        overlayIsClear = !painted;
        GraphicsContext g = layers.cleared();
        if (isFocused()) {
            g.setStroke(Color.web(dark ? "#388bfd" : "#0969da"));
            g.setLineWidth(1);
            g.strokeRoundRect(0.5, 0.5, getWidth() - 1, getHeight() - 1, 6, 6);
        }
        if (present == null || !points) {
            return;
        }
        if (!Double.isNaN(mouseX)) {
            paintMouse(g, present);
        } else if (!Double.isNaN(linked)) {
            ChartFrame.Area area = present.frame().area();
            double x = present.frame().x(linked);
            if (x >= area.x() && x <= area.x() + area.width()) {
                paintLine(g, present, x);
                dots(g, present, Reading.at(present, linked, 0, ReadoutOrder.DEFAULT));
            }
        }
    }

    private void paintMouse(GraphicsContext g, ChartImage present) {
        ChartFrame.Area area = present.frame().area();
        double x = inside(present, mouseX);
        boolean zooming = movedFrom == null && Math.abs(x - dragFrom) > SHORTEST_DRAG;
        if (zooming) {
            double from = inside(present, dragFrom);
            g.setFill(Color.color(0.3, 0.55, 0.95, 0.18));
            g.fillRect(Math.min(from, x), area.y(), Math.abs(x - from), area.height());
        }
        paintLine(g, present, x);
        if (mouseY >= area.y() && mouseY <= area.y() + area.height()) {
            double y = Math.floor(mouseY) + 0.5;
            g.strokeLine(area.x(), y, area.x() + area.width(), y);
        }
        List<Reading> readings = readings();
        Reading nearest = Reading.nearest(present, readings, mouseY);
        dots(g, present, readings);
        String place = nearest.place(present.view().axis());
        readout.show(place, readings, nearest, localToScene(mouseX, mouseY), localToScene(getLayoutBounds()));
    }

    private void paintLine(GraphicsContext g, ChartImage present, double x) {
        ChartFrame.Area area = present.frame().area();
        g.setStroke(dark ? Color.web("#6e7781") : Color.web("#8c959f"));
        g.setLineWidth(1);
        g.setLineDashes(3, 3);
        g.strokeLine(Math.floor(x) + 0.5, area.y(), Math.floor(x) + 0.5, area.y() + area.height());
        g.setLineDashes();
    }

    private static void dots(GraphicsContext g, ChartImage present, List<Reading> readings) {
        ChartFrame frame = present.frame();
        for (Reading reading : readings.subList(0, Math.min(MOST_DOTS, readings.size()))) {
            double x = frame.x(reading.position());
            double y = frame.y(reading.smoothed());
            if (frame.up().shows(reading.smoothed()) && x >= frame.area().x() - 1) {
                int colour = reading.line().curve().colour();
                g.setFill(Color.rgb(colour >> 16 & 255, colour >> 8 & 255, colour & 255));
                g.fillOval(x - 3, y - 3, 6, 6);
            }
        }
    }

    @Override
    protected void layoutChildren() {
        if (layers.fill(getWidth(), getHeight())) {
            overlayIsClear = false;
            paintOverlay();
        }
    }
}
