package io.particlearena.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.results.SeriesAxis;
import io.particlearena.results.SeriesStore;
import io.particlearena.ui.Theme;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DashTest {

    @Test
    void everyRoundOfColoursLooksDifferent() {
        assertThat(IntStream.range(0, 4).mapToObj(Dash::ofRound)).containsExactly(Dash.values());
        assertThat(Dash.ofRound(4)).isEqualTo(Dash.SOLID);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 100_000})
    void gapsAreFaintInLinesOfFewAndOfManyPoints(int points) {
        double solid = strongColumns(points, Dash.SOLID);
        assertThat(solid).isGreaterThan(300);
        assertThat(strongColumns(points, Dash.DASHED) / solid).isBetween(0.55, 0.72);
        assertThat(strongColumns(points, Dash.DOTTED) / solid).isBetween(0.33, 0.48);
        assertThat(strongColumns(points, Dash.DASH_DOTTED) / solid).isBetween(0.55, 0.78);
    }

    @ParameterizedTest
    @EnumSource(Dash.class)
    void aSpikeInAGapIsStillSeen(Dash dash) {
        for (int at = 50_000; at < 55_000; at += 500) {
            SeriesStore store = new SeriesStore();
            for (int i = 0; i < 100_000; i++) {
                store.append("x", i, 0, i == at ? 5 : 0);
            }
            ChartImage image = draw(store, dash);
            int column = (int) image.frame().x(at);
            int row = (int) image.frame().y(2.5);
            assertThat(IntStream.rangeClosed(column - 1, column + 1)
                            .map(each -> image.pixels().get(row * image.width() + each) >>> 24)
                            .max()
                            .orElseThrow())
                    .as("spike at %d", at)
                    .isGreaterThan(40);
        }
    }

    @Test
    void styleSheetsAndSvgHaveTheSameGaps() {
        assertThat(Dash.SOLID.fill("#123456")).isEqualTo("#123456");
        assertThat(Dash.DASHED.fill("#123456"))
                .isEqualTo("linear-gradient(from 0px 0px to 11px 0px, repeat, #123456 0.000%, #123456 63.636%,"
                        + " transparent 63.636%, transparent 100.000%)");
        assertThat(Dash.SOLID.svg()).isEmpty();
        SeriesStore store = new SeriesStore();
        store.append("x", 0, 0, 1);
        store.append("x", 10, 0, 2);
        String svg = new ChartSvg(request(store, Dash.DASH_DOTTED), "x").text();
        assertThat(svg.split("stroke-dasharray=\"8 3 2 3\"", -1))
                .as("line and legend")
                .hasSize(3);
    }

    private static long strongColumns(int points, Dash dash) {
        SeriesStore store = new SeriesStore();
        for (int i = 0; i < points; i++) {
            store.append("x", i, 0, 0.5 * i / points);
        }
        ChartImage image = draw(store, dash);
        return IntStream.range(0, image.width())
                .filter(column -> IntStream.range(0, image.height())
                        .anyMatch(row -> isStrong(image.pixels().get(row * image.width() + column))))
                .count();
    }

    private static boolean isStrong(int pixel) {
        return (pixel >> 16 & 255) > 140 && (pixel & 0xffff) == 0;
    }

    private static ChartImage draw(SeriesStore store, Dash dash) {
        return new ChartPainter().draw(request(store, dash));
    }

    private static ChartRequest request(SeriesStore store, Dash dash) {
        Curve curve = new Curve("run", "run", "", store.find("x").orElseThrow(), 0xff0000, dash);
        ChartLook look = new ChartLook(400, 200, 1, Theme.LIGHT, 11);
        return new ChartRequest(List.of(curve), "", "", look, new ChartView(SeriesAxis.STEP, false, false, 0), null);
    }
}
