package io.particlearena.ui.chart;

import io.particlearena.experiment.PublishedReturns;
import io.particlearena.results.GroupValues;
import io.particlearena.results.MetricSeries;
import io.particlearena.results.SeriesAxis;
import io.particlearena.results.SeriesView;
import io.particlearena.results.SmoothedSeries;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYPolygonAnnotation;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** Draws one chart with JFreeChart into images. Belongs to the thread of the {@link ChartWorker}. */
final class ChartPainter {

    static final float BAND_OPACITY = 0.2f;

    private static final BasicStroke MARK =
            new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {3, 3}, 0);

    private final CurveRenderer renderer = new CurveRenderer();
    private final CurveDataset dataset = new CurveDataset();
    private final DeviationRenderer bands = new DeviationRenderer(true, false);
    private final GroupedLines groups = new GroupedLines();
    private final XYPlot plot = new XYPlot(dataset, null, null, renderer);
    private final JFreeChart chart = new JFreeChart(null, JFreeChart.DEFAULT_TITLE_FONT, plot, false);
    private Map<MetricSeries, SmoothedSeries> smoothed = new HashMap<>();

    ChartPainter() {
        chart.setPadding(new RectangleInsets(6, 4, 4, ChartAxes.RIGHT_MARGIN));
        chart.setBackgroundPaint(new Color(0, 0, 0, 0));
        chart.setAntiAlias(true);
        chart.setTextAntiAlias(true);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        bands.setAlpha(BAND_OPACITY);
        bands.setDefaultCreateEntities(false);
        plot.setRenderer(1, bands);
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.REVERSE);
    }

    ChartImage draw(ChartRequest request) {
        ChartView view = request.view();
        ChartLook look = request.look();
        List<ChartLine> lines = lines(request);
        Span across = request.zoom() == null ? everything(lines, view.axis()) : request.zoom();
        if (view.aggregate() != null) {
            lines = groups.of(lines, across, view.axis(), view.aggregate());
        }
        Scale up = ValueRange.of(lines, across, view).with(request.marks().level());
        dataset.show(lines);
        showBands(lines, view, up);
        plot.setDomainAxis(ChartAxes.across(request, across));
        plot.setRangeAxis(ChartAxes.up(request, up));
        plot.setRangeGridlinePaint(ChartAxes.line(look.theme()));
        mark(request.marks(), look);
        showReferences(request);
        int width = Math.max(1, (int) Math.round(look.width() * look.scale()));
        int height = Math.max(1, (int) Math.round(look.height() * look.scale()));
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        renderer.begin(look.scale(), across, up, request.marks());
        Rectangle2D area = lines.isEmpty() ? new Rectangle2D.Double(0, 0, 1, 1) : draw(image, look);
        ChartFrame frame = new ChartFrame(
                new ChartFrame.Area(area.getX(), area.getY(), area.getWidth(), area.getHeight()), across, up);
        if (!lines.isEmpty() && view.axis() == SeriesAxis.STEP) {
            paintNotes(image, request, frame);
        }
        OffScale offScale = view.withoutOutliers() ? ValueRange.offScale(lines, across, up) : OffScale.NONE;
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        return new ChartImage(IntBuffer.wrap(pixels), width, height, frame, view, lines, offScale);
    }

    private static void paintNotes(BufferedImage image, ChartRequest request, ChartFrame frame) {
        ChartLook look = request.look();
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.scale(look.scale(), look.scale());
        new NoteLabels(request.notes(), frame, new FittedText(look.font())).paint(g, look.theme());
        g.dispose();
    }

    private void showBands(List<ChartLine> lines, ChartView view, Scale up) {
        plot.setDataset(1, view.aggregate() == null ? null : BandDataset.of(lines, view.axis(), up));
        for (int i = 0; i < lines.size() && view.aggregate() != null; i++) {
            bands.setSeriesFillPaint(i, new Color(lines.get(i).curve().colour()));
            bands.setSeriesLinesVisible(i, false);
        }
    }

    private void showReferences(ChartRequest request) {
        bands.removeAnnotations();
        if (request.view().axis() == SeriesAxis.STEP) {
            request.marks().bands().forEach(band -> bands.addAnnotation(polygon(band), Layer.BACKGROUND));
        }
    }

    /** Along the upper edge and back along the lower one. */
    private static XYPolygonAnnotation polygon(ChartMarks.Band band) {
        int count = band.points().size();
        double[] corners = new double[4 * count];
        for (int i = 0; i < count; i++) {
            PublishedReturns.Point point = band.points().get(i);
            int back = 2 * (2 * count - 1 - i);
            corners[2 * i] = point.step();
            corners[2 * i + 1] = point.high();
            corners[back] = point.step();
            corners[back + 1] = point.low();
        }
        Color colour = new Color(band.colour() >> 16 & 255, band.colour() >> 8 & 255, band.colour() & 255, 40);
        return new XYPolygonAnnotation(corners, null, null, colour);
    }

    private void mark(ChartMarks marks, ChartLook look) {
        plot.clearDomainMarkers();
        plot.clearRangeMarkers();
        for (ChartMarks.Mark mark : marks.upright()) {
            ValueMarker line = marker(mark, look);
            line.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
            line.setLabelTextAnchor(TextAnchor.TOP_LEFT);
            plot.addDomainMarker(line, Layer.BACKGROUND);
        }
        for (ChartMarks.Mark mark : marks.level()) {
            ValueMarker line = marker(mark, look);
            line.setLabelAnchor(RectangleAnchor.TOP_LEFT);
            line.setLabelTextAnchor(TextAnchor.BOTTOM_LEFT);
            plot.addRangeMarker(line, Layer.BACKGROUND);
        }
    }

    private static ValueMarker marker(ChartMarks.Mark mark, ChartLook look) {
        ValueMarker line = new ValueMarker(mark.at());
        line.setPaint(ChartAxes.text(look.theme()));
        line.setStroke(MARK);
        line.setAlpha(0.8f);
        line.setLabelFont(look.font());
        line.setLabelPaint(ChartAxes.text(look.theme()));
        line.setLabelBackgroundColor(new Color(0, 0, 0, 0));
        line.setLabelOffset(new RectangleInsets(1, 3, 1, 3));
        line.setLabel(mark.label().isEmpty() ? null : mark.label());
        return line;
    }

    /** Returns where the curves are. */
    private Rectangle2D draw(BufferedImage image, ChartLook look) {
        ChartRenderingInfo info = new ChartRenderingInfo(null);
        Graphics2D g = image.createGraphics();
        try {
            g.scale(look.scale(), look.scale());
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            chart.draw(g, new Rectangle2D.Double(0, 0, look.width(), look.height()), info);
        } finally {
            g.dispose();
        }
        renderer.finish(image);
        return info.getPlotInfo().getDataArea();
    }

    private List<ChartLine> lines(ChartRequest request) {
        List<ChartLine> lines = new ArrayList<>();
        Map<MetricSeries, SmoothedSeries> kept = new HashMap<>();
        double weight = request.view().smoothing();
        SeriesAxis axis = request.view().axis();
        for (Curve curve : request.curves()) {
            MetricSeries series = curve.series();
            if (series.length() == 0) {
                continue;
            }
            if (weight == 0) {
                SeriesView points = series.view();
                lines.add(new ChartLine(curve, axis, points, points, null));
                continue;
            }
            SmoothedSeries smooth = smoothed.get(series);
            if (smooth == null || smooth.weight() != weight) {
                smooth = new SmoothedSeries(series, weight);
            }
            kept.put(series, smooth);
            SmoothedSeries.Views views = smooth.views();
            lines.add(new ChartLine(curve, axis, views.raw(), views.smoothed(), null));
        }
        smoothed = kept;
        return lines;
    }

    /** All points, or a moment where they are one. */
    private static Span everything(List<ChartLine> lines, SeriesAxis axis) {
        Span extent = null;
        for (ChartLine line : lines) {
            extent = extent == null ? line.extent() : extent.with(line.extent());
        }
        if (extent == null) {
            return new Span(0, 1);
        }
        double from = GroupValues.beginning(axis, extent.from(), extent.to());
        return new Span(from, extent.to() > from ? extent.to() : from + 1);
    }
}
