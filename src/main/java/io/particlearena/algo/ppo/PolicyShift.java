package io.particlearena.algo.ppo;

/**
 * How far a policy has moved away from the one that gathered the experience, estimated from the log-probabilities of the
 * actions taken. With d the new logarithm minus the old one, the difference estimate of the Kullback-Leibler divergence is
 * the mean of -d; the ratio estimate, the mean of exp(d) - 1 - d, has the same expectation, less variance, and is never
 * negative.
 */
final class PolicyShift {

    private final double clipRatio;
    private long count;
    private double difference;
    private double ratio;
    private double logProbability;
    private long clipped;

    /**
     * @param clipRatio the distance from 1 at which the ratio of probabilities counts as clipped
     */
    PolicyShift(double clipRatio) {
        this.clipRatio = clipRatio;
    }

    /** Takes note of the first {@code size} log-probabilities. */
    void add(float[] logProbabilities, float[] oldLogProbabilities, int size) {
        for (int i = 0; i < size; i++) {
            logProbability += logProbabilities[i];
            double change = (double) logProbabilities[i] - oldLogProbabilities[i];
            double excess = Math.expm1(change);
            difference -= change;
            ratio += excess - change;
            clipped += Math.abs(excess) > clipRatio ? 1 : 0;
        }
        count += size;
    }

    /** The mean of -d. */
    double differenceEstimate() {
        return difference / count;
    }

    /** The mean of exp(d) - 1 - d. */
    double ratioEstimate() {
        return ratio / count;
    }

    /** The new policy's entropy, as estimated by minus the mean log-probability of the actions taken. */
    double entropyEstimate() {
        return -logProbability / count;
    }

    /** The share of ratios that are further from 1 than the clip ratio. */
    double clipFraction() {
        return (double) clipped / count;
    }
}
