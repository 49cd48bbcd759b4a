package io.particlearena.ui.chart;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** Shows a drawing of histograms, and says what lies under the mouse. */
public final class HistogramSurface extends Region {

    private final PictureLayers layers = new PictureLayers();
    private final Readout readout;
    private @Nullable HistogramImage image;
    private double mouseX = Double.NaN;
    private double mouseY;
    private double linked = Double.NaN;
    private boolean dark;

    /** A surface that says on this pane what lies under the mouse. */
    public HistogramSurface(Readout readout) {
        this.readout = readout;
        getStyleClass().add("chart-surface");
        setMinSize(60, 60);
        getChildren().addAll(layers.nodes());
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setOnMouseMoved(event -> {
            mouseX = event.getX();
            mouseY = event.getY();
            point();
        });
        setOnMouseExited(event -> leave());
    }

    /** Changes the colours of what is drawn above the image. */
    public void setDark(boolean isDark) {
        dark = isDark;
    }

    /** Marks a step that another chart's mouse points at; NaN for none. */
    public void setLinked(double step) {
        if (Double.compare(step, linked) != 0) {
            linked = step;
            point();
        }
    }

    /** What is marked for the step that another chart's mouse points at. */
    public List<Shape> linkedShapes() {
        HistogramImage present = image;
        return present == null || Double.isNaN(linked)
                ? List.of()
                : present.sketch().shapesAt(linked);
    }

    /** The image on the screen, if there is one. */
    public @Nullable HistogramImage image() {
        return image;
    }

    /** Shows an image. */
    public void show(HistogramImage next) {
        image = next;
        layers.show(next.width(), next.height(), next.pixels());
        point();
    }

    /** Shows nothing. */
    public void clear() {
        image = null;
        linked = Double.NaN;
        layers.clear();
        leave();
    }

    /** What there is to say of the place under the mouse. */
    public Optional<Sketch.Note> note() {
        HistogramImage present = image;
        return present == null || Double.isNaN(mouseX)
                ? Optional.empty()
                : present.sketch().noteAt(mouseX, mouseY);
    }

    private void leave() {
        if (!Double.isNaN(mouseX)) {
            mouseX = Double.NaN;
            readout.hide();
        }
        point();
    }

    private void point() {
        GraphicsContext g = layers.cleared();
        Optional<Sketch.Note> note = note();
        g.setLineWidth(1.2);
        g.setStroke(Color.web(dark ? "#e6edf3" : "#24292f"));
        for (Shape shape : linkedShapes()) {
            trace(g, shape);
            g.stroke();
        }
        if (note.isPresent()) {
            trace(g, note.get().highlight());
            g.stroke();
            readout.list(
                    note.get().title(),
                    note.get().rows(),
                    localToScene(mouseX, mouseY),
                    localToScene(getLayoutBounds()));
        } else if (!Double.isNaN(mouseX)) {
            readout.hide();
        }
    }

    /** Paths of a sketch have straight lines only. */
    private static void trace(GraphicsContext g, Shape shape) {
        g.beginPath();
        double[] corner = new double[6];
        for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            switch (path.currentSegment(corner)) {
                case PathIterator.SEG_MOVETO -> g.moveTo(corner[0], corner[1]);
                case PathIterator.SEG_LINETO -> g.lineTo(corner[0], corner[1]);
                default -> g.closePath();
            }
        }
    }

    @Override
    protected void layoutChildren() {
        if (layers.fill(getWidth(), getHeight())) {
            point();
        }
    }
}
