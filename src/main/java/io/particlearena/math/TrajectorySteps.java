package io.particlearena.math;

/**
 * The steps of any number of trajectories, one trajectory after the other, as estimators of returns and advantages read
 * them.
 *
 * <p>A trajectory may be cut anywhere: what would have come after its last step is then estimated by the value of the state
 * that the step led to. Where the episode ended by its own rules, the discount is 0 and nothing comes after.
 *
 * <p>The arrays are the caller's and are not copied, so that they can be filled again.
 */
public final class TrajectorySteps {

    private final double[] rewards;
    private final double[] discounts;
    private final double[] values;
    private final double[] nextValues;
    private final boolean[] last;

    /**
     * @param rewards what each step was paid
     * @param discounts of all that comes after each step; 0 where nothing does
     * @param values of the states that the steps began in
     * @param nextValues of the states that the steps led to
     * @param last whether the step is the last of its trajectory; the last of the array is so in any case
     */
    public TrajectorySteps(double[] rewards, double[] discounts, double[] values, double[] nextValues, boolean[] last) {
        int count = rewards.length;
        if (count < 1
                || discounts.length != count
                || values.length != count
                || nextValues.length != count
                || last.length != count) {
            throw new IllegalArgumentException("Trajectories need as many rewards as discounts, values, next values and"
                    + " ends, and at least one, not " + count + ", " + discounts.length + ", " + values.length + ", "
                    + nextValues.length + " and " + last.length);
        }
        this.rewards = rewards;
        this.discounts = discounts;
        this.values = values;
        this.nextValues = nextValues;
        this.last = last;
    }

    /** The number of steps. */
    public int count() {
        return rewards.length;
    }

    /**
     * Generalised advantage estimation (Schulman et al. 2016, "High-Dimensional Continuous Control Using Generalized
     * Advantage Estimation", equation 16): A_t = δ_t + γ_t λ A_{t+1} with δ_t = r_t + γ_t V(s_{t+1}) - V(s_t).
     *
     * @param lambda 0 for the error of one step, 1 for all rewards to the trajectory's end
     * @param advantages receives the estimates
     */
    public void advantages(double lambda, double[] advantages) {
        double next = 0;
        for (int t = count() - 1; t >= 0; t--) {
            double carried = ends(t) ? 0 : discounts[t] * lambda * next;
            next = rewards[t] + discounts[t] * nextValues[t] - values[t] + carried;
            advantages[t] = next;
        }
    }

    /**
     * Discounted sums of the rewards to the end of each trajectory: R_t = r_t + γ_t R_{t+1}, with V(s_{t+1}) in place of
     * R_{t+1} after the last step.
     *
     * @param returns receives the sums
     */
    public void returns(double[] returns) {
        double next = 0;
        for (int t = count() - 1; t >= 0; t--) {
            next = rewards[t] + discounts[t] * (ends(t) ? nextValues[t] : next);
            returns[t] = next;
        }
    }

    private boolean ends(int t) {
        return last[t] || t == count() - 1;
    }
}
