package io.particlearena.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class StateTextTest {

    @Test
    void timeIsGivenInItsTwoLargestUnits() {
        assertThat(StateText.timeLeft(42.4)).isEqualTo("42 s left");
        assertThat(StateText.timeLeft(125)).isEqualTo("2 min 05 s left");
        assertThat(StateText.timeLeft(7260)).isEqualTo("2 h 01 min left");
        assertThat(StateText.timeLeft(Double.NaN)).isEqualTo("time left unknown");
    }
}
