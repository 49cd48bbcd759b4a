package io.particlearena.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.results.SeriesStore;
import io.particlearena.ui.Theme;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChartPainterTest {

    private static final int RED = 0xff0000;

    private final SeriesStore store = new SeriesStore();
    private final ChartPainter painter = new ChartPainter();

    @Test
    void anUnknownMetricGivesAnEmptyImage() {
        ChartImage image = painter.draw(request(null));
        assertThat(image.isEmpty()).isTrue();
        assertThat(painted(image)).isZero();
    }

    @Test
    void aSinglePointIsSeen() {
        store.append("agent 0/x", 100, 0, 3);
        assertThat(painted(painter.draw(request(null)))).isPositive();
    }

    @Test
    void oneHighValueAmongManyIsNotLost() {
        for (int i = 0; i < 100_000; i++) {
            store.append("agent 0/x", i, 0, i == 70_000 ? 1 : Math.sin(i * 0.1));
        }
        store.append("agent 0/x", 100_000, 0, 0);
        ChartImage image = painter.draw(request(new ChartRequest.Span(69_000, 71_000)));
        assertThat(image.steps()).isEqualTo(new ChartRequest.Span(69_000, 71_000));
        assertThat(image.values().to()).isGreaterThan(0.9);
        assertThat(painted(image)).isGreaterThan(500);
    }

    @Test
    void growingSeriesWidenTheAxis() {
        store.append("agent 0/x", 10, 0, 1);
        store.append("agent 0/x", 20, 0, 2);
        assertThat(painter.draw(request(null)).steps().to()).isEqualTo(20);
        store.append("agent 0/x", 500, 0, 3);
        ChartImage image = painter.draw(request(null));
        assertThat(image.steps().to()).isEqualTo(500);
        assertThat(image.lines().get(0).smoothed().length()).isEqualTo(3);
    }

    @Test
    void valuesThatAreNotFiniteLeaveAGap() {
        store.append("agent 0/x", 10, 0, 1);
        store.append("agent 0/x", 20, 0, Double.NaN);
        store.append("agent 0/x", 30, 0, 2);
        ChartImage image = painter.draw(request(null));
        assertThat(image.values().from()).isBetween(0.9, 1.0);
        assertThat(image.values().to()).isBetween(2.0, 2.1);
    }

    @Test
    void placesOnTheScreenAndStepsBelongTogether() {
        store.append("agent 0/x", 0, 0, 1);
        store.append("agent 0/x", 1000, 0, 2);
        ChartImage image = painter.draw(request(null));
        assertThat(image.stepAt(image.xOf(250))).isCloseTo(250, org.assertj.core.data.Offset.offset(1e-6));
        assertThat(image.yOf(2)).isLessThan(image.yOf(1));
    }

    private ChartRequest request(ChartRequest.@org.jspecify.annotations.Nullable Span zoom) {
        List<Curve> curves = store.find("agent 0/x").map(series -> new Curve("agent 0", series, RED)).stream()
                .toList();
        return new ChartRequest(curves, "reward", 400, 200, 1, Theme.LIGHT, 11, 0.6, zoom);
    }

    /** The number of pixels in the curve's colour. */
    private static int painted(ChartImage image) {
        int count = 0;
        for (int i = 0; i < image.pixels().limit(); i++) {
            int pixel = image.pixels().get(i);
            boolean red = (pixel >> 16 & 255) > 40 && (pixel & 0xffff) == 0;
            count += red ? 1 : 0;
        }
        return count;
    }
}
