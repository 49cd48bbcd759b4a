package io.particlearena.ui.episodes;

/** Where an axis has its numbers. */
final class Ticks {

    private Ticks() {}

    /**
     * The smallest of 1, 2, 5, 10, 20, 50 ... at which an axis has no more numbers than fit.
     *
     * @param length of the axis, from 0
     * @param most the numbers that fit
     */
    static long step(long length, double most) {
        long power = 1;
        while (true) {
            for (long factor : new long[] {1, 2, 5}) {
                if (length / (double) (power * factor) <= most) {
                    return power * factor;
                }
            }
            if (power > Long.MAX_VALUE / 100) {
                return power;
            }
            power *= 10;
        }
    }
}
