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
        float bounded = Math.min(Math.max(x, -87f), 88f);
        float rounded = (bounded * LOG2_E + ROUNDER) - ROUNDER;
        float r = (bounded - rounded * LN2_HIGH) - rounded * LN2_LOW;
        // Minimax fit of (e^r - 1 - r) / r² on [-ln2/2, ln2/2].
        float p = 1.9918085e-4f;
        p = p * r + 1.394723e-3f;
        p = p * r + 8.333265e-3f;
        p = p * r + 4.1666254e-2f;
        p = p * r + 1.6666667e-1f;
        p = p * r + 0.5f;
        float value = p * r * r + r + 1f;
        return value * Float.intBitsToFloat(((int) rounded + 127) << 23);
    }

    static float sigmoid(float x) {
        return 1f / (1f + exp(-x));
    }

    static float tanh(float x) {
        float magnitude = Math.abs(x);
        if (magnitude < 0.625f) {
            // Minimax fit of (tanh(x) / x - 1) / x²: the quotient below loses digits near 0.
            float z = x * x;
            float p = -5.72162e-3f;
            p = p * z + 2.065521e-2f;
            p = p * z - 5.3745143e-2f;
            p = p * z + 1.3331515e-1f;
            p = p * z - 3.3333284e-1f;
            return p * z * x + x;
        }
        float quotient = 1f - 2f / (exp(2f * magnitude) + 1f);
        return x < 0f ? -quotient : quotient;
    }
}
