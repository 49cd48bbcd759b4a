package io.particlearena.algo.lemol;

import io.particlearena.algo.maddpg.LearningRates;
import io.particlearena.algo.maddpg.Predictions;
import io.particlearena.algo.maddpg.SeatDesign;
import io.particlearena.algo.maddpg.SeatLearner;
import io.particlearena.algo.parts.Critic;
import io.particlearena.algo.parts.JointReplay;
import io.particlearena.algo.parts.MetricSink;
import io.particlearena.algo.parts.NetworkSink;
import io.particlearena.algo.parts.Policy;
import io.particlearena.algo.parts.PolicyContext;
import io.particlearena.algo.parts.ReplayColumn;
import io.particlearena.algo.parts.TargetActions;
import io.particlearena.env.ActionHead;
import io.particlearena.env.AgentSpec;
import io.particlearena.env.ObservationPart.Elements;
import io.particlearena.nn.MlpActor;
import io.particlearena.nn.Tensor;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.store.Stateful;
import java.util.ArrayList;
import java.util.List;

/**
 * What one seat of LeMOL learns by reinforcement: MADDPG's networks and update, with a policy that sees its observation and
 * then what each modelled agent is predicted to do, by seat.
 *
 * <p>Predictions are data: nothing that this learns changes who makes them. A seat that models nobody is MADDPG's.
 *
 * <p>For its target action the predictions are the modelled agents' target actions, see {@link TargetActions}; so MADDPG's
 * critics learn of a LeMOL agent that foresees what their own agent's target policy does.
 */
public final class LemolLearner implements Stateful {

    private final Predictions predictions;
    private final SeatLearner learner;
    private final JointReplay replay;
    private final List<String> columns = new ArrayList<>();
    private final List<float[]> columnValues = new ArrayList<>();

    /**
     * @param options LeMOL's, of which those of the opponent model do not matter here
     * @param context of the seat's policy, whose replay buffer has the columns {@link #columns}
     * @param seat the agent that learns
     * @param modelled the agents that it models, ascending; their heads must be categorical
     * @param rates the options that may change, shared with the policy's other seats
     */
    public LemolLearner(
            LemolOptions options, PolicyContext context, int seat, List<Integer> modelled, LearningRates rates) {
        Centralisation centralisation = options.centralisation();
        List<AgentSpec> agents = context.agents();
        modelled.forEach(other -> requirePredictable(agents, seat, other));
        predictions = new Predictions(
                agents, modelled, options.predictsAnew(), centralisation == Centralisation.FULLY_DECENTRALISED);
        learner = new SeatLearner(
                new SeatDesign(
                        options.core(),
                        seat,
                        centralisation.view(agents, seat, modelled),
                        predictions,
                        options.logOmInfluence()),
                context,
                rates);
        replay = context.replay();
        for (ReplayColumn column : columns(seat, modelled, agents, options.predictsAnew())) {
            columns.add(column.name());
            columnValues.add(new float[column.size()]);
        }
    }

    private static void requirePredictable(List<AgentSpec> agents, int seat, int other) {
        AgentSpec agent = agents.get(other);
        if (other == seat) {
            throw new IllegalArgumentException("Agent " + agent.name() + " cannot model itself.");
        }
        if (!agent.actions().stream().allMatch(head -> head.kind() == ActionHead.Kind.CATEGORICAL)) {
            throw new IllegalArgumentException("Agent " + agent.name()
                    + " cannot be modelled, since only categorical actions are predicted; another action mode of the"
                    + " scenario may help.");
        }
    }

    /** The further columns of the replay buffer that a seat needs: what it predicted in play, unless it predicts anew. */
    public static List<ReplayColumn> columns(
            int seat, List<Integer> modelled, List<AgentSpec> agents, boolean predictsAnew) {
        return predictsAnew
                ? List.of()
                : modelled.stream()
                        .map(other -> new ReplayColumn(
                                Predictions.column(seat, other),
                                Elements.FLOAT32,
                                agents.get(other).actionSize()))
                        .toList();
    }

    /** The agents modelled, ascending; the seat's target action depends on theirs. */
    public List<Integer> modelled() {
        return predictions.seats();
    }

    /** Numbers in the predictions of all modelled agents. */
    public int predictionSize() {
        return predictions.size();
    }

    /** The first number of a modelled agent's prediction among those of all. */
    public int predictionStart(int other) {
        return predictions.start(other);
    }

    /**
     * States who plays the other seats.
     *
     * @throws IllegalArgumentException if target actions are needed of one that cannot tell them
     */
    public void connect(List<Policy> policyOfSeat) {
        learner.connect(policyOfSeat);
    }

    /** Keeps the predictions on which the seat acted with the newest step of the replay buffer. Allocates nothing. */
    public void keep(float[] prediction) {
        int from = 0;
        for (int i = 0; i < columns.size(); i++) {
            float[] values = columnValues.get(i);
            System.arraycopy(prediction, from, values, 0, values.length);
            replay.put(columns.get(i), values);
            from += values.length;
        }
    }

    /**
     * Learns from sampled steps.
     *
     * @param source asked only where predictions are made anew
     */
    public void update(PredictionSource source, MetricSink metrics) {
        int[] rows = learner.drawRows();
        if (predictions.supplied() && !modelled().isEmpty()) {
            source.predict(rows, learner.suppliedPredictions(), learner.suppliedNextPredictions());
        }
        learner.update(rows, metrics);
    }

    /** Shows policy and critic, and the gradients of the latest update. */
    void showNetworks(NetworkSink sink) {
        learner.showNetworks(sink);
    }

    /**
     * The mean square of the gradient of the summed policy outputs with respect to the predictions, as of the latest update.
     */
    public double influence() {
        return learner.influence();
    }

    /** Makes the outcome of the latest update visible to others: target networks and {@link #snapshot}. */
    public void commit() {
        learner.commit();
    }

    /** The policy as of the latest commit: its input is the observation and then all predictions. For any thread. */
    public MlpActor snapshot() {
        return learner.snapshot();
    }

    /** The critic as of the latest commit. For any thread. */
    public Critic critic() {
        return learner.critic();
    }

    /** Appends what the target policy would do. */
    public Tensor appendTargetAction(TargetActions actions) {
        return learner.appendTargetAction(actions);
    }

    /** Forgets everything learned. */
    public void restart() {
        learner.restart();
    }

    @Override
    public void save(StateWriter out) {
        learner.save(out);
    }

    @Override
    public void load(StateReader in) {
        learner.load(in);
    }
}
