package io.particlearena.algo.lemol;

/** Predicts what the modelled agents do at sampled steps and after them. */
@FunctionalInterface
public interface PredictionSource {

    /**
     * Fills both arrays row by row, [rows, {@link LemolLearner#predictionSize}].
     *
     * @param rows of the replay buffer
     * @param now receives the predictions at the observations that the agents acted on
     * @param next receives the predictions at the observations after the steps
     */
    void predict(int[] rows, float[] now, float[] next);
}
