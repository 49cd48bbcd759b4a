package io.particlearena.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.results.SeriesAxis;
import io.particlearena.ui.Theme;
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

    /** The labels below a chart of the steps from 0 to some, 200 pixels wide. */
    private static List<String> labels(double to) {
        ChartRequest request = new ChartRequest(
                List.of(),
                "",
                "",
                new ChartLook(200, 50, 1, Theme.LIGHT, 11),
                new ChartView(SeriesAxis.STEP, false, true, 0),
                null);
        ValueAxis axis = ChartAxes.across(request, new Span(20_000, to));
        Graphics2D graphics = new BufferedImage(200, 50, BufferedImage.TYPE_INT_RGB).createGraphics();
        List<?> ticks = axis.refreshTicks(graphics, new AxisState(), AREA, RectangleEdge.BOTTOM);
        return ticks.stream().map(tick -> ((NumberTick) tick).getText()).toList();
    }

    @Test
    void labelsThatTheEdgeWouldCutAreLeftOut() {
        List<String> cut = labels(20_020);
        List<String> whole = labels(20_025);
        assertThat(whole).hasSizeGreaterThan(1).contains("20.02k");
        assertThat(cut).isNotEmpty().doesNotContain("20.02k");
    }
}
