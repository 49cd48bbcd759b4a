package io.particlearena.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.ui.ColourVision;
import io.particlearena.ui.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RunColourTest {

    @Test
    void contrastIsTheRatioOfLuminances() {
        assertThat(RunColour.contrast(0x000000, 0xffffff)).isEqualTo(21);
        assertThat(RunColour.contrast(0x767676, 0xffffff)).isBetween(4.5, 4.6);
    }

    @Test
    void coloursOfThePaletteAreSeenOnEitherPage() {
        assertThat(RunColour.PALETTE).allSatisfy(RunColourTest::assertSeen).doesNotHaveDuplicates();
    }

    @Test
    void coloursOfThePaletteAreToldApartWithAnyColourVision() {
        ColourVision.assertToldApart(
                RunColour.PALETTE.stream().map(RunColour::light).toList(), 10);
        ColourVision.assertToldApart(
                RunColour.PALETTE.stream().map(RunColour::dark).toList(), 10);
    }

    @ParameterizedTest
    @ValueSource(ints = {0xffffff, 0x000000, 0xffff00, 0x000080, 0x808080})
    void chosenColoursAreMadeToBeSeen(int chosen) {
        assertSeen(RunColour.of(chosen));
    }

    @Test
    void chosenColoursStayAsTheyAreWhereTheyAreSeen() {
        assertThat(RunColour.of(0xcc3311).css(Theme.LIGHT)).isEqualTo("#cc3311");
        assertThat(RunColour.of(0xffee88).css(Theme.DARK)).isEqualTo("#ffee88");
        assertThat(RunColour.of(0xdb7104)).isEqualTo(RunColour.PALETTE.get(1));
    }

    private static void assertSeen(RunColour colour) {
        assertThat(RunColour.contrast(colour.light(), RunColour.LIGHT_PAGE)).isGreaterThanOrEqualTo(3);
        assertThat(RunColour.contrast(colour.dark(), RunColour.DARK_PAGE)).isGreaterThanOrEqualTo(3);
    }
}
