package io.particlearena.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class GroupComparisonTest {

    private static final Offset<Double> CLOSE = Offset.offset(1e-12);

    /** Computed with SciPy's {@code ttest_ind(equal_var=False)} and NumPy. */
    @Test
    void figuresAreThoseOfSciPy() {
        GroupComparison comparison =
                GroupComparison.of(new double[] {1.2, 3.4, 2.2, 5.0, 4.1}, new double[] {0.3, 1.1, 2.0, 0.9});
        assertThat(comparison.difference()).isCloseTo(2.105, CLOSE);
        assertThat(comparison.probability()).isCloseTo(0.03311579725640837, Offset.offset(1e-9));
        assertThat(comparison.effectSize()).isCloseTo(1.5222926234899015, Offset.offset(1e-9));
        assertThat(comparison.improvement()).isCloseTo(0.95, CLOSE);
    }

    @Test
    void groupsWithoutVarianceAreTheSameOrNot() {
        assertThat(GroupComparison.of(new double[] {1, 1}, new double[] {1, 1}).probability())
                .isEqualTo(1);
        assertThat(GroupComparison.of(new double[] {2, 2}, new double[] {1, 1}).probability())
                .isZero();
        assertThat(GroupComparison.of(new double[] {1, 1}, new double[] {1, 1}).improvement())
                .isEqualTo(0.5);
    }

    @Test
    void aSingleRunIsNoGroup() {
        assertThatThrownBy(() -> GroupComparison.of(new double[] {1}, new double[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
