package io.particlearena.algo.ppo;

import io.particlearena.math.Statistics;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.store.Stateful;

/**
 * The scale on which a value network learns returns: shifted and scaled by running moments of the returns seen so far, in
 * which the latest update counts a hundredth (and the first ones their full share); or as they are.
 */
final class ReturnScale implements Stateful {

    private static final double KEPT = 0.99;
    private static final double LEAST_VARIANCE = 1e-8;

    private final boolean normalises;
    private double weight;
    private double mean;
    private double meanSquare;

    /**
     * @param normalises whether to shift and scale at all
     */
    ReturnScale(boolean normalises) {
        this.normalises = normalises;
    }

    /** Takes note of the returns of an update. */
    void add(double[] returns) {
        double newMean = Statistics.mean(returns);
        weight = KEPT * weight + (1 - KEPT);
        mean = KEPT * mean + (1 - KEPT) * newMean;
        meanSquare = KEPT * meanSquare + (1 - KEPT) * (Statistics.variance(returns) + newMean * newMean);
    }

    /** What the network should say for a return. */
    double toNetwork(double value) {
        return normalises && weight > 0 ? (value - mean / weight) / deviation() : value;
    }

    /** The return that the network means. */
    double fromNetwork(double output) {
        return normalises && weight > 0 ? output * deviation() + mean / weight : output;
    }

    private double deviation() {
        double centre = mean / weight;
        return Math.sqrt(Math.max(meanSquare / weight - centre * centre, LEAST_VARIANCE));
    }

    /** Forgets all returns. */
    void reset() {
        weight = 0;
        mean = 0;
        meanSquare = 0;
    }

    @Override
    public void save(StateWriter out) {
        out.putDouble("weight", weight);
        out.putDouble("mean", mean);
        out.putDouble("mean_square", meanSquare);
    }

    @Override
    public void load(StateReader in) {
        weight = in.getDouble("weight");
        mean = in.getDouble("mean");
        meanSquare = in.getDouble("mean_square");
    }
}
