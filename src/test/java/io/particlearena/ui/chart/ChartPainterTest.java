package io.particlearena.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.experiment.PublishedReturns;
import io.particlearena.math.Aggregate;
import io.particlearena.results.ChartNote;
import io.particlearena.results.SeriesAxis;
import io.particlearena.results.SeriesStore;
import io.particlearena.ui.Theme;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ChartPainterTest {

    private static final int RED = 0xff0000;
    private static final ChartLook LOOK = new ChartLook(400, 200, 1, Theme.LIGHT, 11);
    private static final ChartView VIEW = new ChartView(SeriesAxis.STEP, false, true, 0.6);

    private final SeriesStore store = new SeriesStore();
    private final ChartPainter painter = new ChartPainter();

    @Test
    void anUnknownMetricGivesAnEmptyImage() {
        ChartImage image = painter.draw(request());
        assertThat(image.isEmpty()).isTrue();
        assertThat(painted(image)).isZero();
    }

    @Test
    void aSinglePointIsSeen() {
        store.append("agent 0/x", 100, 0, 3);
        assertThat(painted(painter.draw(request()))).isPositive();
    }

    @Test
    void oneHighValueAmongManyIsDrawn() {
        for (int i = 0; i < 100_000; i++) {
            store.append("agent 0/x", i, 0, i == 70_000 ? 5 : Math.sin(i * 0.1));
        }
        ChartImage image = painter.draw(request(null, new ChartView(SeriesAxis.STEP, false, false, 0)));
        assertThat(image.frame().up().to()).isGreaterThan(5);
        assertThat(topmost(image)).isCloseTo(image.frame().y(5), Offset.offset(2.0));
    }

    @Test
    void aZoomShowsWhatWasAskedFor() {
        for (int i = 0; i < 1000; i++) {
            store.append("agent 0/x", i, 0, i);
        }
        ChartImage image = painter.draw(request(new Span(100, 200), VIEW));
        assertThat(image.frame().across()).isEqualTo(new Span(100, 200));
        assertThat(image.frame().up().from()).isBetween(90.0, 110.0);
        assertThat(image.frame().up().to()).isBetween(190.0, 210.0);
    }

    @Test
    void growingSeriesWidenTheAxis() {
        store.append("agent 0/x", 10, 0, 1);
        store.append("agent 0/x", 20, 0, 2);
        assertThat(painter.draw(request()).frame().across().to()).isEqualTo(20);
        store.append("agent 0/x", 500, 0, 3);
        ChartImage image = painter.draw(request());
        assertThat(image.frame().across().to()).isEqualTo(500);
        assertThat(image.lines().get(0).smoothed().length()).isEqualTo(3);
    }

    @Test
    void valuesThatAreNotFiniteLeaveAGap() {
        store.append("agent 0/x", 10, 0, 1);
        store.append("agent 0/x", 20, 0, Double.NaN);
        store.append("agent 0/x", 30, 0, 2);
        ChartImage image = painter.draw(request());
        assertThat(image.frame().up().from()).isBetween(0.9, 1.0);
        assertThat(image.frame().up().to()).isBetween(2.0, 2.1);
    }

    @Test
    void outliersAreLeftOffTheScaleAndCounted() {
        for (int i = 0; i < 1000; i++) {
            store.append("agent 0/x", i, 0, i % 100 == 50 ? 1e6 : Math.sin(i));
        }
        ChartImage image = painter.draw(request(null, new ChartView(SeriesAxis.STEP, false, true, 0)));
        assertThat(image.frame().up().to()).isLessThan(1.5);
        assertThat(image.offScale()).isEqualTo(new OffScale(10, 0));
        ChartImage everything = painter.draw(request(null, new ChartView(SeriesAxis.STEP, false, false, 0)));
        assertThat(everything.frame().up().to()).isGreaterThan(1e6);
        assertThat(everything.offScale()).isEqualTo(OffScale.NONE);
    }

    @Test
    void nothingIsLeftOffTheScaleOfFewPoints() {
        ChartView view = new ChartView(SeriesAxis.STEP, false, true, 0);
        for (int i = 0; i < 20; i++) {
            store.append("agent 0/x", 10L * i, 0, i == 7 ? 1000 : i);
            assertThat(painter.draw(request(null, view)).offScale()).isEqualTo(OffScale.NONE);
        }
        store.append("agent 0/x", 200, 0, 3);
        ChartImage image = painter.draw(request(null, view));
        assertThat(image.offScale()).isEqualTo(new OffScale(1, 0));
        assertThat(image.frame().up().to()).isLessThan(25);
    }

    @Test
    void noneOfFewCurvesIsOffTheScaleAltogetherAndOfManyItIsSaid() {
        List<Curve> curves = new ArrayList<>();
        for (int run = 0; run < 22; run++) {
            boolean brief = run == 0;
            for (int i = 0; i < (brief ? 3 : 200); i++) {
                store.append(run + "/x", i, 0, brief ? 1000 : Math.sin(i + run));
            }
            String tag = run + "/x";
            curves.add(new Curve(tag, tag, store.find(tag).orElseThrow(), RED));
        }
        ChartView view = new ChartView(SeriesAxis.STEP, false, true, 0);
        ChartImage few = painter.draw(new ChartRequest(curves.subList(0, 4), "", "", LOOK, view, null));
        assertThat(few.frame().up().to()).isGreaterThan(1000);
        assertThat(few.offScale().curves()).isZero();
        ChartImage many = painter.draw(new ChartRequest(curves, "", "", LOOK, view, null));
        assertThat(many.frame().up().to()).isLessThan(2);
        assertThat(many.offScale().curves()).isEqualTo(1);
    }

    @Test
    void notesAreReadOverTheCurves() {
        for (int i = 0; i < 4000; i++) {
            store.append("agent 0/x", i, 0, i % 2);
        }
        ChartRequest plain = request(null, new ChartView(SeriesAxis.STEP, false, false, 0));
        List<ChartNote> notes = List.of(
                new ChartNote("x", 1000, "here it began"),
                new ChartNote("x", 1100, "and on"),
                new ChartNote("x", 3999, "the end"),
                new ChartNote("x", 9999, "out of sight"));
        ChartImage image = painter.draw(
                new ChartRequest(plain.curves(), "", "", LOOK, plain.view(), notes, null, ChartMarks.NONE));
        List<NoteLabels.Label> labels = new NoteLabels(notes, image.frame(), new FittedText(LOOK.font())).labels();
        assertThat(labels).extracting(NoteLabels.Label::text).containsExactly("here it began", "and on", "the end");
        ChartFrame.Area area = image.frame().area();
        for (NoteLabels.Label label : labels) {
            Rectangle2D plate = label.plate();
            assertThat(plate.getMaxX()).isLessThanOrEqualTo(area.x() + area.width() + 0.5);
            assertThat(labels)
                    .allMatch(other -> other.equals(label) || !other.plate().intersects(plate));
            for (int x = (int) plate.getX() + 1; x < plate.getMaxX() - 1; x++) {
                for (int y = (int) plate.getY() + 1; y < plate.getMaxY() - 1; y++) {
                    assertThat(isRed(image.pixels().get(y * image.width() + x))).isFalse();
                }
            }
        }
    }

    @Test
    void equalFactorsAreEquallyFarApartOnALogarithmicAxis() {
        for (int i = 0; i <= 6; i++) {
            store.append("agent 0/x", i, 0, Math.pow(10, i - 3));
        }
        store.append("agent 0/x", 7, 0, -5);
        ChartFrame frame = painter.draw(request(null, new ChartView(SeriesAxis.STEP, true, false, 0)))
                .frame();
        assertThat(frame.up().from()).isPositive();
        assertThat(frame.y(0.01) - frame.y(0.1)).isCloseTo(frame.y(10) - frame.y(100), Offset.offset(1e-6));
        assertThat(frame.valueAt(frame.y(3))).isCloseTo(3, Offset.offset(1e-9));
    }

    @Test
    void timeIsCountedFromTheFirstPointOrOnTheClock() {
        store.append("agent 0/x", 10, 1_000_000, 1);
        store.append("agent 0/x", 20, 1_000_090, 2);
        ChartView relative = new ChartView(SeriesAxis.RELATIVE_TIME, false, true, 0.6);
        assertThat(painter.draw(request(null, relative)).frame().across()).isEqualTo(new Span(0, 90));
        ChartView wall = new ChartView(SeriesAxis.WALL_TIME, false, true, 0.6);
        assertThat(painter.draw(request(null, wall)).frame().across()).isEqualTo(new Span(1_000_000, 1_000_090));
    }

    @Test
    void placesOnTheScreenAndStepsBelongTogether() {
        store.append("agent 0/x", 0, 0, 1);
        store.append("agent 0/x", 1000, 0, 2);
        ChartFrame frame = painter.draw(request()).frame();
        assertThat(frame.positionAt(frame.x(250))).isCloseTo(250, Offset.offset(1e-6));
        assertThat(frame.y(2)).isLessThan(frame.y(1));
    }

    @Test
    void theValuesAtAPlaceAreThoseOfTheNearestPoints() {
        for (int i = 0; i < 5; i++) {
            store.append("agent 0/x", 10L * i, 0, i);
            store.append("agent 1/x", 10L * i, 0, -i);
        }
        Curve first = new Curve("run", "b", store.find("agent 0/x").orElseThrow(), RED);
        Curve second = new Curve("run", "a", store.find("agent 1/x").orElseThrow(), RED);
        ChartView plain = new ChartView(SeriesAxis.STEP, false, true, 0);
        ChartImage image = painter.draw(new ChartRequest(List.of(first, second), "", "", LOOK, plain, null));
        assertThat(Reading.at(image, 19, 0, ReadoutOrder.DEFAULT))
                .extracting(Reading::value)
                .containsExactly(2.0, -2.0);
        assertThat(Reading.at(image, 19, 0, ReadoutOrder.ALPHABETICAL))
                .extracting(Reading::name)
                .containsExactly("a", "b");
        assertThat(Reading.at(image, 19, 0, ReadoutOrder.ASCENDING))
                .extracting(Reading::value)
                .containsExactly(-2.0, 2.0);
        double low = image.frame().y(-2);
        assertThat(Reading.at(image, 19, low, ReadoutOrder.NEAREST))
                .extracting(Reading::name)
                .containsExactly("a", "b");
    }

    @Test
    void aGroupIsALineWithABand() {
        List<Curve> curves = new ArrayList<>();
        for (int run = 0; run < 4; run++) {
            String tag = run + "/x";
            for (int i = 0; i <= 100; i++) {
                store.append(tag, 10L * i, 5 * i, run + i * 0.01);
            }
            curves.add(new Curve(
                    tag, tag, run < 3 ? "first" : "second", store.find(tag).orElseThrow(), RED, Dash.SOLID));
        }
        for (SeriesAxis axis : SeriesAxis.values()) {
            ChartView view = new ChartView(axis, false, true, 0, Aggregate.MEAN);
            ChartImage image = painter.draw(new ChartRequest(curves, "", "", LOOK, view, null));
            assertThat(image.lines()).extracting(ChartLine::name).containsExactly("first (3)", "second (1)");
            double end = image.frame().across().to();
            Reading reading = Reading.at(image, end, 0, ReadoutOrder.DEFAULT).get(0);
            assertThat(reading.value()).isCloseTo(2, Offset.offset(1e-9));
            assertThat(reading.low()).isCloseTo(1, Offset.offset(1e-9));
            assertThat(reading.high()).isCloseTo(3, Offset.offset(1e-9));
            assertThat(reading.position()).isCloseTo(end, Offset.offset(1e-6));
            assertThat(painted(image)).isGreaterThan(300);
            assertThat(image.frame().up().to()).isGreaterThan(4);
        }
    }

    @Test
    void aGroupSaysHowManyOfItsRunsHaveAValue() {
        List<Curve> curves = new ArrayList<>();
        for (int run = 0; run < 3; run++) {
            String tag = run + "/x";
            for (int i = 0; i <= 100 - 40 * run; i++) {
                store.append(tag, 10L * i, 5 * i, run);
            }
            curves.add(new Curve(tag, tag, "group", store.find(tag).orElseThrow(), RED, Dash.SOLID));
        }
        ChartView view = new ChartView(SeriesAxis.STEP, false, true, 0, Aggregate.MEAN);
        ChartImage image = painter.draw(new ChartRequest(curves, "", "", LOOK, view, null));
        assertThat(List.of(100.0, 400.0, 800.0))
                .map(step ->
                        Reading.at(image, step, 0, ReadoutOrder.DEFAULT).get(0).runs())
                .containsExactly(3.0, 2.0, 1.0);
    }

    @Test
    void noLineIsDrawnOverALongRest() {
        for (int i = 0; i < 100; i++) {
            store.append("agent 0/x", i < 50 ? i : 950 + i, 0, 1);
        }
        ChartImage image = painter.draw(request(null, new ChartView(SeriesAxis.STEP, false, false, 0)));
        assertThat(paintedColumns(image)).isLessThan(60);
        store.append("agent 1/x", 0, 0, 1);
        store.append("agent 1/x", 1000, 0, 1);
        Curve two = new Curve("run", "agent 1", store.find("agent 1/x").orElseThrow(), RED);
        ChartImage joined = painter.draw(new ChartRequest(List.of(two), "", "", LOOK, VIEW, null));
        assertThat(paintedColumns(joined)).isGreaterThan(300);
    }

    @Test
    void marksAreDrawnAndTheAxisReachesToThem() {
        store.append("agent 0/x", 0, 0, 0.5);
        store.append("agent 0/x", 1000, 0, 0.6);
        ChartRequest plain = request();
        ChartMarks marks = new ChartMarks(
                List.of(new ChartMarks.Mark(400, "cycle 2")), List.of(new ChartMarks.Mark(0.2, "chance")), List.of());
        ChartImage marked = painter.draw(marked(marks));
        assertThat(marked.frame().up().from()).isEqualTo(0.2);
        assertThat(isPainted(marked, 400, 0.3) || isPainted(marked, 400, 0.31) || isPainted(marked, 400, 0.32))
                .isTrue();
        assertThat(isPainted(painter.draw(plain), 400, 0.52)).isFalse();
    }

    @Test
    void aBandIsDrawnBehindTheCurves() {
        store.append("agent 0/x", 0, 0, 0);
        store.append("agent 0/x", 1000, 0, 1);
        ChartMarks.Band band = new ChartMarks.Band(
                RED, List.of(new PublishedReturns.Point(500, 0.1, 0.3), new PublishedReturns.Point(1000, 0.1, 0.3)));
        ChartImage image = painter.draw(marked(new ChartMarks(List.of(), List.of(), List.of(band))));
        assertThat(isPainted(image, 700, 0.13)).isTrue();
        assertThat(isPainted(image, 450, 0.13)).isFalse();
        assertThat(isPainted(image, 700, 0.37)).isFalse();
        assertThat(isPainted(painter.draw(request()), 700, 0.13)).isFalse();
    }

    private ChartRequest marked(ChartMarks marks) {
        ChartRequest plain = request();
        return new ChartRequest(
                plain.curves(), plain.across(), plain.up(), plain.look(), plain.view(), List.of(), plain.zoom(), marks);
    }

    @Test
    void noLineIsDrawnAcrossABeginning() {
        for (int i = 0; i < 10; i++) {
            store.append("agent 0/x", 10L * i, 0, 1);
        }
        ChartRequest plain = request();
        ChartMarks marks = new ChartMarks(List.of(new ChartMarks.Mark(40, "")), List.of(), List.of());
        ChartImage marked = painter.draw(marked(marks));
        assertThat(paintedColumns(painter.draw(plain)) - paintedColumns(marked)).isBetween(20L, 45L);
    }

    private static boolean isPainted(ChartImage image, double step, double value) {
        int x = (int) Math.round(image.frame().x(step));
        int y = (int) Math.round(image.frame().y(value));
        for (int column = x - 1; column <= x + 1; column++) {
            if (image.pixels().get(y * image.width() + column) != 0) {
                return true;
            }
        }
        return false;
    }

    /** The number of columns with pixels in the curve's colour. */
    private static long paintedColumns(ChartImage image) {
        return IntStream.range(0, image.width())
                .filter(column -> IntStream.range(0, image.height())
                        .anyMatch(row -> isRed(image.pixels().get(row * image.width() + column))))
                .count();
    }

    private ChartRequest request() {
        return request(null, VIEW);
    }

    private ChartRequest request(@Nullable Span zoom, ChartView view) {
        List<Curve> curves = store.find("agent 0/x").map(series -> new Curve("run", "agent 0", series, RED)).stream()
                .toList();
        return new ChartRequest(curves, "", "reward", LOOK, view, zoom);
    }

    /** The number of pixels in the curve's colour. */
    private static int painted(ChartImage image) {
        int count = 0;
        for (int i = 0; i < image.pixels().limit(); i++) {
            count += isRed(image.pixels().get(i)) ? 1 : 0;
        }
        return count;
    }

    private static double topmost(ChartImage image) {
        for (int i = 0; i < image.pixels().limit(); i++) {
            if (isRed(image.pixels().get(i))) {
                return Math.floor((double) i / image.width());
            }
        }
        return Double.NaN;
    }

    private static boolean isRed(int pixel) {
        return (pixel >> 16 & 255) > 40 && (pixel & 0xffff) == 0;
    }
}
