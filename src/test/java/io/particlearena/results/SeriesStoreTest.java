package io.particlearena.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Series of one run share the places of their points for as long as they have the same ones, and nobody can tell. */
final class SeriesStoreTest {

    private record Point(long step, double wallTime, double value) {}

    @Test
    void metricsOfTheSameEventsShareTheirPlaces() {
        SeriesStore store = new SeriesStore();
        for (int i = 0; i < 5000; i++) {
            for (String tag : List.of("a", "b", "c")) {
                store.append(tag, i, 0.1 * i, i);
            }
        }
        SeriesPlaces places = store.find("a").orElseThrow().places();
        assertThat(store.find("b").orElseThrow().places()).isSameAs(places);
        assertThat(store.find("c").orElseThrow().places()).isSameAs(places);
        assertThat(places.length()).isEqualTo(5000);
    }

    @Test
    void metricsOfTheSecondOfTwoEventsOfAStepShareTheirPlacesAsWell() {
        SeriesStore store = new SeriesStore();
        List<String> tags = List.of("a", "b", "c", "d", "e");
        for (int i = 0; i < 5000; i++) {
            for (String tag : tags) {
                boolean late = (i == 700 && tag.compareTo("b") > 0) || (i == 3000 && tag.compareTo("d") > 0);
                store.append(tag, i, i + (late ? 0.5 : 0), i);
            }
        }
        List<SeriesPlaces> places =
                tags.stream().map(tag -> store.find(tag).orElseThrow().places()).toList();
        assertThat(places.get(1)).isSameAs(places.get(0)).isNotSameAs(places.get(2));
        assertThat(places.get(3)).isSameAs(places.get(2)).isNotSameAs(places.get(4));
        SeriesView late = store.find("d").orElseThrow().view();
        assertThat(late.wallTime(700)).isEqualTo(700.5);
        assertThat(late.wallTime(3000)).isEqualTo(3000);
        assertThat(late.length()).isEqualTo(5000);
        assertThat(store.find("e").orElseThrow().view().wallTime(3000)).isEqualTo(3000.5);
    }

    @Test
    void sharedPlacesAreThoseOfEachMetricWhateverIsLeftOut() {
        List<String> tags = List.of("a", "b", "c", "d", "e");
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            SeriesStore store = new SeriesStore();
            Map<String, List<Point>> expected = new HashMap<>();
            double leftOut = seed % 4 == 0 ? 0.001 : 0.1;
            long step = 0;
            for (int event = 0; event < 2500; event++) {
                for (String tag : tags) {
                    if (random.nextDouble() >= leftOut) {
                        store.append(tag, step, event, event);
                        expected.computeIfAbsent(tag, key -> new ArrayList<>()).add(new Point(step, event, event));
                    }
                }
                if (random.nextInt(1000) == 0) {
                    step = Math.max(0, step - 40);
                    long from = step;
                    store.dropFrom(from);
                    expected.values().forEach(points -> points.removeIf(point -> point.step() >= from));
                } else {
                    step += random.nextInt(3);
                }
            }
            expected.forEach((tag, points) ->
                    assertThat(points(store.find(tag).orElseThrow().view())).isEqualTo(points));
        }
    }

    private static List<Point> points(SeriesView view) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < view.length(); i++) {
            points.add(new Point(view.step(i), view.wallTime(i), view.value(i)));
        }
        return points;
    }
}
