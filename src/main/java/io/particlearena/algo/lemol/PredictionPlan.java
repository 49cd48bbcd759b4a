package io.particlearena.algo.lemol;

import io.particlearena.algo.parts.JointReplay;
import io.particlearena.algo.parts.ReplayColumn;
import io.particlearena.algo.parts.ReplayReader;
import io.particlearena.nn.Parameters;
import io.particlearena.nn.Plan;
import io.particlearena.nn.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Repeats predictions for steps of the replay buffer with what the model knows now: for the observation of a step and for
 * the one after it, each from the state of the episode in which it was met.
 */
final class PredictionPlan {

    private final Plan plan = new Plan();
    private final ReplayReader reader;
    private final List<Tensor> inputs = new ArrayList<>();
    private final List<float[]> values = new ArrayList<>();
    private final Tensor feature;
    private final float[] featureValues;
    private final float[] probabilities;
    private final Tensor now;
    private final Tensor next;

    /**
     * @param network the model's layers
     * @param parameters the model's weights
     * @param layout of the modelling agent's experience
     * @param modelled the seat of the modelled agent
     * @param batch the number of steps
     */
    PredictionPlan(
            OpponentModelNetwork network,
            Parameters parameters,
            ExperienceLayout layout,
            int modelled,
            int batch,
            JointReplay replay) {
        reader = new ReplayReader(replay);
        featureValues = new float[network.options().lstmHiddenDim()];
        feature = plan.input(1, featureValues.length);
        Tensor features = plan.repeat(feature, batch);
        probabilities = new float[batch * network.shape().opponentAction()];
        String state = LemolColumns.episodeState(layout.own(), modelled);
        int units = network.options().inEpLstmDim();
        now = predict(network, parameters, features, ReplayColumn.observation(layout.own()), state, 0, batch);
        next = predict(
                network, parameters, features, ReplayColumn.nextObservation(layout.own()), state, 2 * units, batch);
    }

    private Tensor predict(
            OpponentModelNetwork network,
            Parameters parameters,
            Tensor features,
            String observation,
            String state,
            int stateStart,
            int batch) {
        Tensor present = input(observation, network.shape().observation(), batch);
        if (network.remembersEpisode()) {
            int units = network.options().inEpLstmDim();
            Tensor states = input(state, 4 * units, batch);
            present = network.episode()
                    .apply(
                            plan,
                            parameters,
                            present,
                            plan.columns(states, stateStart, stateStart + units),
                            plan.columns(states, stateStart + units, stateStart + 2 * units))
                    .hidden();
        }
        Tensor headInput = network.followsLearning() ? plan.concat(present, features) : present;
        Tensor logits = network.head().apply(plan, parameters, headInput);
        return plan.softmax(
                logits,
                network.shape().heads().stream().mapToInt(Integer::intValue).toArray());
    }

    private Tensor input(String column, int size, int batch) {
        Tensor tensor = plan.input(batch, size);
        float[] array = new float[batch * size];
        reader.copy(column, array, 0, size);
        inputs.add(tensor);
        values.add(array);
        return tensor;
    }

    /**
     * Predicts for rows of the replay buffer.
     *
     * @param model a snapshot of the same weights
     * @param known what is known of the modelled agent's learning now
     */
    void run(int[] rows, OpponentModelActor model, OpponentModelActor.Memory known) {
        reader.read(rows);
        for (int i = 0; i < inputs.size(); i++) {
            inputs.get(i).set(values.get(i));
        }
        model.learningFeature(known, featureValues);
        feature.set(featureValues);
        plan.run();
    }

    /**
     * Copies the probabilities to some columns of matrices.
     *
     * @param now receives those for the observations of the steps, row by row
     * @param next receives those for the observations after the steps
     * @param start the first column
     * @param stride the number of columns
     */
    void copy(float[] now, float[] next, int start, int stride) {
        copy(this.now, now, start, stride);
        copy(this.next, next, start, stride);
    }

    private void copy(Tensor from, float[] to, int start, int stride) {
        from.get(probabilities);
        for (int row = 0; row < from.rows(); row++) {
            System.arraycopy(probabilities, row * from.columns(), to, row * stride + start, from.columns());
        }
    }
}
