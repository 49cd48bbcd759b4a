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

    @Test
    void labelsOfNeighbouringMarksDiffer() {
        assertThat(new AxisFormat(200).label(1_000_200)).isEqualTo("1.0002M");
        assertThat(new AxisFormat(500_000).label(1_500_000)).isEqualTo("1.5M");
        assertThat(new AxisFormat(0.002).label(0.12)).isEqualTo("0.12");
        assertThat(new AxisFormat(0.002).label(0.122)).isEqualTo("0.122");
        assertThat(new AxisFormat(2e-6).label(1.2e-5)).isEqualTo("1.2e−5");
        assertThat(new AxisFormat(0.5).label(1e-17)).isEqualTo("0");
    }

    @Test
    void lengthsOfTimeAreInWords() {
        assertThat(DurationFormat.text(0.25)).isEqualTo("0.25 s");
        assertThat(DurationFormat.text(150)).isEqualTo("2 min 30 s");
        assertThat(DurationFormat.text(3900)).isEqualTo("1 h 5 min");
        assertThat(DurationFormat.text(2 * 86_400 + 3 * 3600)).isEqualTo("2 d 3 h");
        assertThat(DurationFormat.text(-5)).isEqualTo("−5 s");
    }
}
