package io.particlearena.ui.chart;

import io.particlearena.results.HistogramPoint;
import io.particlearena.results.HistogramSeries;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Theme;
import io.particlearena.ui.form.NumberText;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The place of one run's histograms on a drawing, and what all ways to draw them have in common.
 *
 * @param sketch to draw on
 * @param plot where the histograms go; labels go around it
 * @param view what is drawn, at least one point
 * @param colour of the run
 * @param theme of the page
 */
record HistogramPanel(Sketch sketch, Rectangle2D plot, HistogramSeries.View view, Color colour, Theme theme) {

    private static final int LABEL_EM = 6;

    List<HistogramPoint> points() {
        return view.points();
    }

    Color page() {
        return ChartExport.page(theme);
    }

    Color ink() {
        return ChartAxes.text(theme);
    }

    /** The page's colour with a share of another. */
    Color tint(Color other, double share) {
        Color under = page();
        return new Color(
                mixed(under.getRed(), other.getRed(), share),
                mixed(under.getGreen(), other.getGreen(), share),
                mixed(under.getBlue(), other.getBlue(), share));
    }

    private static int mixed(int under, int over, double share) {
        return (int) Math.round(under + share * (over - under));
    }

    /** Labels below the plot. */
    void across(double from, double to, double least) {
        int most = (int) Math.max(1, plot.getWidth() / (LABEL_EM * sketch.em()));
        Ticks ticks = Ticks.of(from, to, most, least);
        for (double value : ticks.values()) {
            double x = plot.getX() + (value - from) / (to - from) * plot.getWidth();
            String label = ticks.label(value);
            double reach = sketch.textWidth(label) / 2;
            if (x + reach <= plot.getMaxX() + ChartAxes.RIGHT_MARGIN) {
                sketch.write(label, x, plot.getMaxY() + 1.25 * sketch.em(), 0.5, ink());
            }
        }
    }

    /** Lines across the plot with their labels at the left. */
    void up(double from, double to, double unit, String suffix) {
        int most = (int) Math.max(1, plot.getHeight() / (2.6 * sketch.em()));
        Ticks ticks = Ticks.of(from * unit, to * unit, most, 0);
        for (double value : ticks.values()) {
            double y = plot.getMaxY() - (value / unit - from) / (to - from) * plot.getHeight();
            sketch.line(new Line2D.Double(plot.getX(), y, plot.getMaxX(), y), ChartAxes.line(theme), 1);
            String label = ticks.label(value) + suffix;
            sketch.write(label, plot.getX() - 0.4 * sketch.em(), y + 0.35 * sketch.em(), 1, ink());
        }
    }

    /** A line from the bottom to the top at a share of the width; null beyond the plot. */
    @Nullable
    Line2D upright(double share) {
        if (!(share >= 0 && share <= 1)) {
            return null;
        }
        double x = plot.getX() + share * plot.getWidth();
        return new Line2D.Double(x, plot.getY(), x, plot.getMaxY());
    }

    /** The name of something that is counted by its number. */
    String name(int number) {
        return number < view.labels().size() ? view.labels().get(number) : Integer.toString(number);
    }

    boolean isNamed() {
        return !view.labels().isEmpty();
    }

    static String steps(HistogramPoint point) {
        return Texts.of("histogram.step", NumberText.count(point.step()));
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    static int rgb(Color colour) {
        return colour.getRGB() & 0xffffff;
    }
}
