package io.particlearena.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.results.SeriesAxis;
import io.particlearena.ui.Theme;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.junit.jupiter.api.Test;

final class ChartAxesTest {

    private static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, 200, 50);

    /** The labels below a chart of the steps from 20 000 to some, 200 pixels wide. */
    private static List<String> labels(double to) {
        return ticks(20_000, to, AREA).stream().map(NumberTick::getText).toList();
    }

    private static List<NumberTick> ticks(double from, double to, Rectangle2D area) {
        ChartRequest request = new ChartRequest(
                List.of(),
                "",
                "",
                new ChartLook(200, 50, 1, Theme.LIGHT, 11),
                new ChartView(SeriesAxis.STEP, false, true, 0),
                null);
        ValueAxis axis = ChartAxes.across(request, new Span(from, to));
        Graphics2D graphics = new BufferedImage(200, 50, BufferedImage.TYPE_INT_RGB).createGraphics();
        List<?> ticks = axis.refreshTicks(graphics, new AxisState(), area, RectangleEdge.BOTTOM);
        return ticks.stream().map(NumberTick.class::cast).toList();
    }

    @Test
    void labelsKeepADistanceThoughThoseAtTheEndsAreShort() {
        FontMetrics metrics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)
                .createGraphics()
                .getFontMetrics(new ChartLook(200, 50, 1, Theme.LIGHT, 11).font());
        for (int width = 100; width <= 900; width += 50) {
            List<NumberTick> ticks = ticks(0, 1e6, new Rectangle2D.Double(0, 0, width, 50));
            double apart = width * (ticks.get(1).getValue() - ticks.get(0).getValue()) / 1e6;
            double widest = ticks.stream()
                    .mapToDouble(tick -> metrics.stringWidth(tick.getText()))
                    .max()
                    .orElseThrow();
            assertThat(apart).isGreaterThan(widest + 4);
        }
    }

    @Test
    void labelsThatTheEdgeWouldCutAreLeftOut() {
        List<String> cut = labels(20_020);
        List<String> whole = labels(20_025);
        assertThat(whole).hasSizeGreaterThan(1).contains("20.02k");
        assertThat(cut).isNotEmpty().doesNotContain("20.02k");
    }
}
