package io.particlearena.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class BoardLayoutTest {

    private static final List<BoardModel.Group> GROUPS =
            List.of(new BoardModel.Group("a", List.of("a/1", "a/2", "a/3")), new BoardModel.Group("b", List.of("b/1")));
    private static final BoardLayout.Sizes TWO_COLUMNS = new BoardLayout.Sizes(700, 300, 200, 30);

    @Test
    void cardsFillTheWidthInColumnsWithoutOverlap() {
        BoardLayout layout = BoardLayout.of(GROUPS, Set.of(), tag -> false, TWO_COLUMNS);
        List<BoardLayout.Place> places = layout.places();
        assertThat(places).hasSize(6);
        assertThat(places.get(1).y()).isEqualTo(places.get(2).y());
        assertThat(places.get(2).x())
                .isGreaterThan(places.get(1).x() + places.get(1).width());
        assertThat(places.get(2).x() + places.get(2).width()).isLessThanOrEqualTo(700);
        assertThat(places.get(3).y()).isGreaterThanOrEqualTo(places.get(1).y() + 200);
        assertThat(places.get(4).isHeading()).isTrue();
        assertThat(layout.height()).isGreaterThanOrEqualTo(places.get(5).y() + 200);
    }

    @Test
    void aClosedGroupKeepsItsHeadingOnly() {
        BoardLayout layout = BoardLayout.of(GROUPS, Set.of("a"), tag -> false, TWO_COLUMNS);
        assertThat(layout.places()).extracting(BoardLayout.Place::tag).containsExactly("", "", "b/1");
    }

    @Test
    void onlyWhatIsInSightIsGiven() {
        BoardLayout layout = BoardLayout.of(GROUPS, Set.of(), tag -> false, TWO_COLUMNS);
        assertThat(layout.between(0, 100)).extracting(BoardLayout.Place::tag).containsExactly("", "a/1", "a/2");
        assertThat(layout.between(5000, 6000)).isEmpty();
    }

    @Test
    void aBoardNarrowerThanACardHasOneColumn() {
        BoardLayout layout = BoardLayout.of(GROUPS, Set.of(), tag -> false, new BoardLayout.Sizes(200, 300, 200, 30));
        assertThat(layout.places()).allMatch(place -> place.x() + place.width() <= 200);
    }

    @Test
    void aWideCardHasARowOfItsOwn() {
        BoardLayout layout = BoardLayout.of(GROUPS, Set.of(), "a/2"::equals, TWO_COLUMNS);
        List<BoardLayout.Place> places = layout.places();
        assertThat(places.get(2).width()).isGreaterThan(2 * 300);
        assertThat(places.get(2).y()).isGreaterThanOrEqualTo(places.get(1).y() + 200);
        assertThat(places.get(3).y())
                .isGreaterThanOrEqualTo(places.get(2).y() + places.get(2).height());
        assertThat(places.get(4).y()).isGreaterThanOrEqualTo(places.get(3).y() + 200);
    }
}
