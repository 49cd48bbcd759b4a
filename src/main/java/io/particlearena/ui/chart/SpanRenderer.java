package io.particlearena.ui.chart;

import io.particlearena.results.SeriesColumns;
import io.particlearena.results.SeriesView;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.XYDataset;

/**
 * Draws a line whose points are many as one upright rectangle per pixel column, from the column's smallest to its largest
 * value: no extreme is lost, and it costs a small part of stroking the line. Few points are joined by a stroked path.
 */
final class SpanRenderer extends AbstractXYItemRenderer {

    private static final long serialVersionUID = 1;
    private static final double POINTS_PER_COLUMN = 0.5;
    private static final int RAW_OPACITY = 62;
    private static final double RAW_WIDTH = 1;
    private static final double SMOOTHED_WIDTH = 1.8;

    private double scale = 1;

    void setScale(double devicePixelsPerPixel) {
        scale = devicePixelsPerPixel;
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
        if (!(dataset instanceof LineDataset lines)) {
            throw new IllegalArgumentException("This renderer draws lines of runs only, not " + dataset);
        }
        boolean raw = lines.isRaw(series);
        int colour = lines.curve(series).colour();
        g.setPaint(new Color(colour >> 16 & 255, colour >> 8 & 255, colour & 255, raw ? RAW_OPACITY : 255));
        SeriesView points = lines.points(series);
        int count = Math.max(1, (int) Math.round(area.getWidth() * scale));
        SeriesColumns columns =
                points.columns(SeriesView.Axis.STEP, domain.getLowerBound(), domain.getUpperBound(), count);
        Frame frame = new Frame(area, domain, range, raw ? RAW_WIDTH : SMOOTHED_WIDTH);
        if (columns.first()[count] - columns.first()[0] <= count * POINTS_PER_COLUMN) {
            path(g, frame, points, columns.first()[0] - 1, columns.first()[count]);
        } else {
            spans(g, frame, columns);
        }
    }

    /** Where and how thick to draw. */
    private record Frame(Rectangle2D area, ValueAxis domain, ValueAxis range, double thickness) {
        double y(double value) {
            double share = (value - range.getLowerBound()) / (range.getUpperBound() - range.getLowerBound());
            return area.getMaxY() - share * area.getHeight();
        }

        double x(double step) {
            double share = (step - domain.getLowerBound()) / (domain.getUpperBound() - domain.getLowerBound());
            return area.getX() + share * area.getWidth();
        }
    }

    private static void path(Graphics2D g, Frame frame, SeriesView points, int from, int to) {
        Path2D.Double path = new Path2D.Double();
        boolean joined = false;
        int drawn = 0;
        for (int i = Math.max(0, from); i <= Math.min(points.length() - 1, to); i++) {
            double value = points.value(i);
            if (!Double.isFinite(value)) {
                joined = false;
                continue;
            }
            double x = frame.x((double) points.step(i));
            double y = frame.y(value);
            if (joined) {
                path.lineTo(x, y);
            } else {
                path.moveTo(x, y);
                path.lineTo(x + 0.01, y);
            }
            joined = true;
            drawn++;
        }
        if (drawn > 0) {
            g.setStroke(new BasicStroke((float) frame.thickness(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.draw(path);
        }
    }

    /** A column reaches to where the one before ended, also across columns that hold no point. */
    private static void spans(Graphics2D g, Frame frame, SeriesColumns columns) {
        double columnWidth = frame.area().getWidth() / columns.count();
        double previous = Double.NaN;
        int previousColumn = -1;
        Rectangle2D.Double span = new Rectangle2D.Double();
        for (int column = 0; column < columns.count(); column++) {
            double low = columns.low()[column];
            double high = columns.high()[column];
            if (Double.isNaN(low)) {
                continue;
            }
            int begin = column;
            if (!Double.isNaN(previous)) {
                low = Math.min(low, previous);
                high = Math.max(high, previous);
                begin = previousColumn + 1;
            }
            double top = frame.y(high) - frame.thickness() / 2;
            double bottom = frame.y(low) + frame.thickness() / 2;
            if (column - begin > 1) {
                // A wide gap is bridged by a thin line, not by a block.
                double at = frame.y(previous);
                span.setRect(
                        frame.area().getX() + begin * columnWidth,
                        at - frame.thickness() / 2,
                        (column - begin) * columnWidth,
                        frame.thickness());
                g.fill(span);
                begin = column;
            }
            span.setRect(
                    frame.area().getX() + begin * columnWidth, top, (column - begin + 1) * columnWidth, bottom - top);
            g.fill(span);
            double last = columns.last()[column];
            previous = Double.isFinite(last) ? last : previous;
            previousColumn = column;
        }
    }
}
