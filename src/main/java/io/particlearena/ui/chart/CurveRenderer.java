package io.particlearena.ui.chart;

import io.particlearena.results.SeriesColumns;
import io.particlearena.results.SeriesView;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;
import java.util.Objects;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.XYDataset;
import org.jspecify.annotations.Nullable;

/**
 * Draws the lines of a {@link CurveDataset} into pixels of its own, a whole line at a time and the last one first, and lays
 * them over the image that the chart is drawn on, see {@link CurveRaster}.
 */
final class CurveRenderer extends AbstractXYItemRenderer {

    static final double FAINT = 0.24;

    private static final long serialVersionUID = 1;
    private static final double FAINT_THICKNESS = 1;
    private static final double THICKNESS = 1.8;

    private transient @Nullable Layers layers;
    private transient Span across = new Span(0, 1);
    private transient Scale up = new Scale(0, 1, false);
    private transient List<ChartMarks.Mark> beginnings = List.of();
    private double scale = 1;

    CurveRenderer() {
        setDefaultCreateEntities(false);
    }

    /** Says what the axes of the next chart show. */
    void begin(double devicePixelsPerPixel, Span horizontal, Scale vertical, ChartMarks marks) {
        beginnings = marks.upright();
        scale = devicePixelsPerPixel;
        across = horizontal;
        up = vertical;
        layers = null;
    }

    @Override
    public XYItemRendererState initialise(
            Graphics2D g, Rectangle2D area, XYPlot plot, XYDataset dataset, PlotRenderingInfo info) {
        XYItemRendererState state = super.initialise(g, area, plot, dataset, info);
        state.setProcessVisibleItemsOnly(false);
        return state;
    }

    @Override
    public void drawItem(
            Graphics2D g,
            XYItemRendererState state,
            Rectangle2D area,
            PlotRenderingInfo info,
            XYPlot plot,
            ValueAxis domain,
            ValueAxis range,
            XYDataset dataset,
            int series,
            int item,
            CrosshairState crosshair,
            int pass) {
        if (!(dataset instanceof CurveDataset lines)) {
            throw new IllegalArgumentException("This renderer draws lines of runs only, not " + dataset);
        }
        Layers present = layers;
        if (present == null) {
            present = new Layers(plot(area));
            layers = present;
        }
        ChartLine line = lines.line(series);
        line.smoothed().fill(line.axis(), across.from(), across.to(), present.columns);
        draw(
                present.bold,
                line,
                line.smoothed(),
                pen(line, 1, THICKNESS, line.curve().dash()));
        if (line.isSmoothed()) {
            line.raw().fillAgain(present.columns);
            draw(present.faint, line, line.raw(), pen(line, FAINT, FAINT_THICKNESS, Dash.SOLID));
        }
    }

    private CurveRaster.Pen pen(ChartLine line, double opacity, double thickness, Dash dash) {
        return new CurveRaster.Pen(line.curve().colour(), opacity, thickness * scale, dash, scale);
    }

    private void draw(CurveRaster raster, ChartLine line, SeriesView points, CurveRaster.Pen pen) {
        SeriesColumns columns = Objects.requireNonNull(layers).columns;
        Joins joins = Joins.of(points, line.axis(), beginnings, across.length() / columns.count());
        raster.draw(points, line.axis(), columns, joins, across, up, pen);
    }

    /** The points as they are lie under all smoothed lines. */
    private static final class Layers {
        private final SeriesColumns columns;
        private final CurveRaster faint;
        private final CurveRaster bold;

        Layers(CurveRaster.Plot plot) {
            columns = new SeriesColumns(plot.width());
            faint = new CurveRaster(plot);
            bold = new CurveRaster(plot);
        }
    }

    private CurveRaster.Plot plot(Rectangle2D area) {
        int left = (int) Math.round(area.getX() * scale);
        int top = (int) Math.round(area.getY() * scale);
        int right = (int) Math.round(area.getMaxX() * scale);
        int bottom = (int) Math.round(area.getMaxY() * scale);
        return new CurveRaster.Plot(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
    }

    /** Lays the lines that were drawn over the image of the chart. */
    void finish(BufferedImage image) {
        if (layers != null) {
            int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
            layers.faint.finish(pixels, image.getWidth());
            layers.bold.finish(pixels, image.getWidth());
        }
    }
}
