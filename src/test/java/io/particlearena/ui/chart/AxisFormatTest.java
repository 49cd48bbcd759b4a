package io.particlearena.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AxisFormatTest {

    @Test
    void labelsAreShort() {
        assertThat(AxisFormat.text(0)).isEqualTo("0");
        assertThat(AxisFormat.text(25_000)).isEqualTo("25k");
        assertThat(AxisFormat.text(5_000)).isEqualTo("5k");
        assertThat(AxisFormat.text(1_250_000)).isEqualTo("1.25M");
        assertThat(AxisFormat.text(-0.05)).isEqualTo("−0.05");
        assertThat(AxisFormat.text(-612.4)).isEqualTo("−612");
        assertThat(AxisFormat.text(2e-4)).isEqualTo("2e−4");
    }
}
