package io.particlearena.ui.chart;

import io.particlearena.results.SeriesAxis;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.XYDataset;
import org.jspecify.annotations.Nullable;

/**
 * Draws the lines of a {@link CurveDataset} straight into the pixels of the image that the chart is drawn on, a whole line
 * at a time, see {@link CurveRaster}.
 */
final class CurveRenderer extends AbstractXYItemRenderer {

    static final double FAINT = 0.24;

    private static final long serialVersionUID = 1;
    private static final double FAINT_THICKNESS = 1;
    private static final double THICKNESS = 1.8;

    private transient @Nullable BufferedImage image;
    private transient @Nullable CurveRaster raster;
    private transient Span across = new Span(0, 1);
    private transient Scale up = new Scale(0, 1, false);
    private transient List<ChartMarks.Mark> beginnings = List.of();
    private double scale = 1;

    CurveRenderer() {
        setDefaultCreateEntities(false);
    }

    /** Says where the next chart is drawn and what its axes show. */
    void begin(BufferedImage target, double devicePixelsPerPixel, Span horizontal, Scale vertical, ChartMarks marks) {
        image = target;
        beginnings = marks.upright();
        scale = devicePixelsPerPixel;
        across = horizontal;
        up = vertical;
        raster = null;
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
        BufferedImage target = image;
        if (target == null) {
            throw new IllegalStateException("The renderer was not told where to draw");
        }
        CurveDataset.Entry entry = lines.entry(series);
        CurveRaster present = raster;
        if (present == null) {
            present = raster(target, area);
            raster = present;
        }
        SeriesAxis axis = entry.line().axis();
        Joins joins = Joins.of(entry.points(), axis, beginnings, across.length() / area.getWidth());
        present.draw(entry.points(), axis, joins, across, up, pen(entry));
    }

    private CurveRaster.Pen pen(CurveDataset.Entry entry) {
        int colour = entry.line().curve().colour();
        return entry.faint()
                ? new CurveRaster.Pen(colour, FAINT, FAINT_THICKNESS * scale)
                : new CurveRaster.Pen(colour, 1, THICKNESS * scale);
    }

    private CurveRaster raster(BufferedImage target, Rectangle2D area) {
        int[] pixels = ((DataBufferInt) target.getRaster().getDataBuffer()).getData();
        int left = (int) Math.round(area.getX() * scale);
        int top = (int) Math.round(area.getY() * scale);
        int width = Math.min(target.getWidth() - left, (int) Math.round(area.getWidth() * scale));
        int height = Math.min(target.getHeight() - top, (int) Math.round(area.getHeight() * scale));
        return new CurveRaster(
                pixels, target.getWidth(), new CurveRaster.Plot(left, top, Math.max(1, width), Math.max(1, height)));
    }
}
