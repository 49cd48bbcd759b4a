package io.particlearena.nn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FastMathTest {

    /** Relative to the exact value; a float's last place is 6e-8 to 1.2e-7. */
    private static final double TOLERANCE = 4e-7;

    @Test
    void exponentialIsExactToFloatPrecision() {
        for (float x = -86.9f; x < 87.9f; x += 0.00371f) {
            assertThat(FastMath.exp(x) / Math.exp(x)).isBetween(1 - TOLERANCE, 1 + TOLERANCE);
        }
        assertThat(FastMath.exp(0)).isEqualTo(1f);
        assertThat(FastMath.exp(-1000)).isPositive().isLessThan(1e-37f);
        assertThat(FastMath.exp(1000)).isFinite();
    }

    @Test
    void tanhAndSigmoidAreExactToFloatPrecision() {
        for (float x = -20; x < 20; x += 0.00173f) {
            assertThat(FastMath.tanh(x) / Math.tanh(x)).isBetween(1 - TOLERANCE, 1 + TOLERANCE);
            assertThat(FastMath.sigmoid(x) * (1 + Math.exp(-x))).isBetween(1 - TOLERANCE, 1 + TOLERANCE);
        }
        assertThat(FastMath.tanh(0)).isZero();
        assertThat(FastMath.tanh(100)).isBetween(1 - 3e-7f, 1f);
        assertThat(FastMath.tanh(-100)).isBetween(-1f, -1 + 3e-7f);
    }
}
