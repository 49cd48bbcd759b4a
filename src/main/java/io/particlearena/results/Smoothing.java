package io.particlearena.results;

/**
 * The smoothing of TensorBoard's scalar charts: an exponential moving average, corrected for its start at zero.
 *
 * <p>A value that is not finite is shown as it is and does not enter the average; a series whose values are all the same is
 * left alone. Feed the values in order; one object serves one series and one weight.
 */
public final class Smoothing {

    /** TensorBoard's weight where the user chose none. */
    public static final double DEFAULT_WEIGHT = 0.6;

    /** The largest weight that TensorBoard offers. */
    public static final double MAX_WEIGHT = 0.999;

    private final double weight;
    private double last;
    private int count;
    private double correction;
    private double first;
    private boolean started;
    private boolean constant = true;

    /**
     * @param weight of the past, from 0 (no smoothing) to 1
     */
    public Smoothing(double weight) {
        if (!(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException("The smoothing weight is " + weight + ", but must be from 0 to 1.");
        }
        this.weight = weight;
    }

    /** The smoothed value of a whole series. */
    public static double[] apply(double[] values, double weight) {
        Smoothing smoothing = new Smoothing(weight);
        double[] smoothed = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            smoothed[i] = smoothing.next(values[i]);
        }
        return smoothed;
    }

    /** The smoothed value at the next point. */
    public double next(double value) {
        if (!started) {
            first = value;
            started = true;
        }
        // As long as all values are the same, the average is that value; saying so avoids its rounding.
        constant &= value == first;
        if (!Double.isFinite(value)) {
            return value;
        }
        last = last * weight + (1 - weight) * value;
        count++;
        // Once the start has no more weight, it stays so.
        if (correction < 1) {
            correction = weight == 1 ? 1 : 1 - Math.pow(weight, count);
        }
        return constant ? value : last / correction;
    }
}
