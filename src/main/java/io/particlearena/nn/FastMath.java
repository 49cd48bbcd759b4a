package io.particlearena.nn;

/**
 * Exponential, logistic function and hyperbolic tangent of floats, to about two units in the last place.
 *
 * <p>{@code Math.exp} computes to double precision and takes most of the time of a recurrent layer. All functions are pure
 * float arithmetic without fused operations, so that every machine computes the same bits.
 */
final class FastMath {

    private static final float LOG2_E = 1.442695f;
    /** ln 2 in two parts, of which the first times any exponent is exact (Cody and Waite). */
    private static final float LN2_HIGH = 0x1.63p-1f;

    private static final float LN2_LOW = -2.1219444e-4f;
    private static final float ROUNDER = 12582912f;

    private FastMath() {}

    /** e to the {@code x}; arguments outside of [-87, 88] count as these bounds. */
    static float exp(float x) {
        float bounded = x;
        if (x < -87f) {
            bounded = -87f;
        } else if (x > 88f) {
            bounded = 88f;
        }
        // Adding 1.5 * 2^23 rounds to an integer, which then stands in the lowest bits.
        float shifted = bounded * LOG2_E + ROUNDER;
        float rounded = shifted - ROUNDER;
        float r = (bounded - rounded * LN2_HIGH) - rounded * LN2_LOW;
        // Minimax fit of (e^r - 1 - r) / r² on [-ln2/2, ln2/2].
        float p = 1.9918085e-4f;
        p = p * r + 1.394723e-3f;
        p = p * r + 8.333265e-3f;
        p = p * r + 4.1666254e-2f;
        p = p * r + 1.6666667e-1f;
        p = p * r + 0.5f;
        float value = p * r * r + r + 1f;
        return value * Float.intBitsToFloat((Float.floatToRawIntBits(shifted) << 23) + 0x3F800000);
    }

    static float sigmoid(float x) {
        return 1f / (1f + exp(-x));
    }

    /** Minimax fit of a quotient of polynomials on [-7.9, 7.9]; without branches, so that loops over it vectorise. */
    static float tanh(float x) {
        float bounded = Math.min(Math.max(x, -7.9f), 7.9f);
        float z = bounded * bounded;
        float p = -1.1564404e-13f;
        p = p * z + 6.3655685e-11f;
        p = p * z - 2.2314733e-8f;
        p = p * z + 1.1642461e-5f;
        p = p * z + 3.1493662e-3f;
        p = p * z + 0.13124351f;
        p = p * z + 1f;
        float q = 2.6129765e-4f;
        q = q * z + 2.4675006e-2f;
        q = q * z + 0.46457684f;
        q = q * z + 1f;
        return bounded * p / q;
    }

    /** Replaces some numbers by their hyperbolic tangent. */
    static void tanh(float[] values, int start, int end) {
        for (int i = start; i < end; i++) {
            values[i] = tanh(values[i]);
        }
    }

    /** Replaces some numbers by their logistic function, to about 2e-7 absolute: enough for gates, not for probabilities. */
    static void gate(float[] values, int start, int end) {
        for (int i = start; i < end; i++) {
            values[i] = 0.5f + 0.5f * tanh(0.5f * values[i]);
        }
    }

    /** Replaces some numbers by {@code 0.2 x + 0.5}, limited to [0, 1]. */
    static void hardGate(float[] values, int start, int end) {
        for (int i = start; i < end; i++) {
            values[i] = Math.min(Math.max(0.2f * values[i] + 0.5f, 0f), 1f);
        }
    }
}
