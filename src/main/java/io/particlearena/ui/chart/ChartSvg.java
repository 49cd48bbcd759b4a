package io.particlearena.ui.chart;

import io.particlearena.results.SeriesAxis;
import io.particlearena.results.SeriesColumns;
import io.particlearena.results.SeriesView;
import io.particlearena.ui.Theme;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;

/** A chart with its title and legend as SVG. Lines with many points go through the extremes of quarter pixels. */
final class ChartSvg {

    private static final int COLUMNS_PER_PIXEL = 4;

    private final ChartRequest request;
    private final String title;
    private final ChartImage chart;
    private final List<ChartLine> names;
    private final ChartExport.Sheet sheet;
    private final StringBuilder svg = new StringBuilder();

    ChartSvg(ChartRequest request, String title) {
        this.request = request;
        this.title = title;
        this.chart = new ChartPainter().draw(request);
        this.names = ChartExport.legend(chart);
        this.sheet = ChartExport.Sheet.of(request, names.size());
    }

    String text() {
        Color ink = ChartExport.title(request.look().theme());
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
                        + " font-family=\"sans-serif\" font-size=\"%.2f\">%n",
                sheet.width(), sheet.height(), sheet.width(), sheet.height(), sheet.em());
        add(
                "<rect width=\"100%%\" height=\"100%%\" fill=\"%s\"/>%n",
                colour(ChartExport.page(request.look().theme()).getRGB()));
        add(
                "<text x=\"%.2f\" y=\"%.2f\" font-weight=\"bold\" fill=\"%s\">%s</text>%n",
                sheet.em(), 1.7 * sheet.em(), colour(ink.getRGB()), escaped(title));
        add("<g transform=\"translate(0 %.2f)\">%n", sheet.chartTop());
        axes(chart.frame());
        lines();
        marks();
        notes();
        add("</g>%n");
        for (int i = 0; i < names.size(); i++) {
            add(
                    "<path d=\"M%.2f %.2fh%.2f\" stroke-width=\"3\" stroke=\"%s\"%s/>"
                            + "<text x=\"%.2f\" y=\"%.2f\" fill=\"%s\">%s</text>%n",
                    sheet.nameX(i),
                    sheet.nameY(i),
                    ChartExport.SAMPLE_EM * sheet.em(),
                    colour(names.get(i).curve().colour()),
                    names.get(i).curve().dash().svg(),
                    sheet.nameX(i) + ChartExport.TEXT_EM * sheet.em(),
                    sheet.nameY(i) + 0.35 * sheet.em(),
                    colour(ink.getRGB()),
                    escaped(sheet.name(
                            names.get(i), new FittedText(request.look().font()))));
        }
        return svg.append("</svg>\n").toString();
    }

    private void axes(ChartFrame frame) {
        String line = colour(ChartAxes.line(request.look().theme()).getRGB());
        String text = colour(ChartAxes.text(request.look().theme()).getRGB());
        ChartFrame.Area area = frame.area();
        for (ValueTick tick : ticks(ChartAxes.up(request, frame.up()), area, RectangleEdge.LEFT)) {
            double y = frame.y(tick.getValue());
            add(
                    "<path d=\"M%.2f %.2fH%.2f\" stroke=\"%s\"/>"
                            + "<text x=\"%.2f\" y=\"%.2f\" text-anchor=\"end\" fill=\"%s\">%s</text>%n",
                    area.x(),
                    y,
                    area.x() + area.width(),
                    line,
                    area.x() - 0.4 * sheet.em(),
                    y + 0.35 * sheet.em(),
                    text,
                    escaped(tick.getText()));
        }
        double unit = ChartAxes.position(request.view().axis(), 1);
        for (ValueTick tick : ticks(ChartAxes.across(request, frame.across()), area, RectangleEdge.BOTTOM)) {
            add(
                    "<text x=\"%.2f\" y=\"%.2f\" text-anchor=\"middle\" fill=\"%s\">%s</text>%n",
                    frame.x(tick.getValue() / unit),
                    area.y() + area.height() + 1.25 * sheet.em(),
                    text,
                    escaped(tick.getText()));
        }
    }

    private static List<ValueTick> ticks(ValueAxis axis, ChartFrame.Area area, RectangleEdge edge) {
        Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
        Rectangle2D place = new Rectangle2D.Double(area.x(), area.y(), area.width(), area.height());
        List<ValueTick> ticks = new ArrayList<>();
        for (Object tick : axis.refreshTicks(g, new AxisState(), place, edge)) {
            if (tick instanceof ValueTick value) {
                ticks.add(value);
            }
        }
        g.dispose();
        return ticks;
    }

    private void lines() {
        ChartFrame.Area area = chart.frame().area();
        add(
                "<clipPath id=\"plot\"><rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\"/></clipPath>%n",
                area.x(), area.y(), area.width(), area.height());
        add("<g clip-path=\"url(#plot)\" fill=\"none\" stroke-linejoin=\"round\">%n");
        for (ChartLine line : chart.lines()) {
            if (line.band() != null) {
                band(line, line.band());
            }
            if (line.isSmoothed()) {
                path(line, line.raw(), chart.frame(), "stroke-opacity=\"" + CurveRenderer.FAINT + "\"");
            }
        }
        for (ChartLine line : chart.lines()) {
            path(
                    line,
                    line.smoothed(),
                    chart.frame(),
                    "stroke-width=\"1.8\"" + line.curve().dash().svg());
        }
        add("</g>%n");
    }

    /** Beginnings, as dashed lines with their texts beside. */
    private void marks() {
        ChartFrame.Area area = chart.frame().area();
        Span across = chart.frame().across();
        for (ChartMarks.Mark mark : request.marks().upright()) {
            if (mark.at() >= across.from() && mark.at() <= across.to()) {
                double x = chart.frame().x(mark.at());
                upright(x, area.y(), area.y() + area.height());
                text(mark.label(), x + 0.3 * sheet.em(), area.y() + sheet.em());
            }
        }
    }

    private void notes() {
        if (request.view().axis() != SeriesAxis.STEP) {
            return;
        }
        Theme theme = request.look().theme();
        NoteLabels notes = new NoteLabels(
                request.notes(), chart.frame(), new FittedText(request.look().font()));
        notes.labels().forEach(label -> upright(label.x(), chart.frame().area().y(), notes.bottom()));
        for (NoteLabels.Label label : notes.labels()) {
            add(
                    "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" fill=\"%s\" stroke=\"%s\"/>%n",
                    label.plate().getX(),
                    label.plate().getY(),
                    label.plate().getWidth(),
                    label.plate().getHeight(),
                    colour(ChartExport.page(theme).getRGB()),
                    colour(ChartAxes.line(theme).getRGB()));
            text(label.text(), label.textX(), label.textY(sheet.em()));
        }
    }

    private void upright(double x, double top, double bottom) {
        String ink = colour(ChartAxes.text(request.look().theme()).getRGB());
        add("<path d=\"M%.2f %.2fV%.2f\" stroke=\"%s\" stroke-dasharray=\"3 3\"/>%n", x, top, bottom, ink);
    }

    private void text(String text, double x, double y) {
        String ink = colour(ChartAxes.text(request.look().theme()).getRGB());
        add("<text x=\"%.2f\" y=\"%.2f\" fill=\"%s\">%s</text>%n", x, y, ink, escaped(text));
    }

    private void path(ChartLine line, SeriesView points, ChartFrame frame, String style) {
        int count = (int) (frame.area().width() * COLUMNS_PER_PIXEL);
        SeriesAxis axis = line.axis();
        SeriesColumns columns =
                points.columns(axis, frame.across().from(), frame.across().to(), count);
        StringBuilder path = new StringBuilder();
        boolean joined = false;
        Joins joins =
                Joins.of(points, axis, request.marks().upright(), frame.across().length() / count);
        if (columns.points() <= count) {
            int end = Math.min(points.length() - 1, columns.first()[count]);
            int begin = Math.max(0, columns.first()[0] - 1);
            for (int i = begin; i <= end; i++) {
                joined &= i > begin && joins.join(points.position(axis, i - 1), points.position(axis, i));
                joined = point(path, joined, frame, frame.x(points.position(axis, i)), points.value(i));
            }
        } else {
            int before = 0;
            for (int column = 0; column < count; column++) {
                if (columns.points(column) > 0) {
                    joined &= joins.join(position(frame, before, count), position(frame, column, count));
                    before = column;
                    double x = frame.area().x() + (column + 0.5) / COLUMNS_PER_PIXEL;
                    joined = point(path, joined, frame, x, columns.low()[column]);
                    joined = point(path, joined, frame, x, columns.high()[column]);
                    joined = point(path, joined, frame, x, columns.last()[column]);
                }
            }
        }
        add("<path stroke=\"%s\" %s d=\"%s\"/>%n", colour(line.curve().colour()), style, path);
    }

    private void band(ChartLine line, ChartLine.Band band) {
        StringBuilder path = new StringBuilder();
        int count = band.low().length();
        for (int i = 0; i < 2 * count; i++) {
            int at = i < count ? i : 2 * count - 1 - i;
            double value = (i < count ? band.low() : band.high()).value(at);
            double place = chart.frame().x(line.raw().position(line.axis(), at));
            if (!Double.isNaN(value)) {
                boolean positive = !chart.frame().up().logarithmic() || value > 0;
                double inSight = positive ? value : chart.frame().up().from();
                point(path, path.length() > 0, chart.frame(), place, inSight);
            }
        }
        add(
                "<path fill=\"%s\" fill-opacity=\"%.2f\" d=\"%sZ\"/>%n",
                colour(line.curve().colour()), ChartPainter.BAND_OPACITY, path.length() > 0 ? path : "M0 0");
    }

    private static double position(ChartFrame frame, int column, int count) {
        return frame.across().from() + column * frame.across().length() / count;
    }

    private static boolean point(StringBuilder path, boolean joined, ChartFrame frame, double x, double value) {
        if (!Double.isFinite(value) || (frame.up().logarithmic() && value <= 0)) {
            return false;
        }
        path.append(String.format(Locale.ROOT, "%s%.2f %.2f", joined ? "L" : "M", x, frame.y(value)));
        return true;
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }

    private static String colour(int rgb) {
        return String.format(Locale.ROOT, "#%06x", rgb & 0xffffff);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
