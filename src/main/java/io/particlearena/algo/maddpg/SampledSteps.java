package io.particlearena.algo.maddpg;

import io.particlearena.algo.parts.JointReplay;
import io.particlearena.algo.parts.ReplayColumn;
import io.particlearena.algo.parts.ReplayReader;
import io.particlearena.env.AgentSpec;
import io.particlearena.nn.Plan;
import io.particlearena.nn.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sampled steps as inputs of one seat's update plan. */
final class SampledSteps {

    private final Plan plan;
    private final SeatDesign design;
    private final ReplayReader reader;
    private final int batch;
    private final boolean timeLimitAsTerminal;
    private final List<Input> inputs = new ArrayList<>();
    private final Input joint;
    private final Input nextObservations;
    private final Input reward;
    private final Input proceed;
    private final List<Input> predictions = new ArrayList<>();
    private final Map<Integer, Tensor> furtherNextObservations = new HashMap<>();
    private final float[] endRows;

    /** An input of the plan and what it is filled with, row by row. */
    private final class Input {
        private final int width;
        private final Tensor tensor;
        private final float[] rows;

        Input(int width) {
            this.width = width;
            tensor = plan.input(batch, width);
            rows = new float[batch * width];
            inputs.add(this);
        }

        Input reading(String column, int at) {
            reader.copy(column, rows, at, width);
            return this;
        }
    }

    SampledSteps(Plan plan, SeatDesign design, JointReplay replay) {
        this.plan = plan;
        this.design = design;
        reader = new ReplayReader(replay);
        batch = design.options().batchSize();
        timeLimitAsTerminal = design.options().timeLimitAsTerminal();
        endRows = new float[2 * batch];
        CriticView view = design.view();
        joint = new Input(view.size());
        nextObservations = new Input(view.observationSize());
        reward = new Input(1).reading(ReplayColumn.reward(design.seat()), 0);
        proceed = new Input(1);
        view.observed().forEach(seat -> joint.reading(ReplayColumn.observation(seat), view.observationStart(seat)));
        view.acting().forEach(seat -> joint.reading(ReplayColumn.action(seat), view.actionStart(seat)));
        view.observed()
                .forEach(seat ->
                        nextObservations.reading(ReplayColumn.nextObservation(seat), view.observationStart(seat)));
        reader.copy(ReplayColumn.TERMINATED, endRows, 0, 2).copy(ReplayColumn.TRUNCATED, endRows, 1, 2);
        addPredictions();
    }

    private void addPredictions() {
        Predictions predicted = design.predictions();
        if (predicted.seats().isEmpty()) {
            return;
        }
        Input now = new Input(predicted.size());
        predictions.add(now);
        if (predicted.supplied()) {
            predictions.add(new Input(predicted.size()));
        } else {
            predicted
                    .seats()
                    .forEach(seat -> now.reading(Predictions.column(design.seat(), seat), predicted.start(seat)));
        }
    }

    /** What the critic sees of the steps as they were. */
    Tensor joint() {
        return joint.tensor;
    }

    /** What all agents that the critic observes observed after the steps. */
    Tensor nextObservations() {
        return nextObservations.tensor;
    }

    /** What an agent observed after the steps, also one that the critic does not observe. */
    Tensor nextObservation(int seat) {
        CriticView view = design.view();
        AgentSpec agent = view.agents().get(seat);
        if (view.observed().contains(seat)) {
            int from = view.observationStart(seat);
            return plan.columns(nextObservations.tensor, from, from + agent.observationSize());
        }
        return furtherNextObservations.computeIfAbsent(
                seat,
                added -> new Input(agent.observationSize()).reading(ReplayColumn.nextObservation(added), 0).tensor);
    }

    /** What the seat got. */
    Tensor reward() {
        return reward.tensor;
    }

    /** 1 where the episode went on after the step, 0 where it ended. */
    Tensor proceed() {
        return proceed.tensor;
    }

    /** What the seat's policy sees: its observation and predictions at the steps. */
    Tensor policyInput() {
        CriticView view = design.view();
        int from = view.observationStart(design.seat());
        int size = view.agents().get(design.seat()).observationSize();
        return withPrediction(plan.columns(joint.tensor, from, from + size), 0);
    }

    /** The same after the steps, where predictions are supplied. */
    Tensor nextPolicyInput() {
        return withPrediction(nextObservation(design.seat()), 1);
    }

    private Tensor withPrediction(Tensor observation, int later) {
        return predictions.isEmpty() ? observation : plan.concat(observation, predictions.get(later).tensor);
    }

    /** What another agent is predicted to do. */
    Tensor prediction(int seat) {
        return prediction(seat, 0);
    }

    /** What another agent is predicted to do after the steps, where predictions are supplied. */
    Tensor nextPrediction(int seat) {
        return prediction(seat, 1);
    }

    private Tensor prediction(int seat, int later) {
        Predictions predicted = design.predictions();
        return plan.columns(predictions.get(later).tensor, predicted.start(seat), predicted.end(seat));
    }

    /** Where supplied predictions at the steps, or after them if {@code later} is 1, are to be written, row by row. */
    float[] suppliedPredictions(int later) {
        return predictions.get(later).rows;
    }

    /** Copies the given rows of the replay buffer, and predictions supplied, into the inputs. */
    void fill(int[] rows) {
        reader.read(rows);
        for (int i = 0; i < batch; i++) {
            boolean terminated = endRows[2 * i] != 0;
            boolean truncated = endRows[2 * i + 1] != 0;
            proceed.rows[i] = terminated || (truncated && timeLimitAsTerminal) ? 0 : 1;
        }
        for (Input input : inputs) {
            input.tensor.set(input.rows);
        }
    }

    /** The mean reward of the steps. */
    double meanReward() {
        double sum = 0;
        for (float value : reward.rows) {
            sum += value;
        }
        return sum / batch;
    }
}
