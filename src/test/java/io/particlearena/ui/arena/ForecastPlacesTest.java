package io.particlearena.ui.arena;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

final class ForecastPlacesTest {

    private static final Viewport VIEW = new Viewport(0, 0, 100, 600, 500);

    private final ForecastPlaces places = new ForecastPlaces();

    private static Rectangle2D agent(double x, double y) {
        return new Rectangle2D(x - 10, y - 10, 20, 20);
    }

    @Test
    void cardsKeepClearOfAgentsOfEachOtherAndOfTheLegend() {
        List<Rectangle2D> bodies = List.of(agent(40, 480), agent(300, 250), agent(330, 260), agent(590, 20));
        Rectangle2D legend = places.legend(VIEW, 200, 22, bodies);
        assertThat(bodies).noneMatch(legend::intersects);
        places.begin(VIEW, bodies, legend);
        List<Rectangle2D> cards = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            cards.add(places.find(new Forecast(0, i, List.of()), bodies.get(i), 110, 75));
        }
        assertThat(cards).doesNotHaveDuplicates();
        for (Rectangle2D card : cards) {
            assertThat(bodies).noneMatch(card::intersects);
            assertThat(legend.intersects(card)).isFalse();
            assertThat(cards).filteredOn(other -> !other.equals(card)).noneMatch(card::intersects);
            assertThat(new Rectangle2D(0, 0, 600, 500).contains(card)).isTrue();
        }
    }

    @Test
    void aCardStaysOnItsSideWhileNothingIsInTheWay() {
        Forecast forecast = new Forecast(0, 1, List.of());
        Rectangle2D legend = places.legend(VIEW, 200, 22, List.of());
        places.begin(VIEW, List.of(agent(300, 250), agent(350, 250)), legend);
        Rectangle2D moved = places.find(forecast, agent(300, 250), 110, 75);
        assertThat(moved.getMaxX()).isLessThan(300);
        places.begin(VIEW, List.of(agent(300, 250)), legend);
        assertThat(places.find(forecast, agent(300, 250), 110, 75)).isEqualTo(moved);
    }
}
