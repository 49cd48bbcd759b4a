package io.particlearena.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NumberTextTest {

    @Test
    void numbersAreWrittenAsPeopleWriteThem() {
        assertThat(NumberText.of(0.95)).isEqualTo("0.95");
        assertThat(NumberText.of(1e-4)).isEqualTo("1e-4");
        assertThat(NumberText.of(-2.5e-7)).isEqualTo("-2.5e-7");
        assertThat(NumberText.of(25000.0)).isEqualTo("25000");
        assertThat(NumberText.of(1e9)).isEqualTo("1e9");
        assertThat(NumberText.of(0)).isEqualTo("0");
    }

    @Test
    void whatIsWrittenReadsBackAsTheSameNumber() {
        for (double number : new double[] {0.1, 1.0 / 3, 1e-30, 123456789.5, -1e15, 0.001, 9_999_999.5}) {
            assertThat(Double.parseDouble(NumberText.of(number))).isEqualTo(number);
        }
    }

    @Test
    void rangesNameOnlyTheLimitsThatThereAre() {
        assertThat(NumberText.range(0, 1)).isEqualTo("0 … 1");
        assertThat(NumberText.range(1, Double.POSITIVE_INFINITY)).isEqualTo("≥ 1");
        assertThat(NumberText.range(Double.NEGATIVE_INFINITY, 5)).isEqualTo("≤ 5");
        assertThat(NumberText.range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY))
                .isEmpty();
    }

    @Test
    void listsAreJoined() {
        assertThat(NumberText.of(List.of("a", "b"))).isEqualTo("a, b");
    }

    @Test
    void countsAreNotBrokenOverTwoLines() {
        String count = NumberText.count(1_234_567);
        BreakIterator lines = BreakIterator.getLineInstance();
        lines.setText(count);
        assertThat(count).hasSize(9);
        assertThat(lines.next()).isEqualTo(count.length());
    }
}
