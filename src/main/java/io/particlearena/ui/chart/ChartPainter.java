package io.particlearena.ui.chart;

import io.particlearena.results.MetricSeries;
import io.particlearena.results.SeriesColumns;
import io.particlearena.results.SeriesView;
import io.particlearena.results.SmoothedSeries;
import io.particlearena.ui.Theme;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/** Draws one chart with JFreeChart into images. Belongs to the thread of the {@link ChartWorker}. */
final class ChartPainter {

    private static final int RANGE_COLUMNS = 200;
    private static final double OUTLIER_SHARE = 0.05;
    private static final double MARGIN = 0.06;

    /** The vertical axis has the same width in all charts, so that their steps lie one below the other. */
    private static final double AXIS_EM = 4.6;

    private final NumberAxis steps = new NumberAxis();
    private final NumberAxis values = new NumberAxis();
    private final SpanRenderer renderer = new SpanRenderer();
    private final LineDataset dataset = new LineDataset();
    private final XYPlot plot = new XYPlot(dataset, steps, values, renderer);
    private final JFreeChart chart = new JFreeChart(null, JFreeChart.DEFAULT_TITLE_FONT, plot, false);
    private Map<MetricSeries, SmoothedSeries> smoothed = new HashMap<>();

    ChartPainter() {
        chart.setPadding(new RectangleInsets(6, 4, 4, 12));
        steps.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        chart.setAntiAlias(true);
        chart.setTextAntiAlias(true);
        renderer.setDefaultCreateEntities(false);
        plot.setOutlineVisible(false);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainGridlinesVisible(false);
        for (NumberAxis axis : new NumberAxis[] {steps, values}) {
            axis.setNumberFormatOverride(new AxisFormat());
            axis.setAxisLineVisible(false);
            axis.setTickMarksVisible(false);
            axis.setAutoRange(false);
            axis.setAutoRangeIncludesZero(false);
        }
    }

    ChartImage draw(ChartRequest request) {
        List<ChartImage.Line> lines = lines(request);
        ChartRequest.Span across = request.zoom() == null ? steps(lines) : request.zoom();
        ChartRequest.Span up = values(lines, across);
        dataset.show(lines);
        steps.setRange(across.from(), across.to());
        values.setRange(up.from(), up.to());
        renderer.setScale(request.scale());
        style(request);
        int width = Math.max(1, (int) Math.round(request.width() * request.scale()));
        int height = Math.max(1, (int) Math.round(request.height() * request.scale()));
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = image.createGraphics();
        ChartRenderingInfo info = new ChartRenderingInfo(null);
        try {
            g.scale(request.scale(), request.scale());
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            if (!lines.isEmpty()) {
                chart.draw(g, new Rectangle2D.Double(0, 0, request.width(), request.height()), info);
            }
        } finally {
            g.dispose();
        }
        Rectangle2D area = info.getPlotInfo().getDataArea();
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        return new ChartImage(
                IntBuffer.wrap(pixels),
                width,
                height,
                new ChartImage.Area(area.getX(), area.getY(), area.getWidth(), area.getHeight()),
                across,
                up,
                lines);
    }

    private List<ChartImage.Line> lines(ChartRequest request) {
        List<ChartImage.Line> lines = new ArrayList<>();
        Map<MetricSeries, SmoothedSeries> kept = new HashMap<>();
        for (Curve curve : request.curves()) {
            MetricSeries series = curve.series();
            if (series.length() > 0) {
                SmoothedSeries smooth = smoothed.get(series);
                if (smooth == null || smooth.weight() != request.smoothing()) {
                    smooth = new SmoothedSeries(series, request.smoothing());
                }
                kept.put(series, smooth);
                lines.add(new ChartImage.Line(curve, series.view(), smooth.view()));
            }
        }
        smoothed = kept;
        return lines;
    }

    private static ChartRequest.Span steps(List<ChartImage.Line> lines) {
        double from = Double.POSITIVE_INFINITY;
        double to = Double.NEGATIVE_INFINITY;
        for (ChartImage.Line line : lines) {
            from = Math.min(from, (double) line.raw().step(0));
            to = Math.max(to, (double) line.raw().step(line.raw().length() - 1));
        }
        if (!(from <= to)) {
            return new ChartRequest.Span(0, 1);
        }
        return new ChartRequest.Span(Math.min(from, 0), to > 0 ? to : 1);
    }

    /**
     * All of the smoothed lines, and of the raw ones what lies between their 5th and 95th percentile, as in TensorBoard:
     * single outliers do not flatten everything else.
     */
    private static ChartRequest.Span values(List<ChartImage.Line> lines, ChartRequest.Span across) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (ChartImage.Line line : lines) {
            SeriesColumns smooth =
                    line.smoothed().columns(SeriesView.Axis.STEP, across.from(), across.to(), RANGE_COLUMNS);
            double[] lows = finite(smooth.low());
            double[] highs = finite(smooth.high());
            SeriesColumns raw = line.raw().columns(SeriesView.Axis.STEP, across.from(), across.to(), RANGE_COLUMNS);
            double[] rawLows = finite(raw.low());
            double[] rawHighs = finite(raw.high());
            if (lows.length > 0) {
                low = Math.min(low, lows[0]);
                high = Math.max(high, highs[highs.length - 1]);
            }
            if (rawLows.length > 0) {
                int left = (int) Math.floor((rawLows.length - 1) * OUTLIER_SHARE);
                int right = (int) Math.ceil((rawHighs.length - 1) * (1 - OUTLIER_SHARE));
                low = Math.min(low, rawLows[left]);
                high = Math.max(high, rawHighs[right]);
            }
        }
        if (!(low <= high)) {
            return new ChartRequest.Span(0, 1);
        }
        double margin = high > low ? (high - low) * MARGIN : Math.max(Math.abs(high) * MARGIN, 1e-6);
        return new ChartRequest.Span(low - margin, high + margin);
    }

    private static double[] finite(double[] all) {
        double[] finite = Arrays.stream(all).filter(Double::isFinite).toArray();
        Arrays.sort(finite);
        return finite;
    }

    private void style(ChartRequest request) {
        boolean light = request.theme() == Theme.LIGHT;
        Color text = light ? new Color(0x57606a) : new Color(0x9aa4af);
        Color line = light ? new Color(0xe6e9ed) : new Color(0x262d36);
        Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) request.textSize());
        chart.setBackgroundPaint(new Color(0, 0, 0, 0));
        plot.setBackgroundPaint(null);
        plot.setRangeGridlinePaint(line);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        values.setFixedDimension(request.textSize() * AXIS_EM);
        steps.setLabel("environment steps");
        values.setLabel(request.unit().isEmpty() ? null : request.unit());
        for (NumberAxis axis : new NumberAxis[] {steps, values}) {
            axis.setTickLabelFont(font);
            axis.setLabelFont(font);
            axis.setTickLabelPaint(text);
            axis.setLabelPaint(text);
            axis.setLabelInsets(RectangleInsets.ZERO_INSETS);
        }
    }
}
