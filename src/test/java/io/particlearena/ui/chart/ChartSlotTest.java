package io.particlearena.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Draws without a worker's thread. */
final class ChartSlotTest {

    private record Wish(String what, long version) implements ChartWish {}

    private int drawings;
    private final ChartSlot<Wish, String> slot = new ChartSlot<>(wish -> wish.what() + " " + ++drawings);

    @Test
    void aWishIsDrawnOnceUntilItChanges() {
        slot.want(new Wish("curves", 1));
        slot.drawIfChanged();
        slot.drawIfChanged();
        assertThat(slot.take()).isEqualTo("curves 1");
        assertThat(slot.take()).isNull();
        slot.want(new Wish("bars", 1));
        slot.drawIfChanged();
        assertThat(slot.take()).isEqualTo("bars 2");
    }

    @Test
    void whatWasTakenOffTheScreenIsDrawnAgainWhenItComesBack() {
        slot.want(new Wish("curves", 1));
        slot.drawIfChanged();
        slot.take();
        slot.want(null);
        slot.drawIfChanged();
        assertThat(slot.take()).isNull();
        slot.want(new Wish("curves", 1));
        slot.drawIfChanged();
        assertThat(slot.take()).isEqualTo("curves 2");
    }
}
