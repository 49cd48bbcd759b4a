package io.particlearena.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class MetricSeriesTest {

    @Test
    void pointsComeBack() {
        MetricSeries series = new MetricSeries("loss");
        for (int i = 0; i < 3000; i++) {
            series.append(10L * i, 0.5 * i, -i);
        }
        SeriesView view = series.view();
        assertThat(view.length()).isEqualTo(3000);
        assertThat(view.step(2999)).isEqualTo(29990);
        assertThat(view.wallTime(2999)).isEqualTo(1499.5);
        assertThat(view.value(2999)).isEqualTo(-2999);
        assertThat(view.indexOf(29990)).isEqualTo(2999);
        assertThat(view.indexOf(29991)).isEqualTo(3000);
        assertThat(view.indexOf(SeriesAxis.WALL_TIME, 0.6)).isEqualTo(2);
    }

    @Test
    void columnsEqualAPlainSearch() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 60; round++) {
            MetricSeries series = randomSeries(random, random.nextInt(20_000));
            SeriesView view = series.view();
            double from = random.nextDouble(-10, 30_000);
            double to = from + random.nextDouble(0, 30_000);
            int count = 1 + random.nextInt(700);
            SeriesColumns columns = view.columns(SeriesAxis.STEP, from, to, count);
            assertThat(columns.count()).isEqualTo(count);
            for (int column = 0; column < count; column++) {
                checkColumn(view, columns, column);
            }
            int inside = 0;
            for (int i = 0; i < view.length(); i++) {
                inside += view.step(i) >= from && view.step(i) <= to ? 1 : 0;
            }
            assertThat(columns.first()[count] - columns.first()[0]).isEqualTo(inside);
        }
    }

    private static void checkColumn(SeriesView view, SeriesColumns columns, int column) {
        double low = Double.NaN;
        double high = Double.NaN;
        for (int i = columns.first()[column]; i < columns.first()[column + 1]; i++) {
            if (Double.isFinite(view.value(i))) {
                low = Double.isNaN(low) ? view.value(i) : Math.min(low, view.value(i));
                high = Double.isNaN(high) ? view.value(i) : Math.max(high, view.value(i));
            }
        }
        double last = columns.points(column) == 0 ? Double.NaN : view.value(columns.first()[column + 1] - 1);
        assertThat(new double[] {columns.low()[column], columns.high()[column], columns.last()[column]})
                .containsExactly(low, high, last);
    }

    @Test
    void oneSpikeAmongAMillionIsNeverLost() {
        MetricSeries series = new MetricSeries("loss");
        for (int i = 0; i < 1_000_000; i++) {
            series.append(i, i, i == 765_432 ? 1000 : 0);
        }
        for (int count : new int[] {1, 7, 800}) {
            SeriesColumns columns = series.view().columns(SeriesAxis.STEP, 0, 999_999, count);
            double highest = 0;
            for (double high : columns.high()) {
                highest = Math.max(highest, high);
            }
            assertThat(highest).isEqualTo(1000);
        }
    }

    @Test
    void laterStepsAreDroppedWhereAResumedRunGoesOn() {
        MetricSeries series = new MetricSeries("loss");
        for (int i = 0; i < 5000; i++) {
            series.append(i, i, i);
        }
        SeriesView before = series.view();
        series.dropFrom(2500);
        assertThat(series.length()).isEqualTo(2500);
        series.append(2500, 9000, -1);
        assertThat(series.view().value(2500)).isEqualTo(-1);
        assertThat(before.length()).isEqualTo(5000);
        assertThat(before.value(4999)).isEqualTo(4999);
        assertThat(series.view().continues(before)).isFalse();
        series.append(100, 9001, -2);
        assertThat(series.length()).isEqualTo(101);
    }

    @Test
    void clockThatGoesBackDoesNotBendTheTimeAxis() {
        MetricSeries series = new MetricSeries("loss");
        series.append(1, 100, 0);
        series.append(2, 90, 0);
        assertThat(series.view().wallTime(1)).isEqualTo(100);
    }

    @Test
    void emptySeriesHasEmptyColumns() {
        SeriesColumns columns = new MetricSeries("loss").view().columns(SeriesAxis.STEP, 0, 10, 4);
        assertThat(columns.low()).containsOnly(Double.NaN);
        assertThat(columns.points(3)).isZero();
    }

    @Test
    void impossibleColumnsAreRefused() {
        SeriesView view = new MetricSeries("loss").view();
        assertThatThrownBy(() -> view.columns(SeriesAxis.STEP, 5, 1, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> view.columns(SeriesAxis.STEP, 0, 1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Timeout(60)
    void readersSeeWholePointsWhileOneThreadWrites() throws InterruptedException {
        MetricSeries series = new MetricSeries("loss");
        int last = 300_000;
        AtomicReference<String> wrong = new AtomicReference<>("");
        Thread reader = new Thread(() -> {
            int length = 0;
            while (length < last) {
                SeriesView view = series.view();
                length = view.length();
                if (length > 0) {
                    SeriesColumns columns = view.columns(SeriesAxis.STEP, 0, length - 1.0, 50);
                    if (view.value(length - 1) != length || columns.high()[49] != length || columns.low()[0] != 1) {
                        wrong.set("at length " + length);
                        return;
                    }
                }
            }
        });
        reader.start();
        for (int i = 0; i < last; i++) {
            series.append(i, i, i + 1);
        }
        reader.join();
        assertThat(wrong.get()).isEmpty();
    }

    private static MetricSeries randomSeries(SplittableRandom random, int length) {
        MetricSeries series = new MetricSeries("loss");
        long step = 0;
        for (int i = 0; i < length; i++) {
            step += random.nextInt(4);
            series.append(step, i, random.nextInt(20) == 0 ? Double.NaN : random.nextDouble(-1, 1));
        }
        return series;
    }
}
