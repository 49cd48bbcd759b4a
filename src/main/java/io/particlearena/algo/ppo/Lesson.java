package io.particlearena.algo.ppo;

import io.particlearena.env.AgentSpec;
import io.particlearena.math.Statistics;
import io.particlearena.math.TrajectorySteps;
import java.util.List;

/**
 * All steps of a rollout as the seats that share networks learn from them, one row for each seat and step: seat after seat,
 * environment after environment, in order of time.
 */
final class Lesson {

    private final Rollout rollout;
    private final List<Integer> seats;
    private final List<ValueView> views;
    private final PpoOptions.Bootstrap bootstrap;
    private final int[] places;
    private final int rows;
    private final int observationSize;
    private final int actionSize;
    private final int viewSize;
    private final float[] observations;
    private final float[] valueInputs;
    private final float[] nextValueInputs;
    private final float[] samples;
    private final float[] logProbabilities;
    private final float[] advantages;
    private final float[] wantedValues;
    private final double[] rewards;
    private final double[] discounts;
    private final double[] values;
    private final double[] nextValues;
    private final boolean[] last;
    private final double[] estimatedAdvantages;
    private final double[] returns;
    private final TrajectorySteps steps;

    /**
     * @param rollout the experience
     * @param agents all agents by seat
     * @param seats those who share networks; of equal shape
     * @param views what the value sees, in the order of {@code seats}
     * @param bootstrap what stands for the rewards after a trajectory's last step
     */
    Lesson(
            Rollout rollout,
            List<AgentSpec> agents,
            List<Integer> seats,
            List<ValueView> views,
            PpoOptions.Bootstrap bootstrap) {
        this.rollout = rollout;
        this.seats = List.copyOf(seats);
        this.views = List.copyOf(views);
        this.bootstrap = bootstrap;
        places = new int[rollout.capacity()];
        rows = Math.multiplyExact(seats.size(), places.length);
        observationSize = agents.get(seats.get(0)).observationSize();
        actionSize = agents.get(seats.get(0)).actionSize();
        viewSize = views.get(0).size(agents);
        observations = new float[Math.multiplyExact(rows, observationSize)];
        valueInputs = new float[Math.multiplyExact(rows, viewSize)];
        nextValueInputs = new float[valueInputs.length];
        samples = new float[Math.multiplyExact(rows, actionSize)];
        logProbabilities = new float[rows];
        advantages = new float[rows];
        wantedValues = new float[rows];
        rewards = new double[rows];
        discounts = new double[rows];
        values = new double[rows];
        nextValues = new double[rows];
        last = new boolean[rows];
        estimatedAdvantages = new double[rows];
        returns = new double[rows];
        steps = new TrajectorySteps(rewards, discounts, values, nextValues, last);
    }

    /** Takes the steps from the full rollout. */
    void gather(double gamma) {
        rollout.order(places);
        int row = 0;
        for (int i = 0; i < seats.size(); i++) {
            for (int j = 0; j < places.length; j++) {
                boolean cut =
                        j == places.length - 1 || rollout.environment(places[j]) != rollout.environment(places[j + 1]);
                last[row] = cut || rollout.episodeOver(places[j]);
                boolean nothingFollows = rollout.terminated(places[j]) && bootstrap != PpoOptions.Bootstrap.LAST_REWARD;
                discounts[row] = nothingFollows ? 0 : gamma;
                gather(seats.get(i), views.get(i), places[j], row);
                row++;
            }
        }
    }

    private void gather(int seat, ValueView view, int place, int row) {
        rewards[row] = rollout.reward(seat, place);
        logProbabilities[row] = rollout.logProbability(seat, place);
        rollout.copySample(seat, place, samples, row * actionSize);
        rollout.copyObservation(seat, place, observations, row * observationSize);
        int at = row * viewSize;
        int nextAt = at;
        for (int i = 0; i < view.seats().size(); i++) {
            at = rollout.copyObservation(view.seats().get(i), place, valueInputs, at);
            nextAt = rollout.copyNextObservation(view.seats().get(i), place, nextValueInputs, nextAt);
        }
    }

    /**
     * Works out advantages and returns.
     *
     * @param outputs of the value network for {@link #valueInputs}
     * @param nextOutputs of the value network for {@link #nextValueInputs}
     * @param scale on which the network speaks; takes note of the new returns before they are put on it
     * @param lambda the weight of later errors
     */
    void estimate(float[] outputs, float[] nextOutputs, ReturnScale scale, double lambda) {
        for (int row = 0; row < rows; row++) {
            values[row] = scale.fromNetwork(outputs[row]);
            boolean lastReward = last[row] && bootstrap == PpoOptions.Bootstrap.LAST_REWARD;
            nextValues[row] = lastReward ? rewards[row] : scale.fromNetwork(nextOutputs[row]);
        }
        steps.advantages(lambda, estimatedAdvantages);
        steps.returns(returns);
        Statistics.standardise(estimatedAdvantages);
        scale.add(returns);
        for (int row = 0; row < rows; row++) {
            advantages[row] = (float) estimatedAdvantages[row];
            wantedValues[row] = (float) scale.toNetwork(returns[row]);
        }
    }

    /** The share of the returns' variance that the values told beforehand. */
    double explainedVariance() {
        return Statistics.explainedVariance(values, returns);
    }

    /** The mean of the values before the update. */
    double meanValue() {
        return Statistics.mean(values);
    }

    /** The number of rows. */
    int rows() {
        return rows;
    }

    /** [rows, observation size]. */
    float[] observations() {
        return observations;
    }

    /** What the value sees before each step, [rows, view size]. */
    float[] valueInputs() {
        return valueInputs;
    }

    /** What the value sees after each step, [rows, view size]. */
    float[] nextValueInputs() {
        return nextValueInputs;
    }

    /** [rows, action size]. */
    float[] samples() {
        return samples;
    }

    /** Of the samples when they were drawn, [rows]. */
    float[] logProbabilities() {
        return logProbabilities;
    }

    /** Standardised, [rows]. */
    float[] advantages() {
        return advantages;
    }

    /** What the value network should say, [rows]. */
    float[] wantedValues() {
        return wantedValues;
    }
}
