package io.particlearena.ui.chart;

import io.particlearena.results.SeriesAxis;
import io.particlearena.ui.Theme;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.axis.TickUnit;
import org.jfree.chart.axis.TickUnitSource;
import org.jfree.chart.axis.TickUnits;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** Makes JFreeChart's axes for what a chart shows. */
final class ChartAxes {

    /** The vertical axis has the same width in all charts, so that their steps lie one below the other. */
    private static final double WIDTH_EM = 4.6;

    /** What is left free at the right of the plot, in pixels before scaling. */
    static final double RIGHT_MARGIN = 12;

    private static final double[] DURATIONS = {
        0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400,
        172_800, 432_000, 864_000, 1_728_000, 4_320_000
    };

    private ChartAxes() {}

    static ValueAxis across(ChartRequest request, Span span) {
        ValueAxis axis = switch (request.view().axis()) {
            case STEP -> numbers(new NumberSteps(1), span.from(), span.to());
            case RELATIVE_TIME -> numbers(durations(), span.from(), span.to());
            case WALL_TIME -> moments(span);
        };
        return styled(axis, request.across(), request.look());
    }

    static ValueAxis up(ChartRequest request, Scale scale) {
        ValueAxis axis =
                scale.logarithmic() ? new DecadeAxis(scale) : numbers(new NumberSteps(0), scale.from(), scale.to());
        axis.setFixedDimension(request.look().textSize() * WIDTH_EM);
        return styled(axis, request.up(), request.look());
    }

    /** Where a place of the horizontal axis is on JFreeChart's, which counts moments in milliseconds. */
    static double position(SeriesAxis axis, double position) {
        return axis == SeriesAxis.WALL_TIME ? 1000 * position : position;
    }

    static Color text(Theme theme) {
        return theme == Theme.LIGHT ? new Color(0x57606a) : new Color(0x9aa4af);
    }

    static Color line(Theme theme) {
        return theme == Theme.LIGHT ? new Color(0xe6e9ed) : new Color(0x262d36);
    }

    private static NumberAxis numbers(TickUnitSource steps, double from, double to) {
        NumberAxis axis = new WholeLabelsAxis();
        axis.setAutoRangeIncludesZero(false);
        axis.setStandardTickUnits(steps);
        axis.setRange(from, to);
        return axis;
    }

    private static TickUnits durations() {
        TickUnits units = new TickUnits();
        for (double duration : DURATIONS) {
            units.add(new NumberTickUnit(duration, new DurationFormat()));
        }
        return units;
    }

    private static DateAxis moments(Span span) {
        DateAxis axis = new DateAxis(null, TimeZone.getDefault(), Locale.ENGLISH);
        double from = position(SeriesAxis.WALL_TIME, span.from());
        double to = position(SeriesAxis.WALL_TIME, span.to());
        axis.setRange(from, Math.max(from + 1, to));
        return axis;
    }

    private static ValueAxis styled(ValueAxis axis, String label, ChartLook look) {
        Font font = look.font();
        axis.setLabel(label.isEmpty() ? null : label);
        axis.setTickLabelFont(font);
        axis.setLabelFont(font);
        axis.setTickLabelPaint(text(look.theme()));
        axis.setLabelPaint(text(look.theme()));
        axis.setLabelInsets(RectangleInsets.ZERO_INSETS);
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        return axis;
    }

    /** Marks at 1, 2 or 5 times a power of ten, with as many digits as tell them apart. */
    private record NumberSteps(double least) implements TickUnitSource {

        @Override
        public TickUnit getLargerTickUnit(TickUnit unit) {
            return getCeilingTickUnit(unit.getSize() * 1.1);
        }

        @Override
        public TickUnit getCeilingTickUnit(TickUnit unit) {
            return getCeilingTickUnit(unit.getSize());
        }

        @Override
        public TickUnit getCeilingTickUnit(double size) {
            double wanted = Math.max(least, size) * (1 - 1e-9);
            double power = Math.pow(10, Math.floor(Math.log10(wanted)));
            double step = power >= wanted
                    ? power
                    : 2 * power >= wanted ? 2 * power : 5 * power >= wanted ? 5 * power : 10 * power;
            return new NumberTickUnit(step, new AxisFormat(step));
        }
    }

    /** An axis whose labels keep a distance, and that leaves out those that the right edge of the picture would cut. */
    private static final class WholeLabelsAxis extends NumberAxis {

        private static final long serialVersionUID = 1;
        private static final double DISTANCE_EM = 0.8;
        private static final int MOST_MEASURED = 200;

        /** Of all labels, since those at the ends, as 0 and 1M, may be the shortest. */
        @Override
        protected double estimateMaximumTickLabelWidth(Graphics2D g, TickUnit unit) {
            FontMetrics metrics = g.getFontMetrics(getTickLabelFont());
            double first = Math.ceil(getLowerBound() / unit.getSize());
            double last = Math.min(first + MOST_MEASURED, Math.floor(getUpperBound() / unit.getSize()));
            double widest = super.estimateMaximumTickLabelWidth(g, unit);
            for (double place = first; place <= last; place++) {
                widest = Math.max(widest, metrics.stringWidth(unit.valueToString(place * unit.getSize())));
            }
            return widest + DISTANCE_EM * getTickLabelFont().getSize2D();
        }

        @Override
        protected List<?> refreshTicksHorizontal(Graphics2D g, Rectangle2D area, RectangleEdge edge) {
            FontMetrics metrics = g.getFontMetrics(getTickLabelFont());
            List<NumberTick> whole = new ArrayList<>();
            for (Object each : super.refreshTicksHorizontal(g, area, edge)) {
                NumberTick tick = (NumberTick) each;
                double end = valueToJava2D(tick.getValue(), area, edge) + metrics.stringWidth(tick.getText()) / 2.0;
                if (end <= area.getMaxX() + RIGHT_MARGIN) {
                    whole.add(tick);
                }
            }
            return whole;
        }
    }

    /** A logarithmic axis with labels at 1, 2 and 5 of few decades, or at each or some of many. */
    private static final class DecadeAxis extends LogAxis {

        private static final long serialVersionUID = 1;
        private static final int FEW_DECADES = 3;
        private static final double LABEL_DISTANCE_EM = 3;

        DecadeAxis(Scale scale) {
            setRange(scale.from(), scale.to());
        }

        @Override
        protected List<?> refreshTicksVertical(Graphics2D g, Rectangle2D area, RectangleEdge edge) {
            double from = getLowerBound();
            double to = getUpperBound();
            int first = (int) Math.floor(Math.log10(from));
            int last = (int) Math.ceil(Math.log10(to));
            double room =
                    area.getHeight() / (LABEL_DISTANCE_EM * getTickLabelFont().getSize2D());
            int every = (int) Math.max(1, Math.ceil((last - first) / Math.max(1, room)));
            List<NumberTick> ticks = new ArrayList<>();
            for (int decade = first; decade <= last; decade++) {
                for (int mantissa : new int[] {1, 2, 5}) {
                    double value = mantissa * Math.pow(10, decade);
                    boolean wanted = mantissa == 1 ? Math.floorMod(decade, every) == 0 : last - first <= FEW_DECADES;
                    if (wanted && value >= from && value <= to) {
                        ticks.add(tick(value, AxisFormat.text(value)));
                    }
                }
            }
            if (ticks.size() < 2) {
                ticks.clear();
                ticks.add(tick(from, AxisFormat.text(from)));
                ticks.add(tick(to, AxisFormat.text(to)));
            }
            return ticks;
        }

        private static NumberTick tick(double value, String label) {
            return new NumberTick(TickType.MAJOR, value, label, TextAnchor.CENTER_RIGHT, TextAnchor.CENTER, 0);
        }
    }
}
