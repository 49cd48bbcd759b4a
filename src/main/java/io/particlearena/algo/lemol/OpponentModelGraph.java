package io.particlearena.algo.lemol;

import static io.particlearena.algo.lemol.OpponentModelNetwork.EPISODE;
import static io.particlearena.algo.lemol.OpponentModelNetwork.LEARNING;
import static io.particlearena.algo.lemol.OpponentModelNetwork.initialCell;
import static io.particlearena.algo.lemol.OpponentModelNetwork.initialHidden;

import io.particlearena.nn.Lstm;
import io.particlearena.nn.Parameters;
import io.particlearena.nn.Plan;
import io.particlearena.nn.RowOperations;
import io.particlearena.nn.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * An opponent model over one chunk of several trajectories, as expressions of a plan, with the inputs that they read.
 *
 * <p>Rows have one of two orders. In the order of steps, row {@code step * members + member} belongs to a step of the chunk;
 * in the order of periods, row {@code (place * periods + period) * members + member} to a place within a period. In the
 * latter all periods are summarised side by side, and rows with a learning feature in common lie a fixed distance apart.
 */
final class OpponentModelGraph {

    private final OpponentModelNetwork network;
    private final Parameters parameters;
    private final Plan plan;
    private final int members;
    private final int periods;
    private final int rows;

    /** Input in the order of periods; not read where the model does not follow the opponent's learning. */
    final Tensor events;
    /** Input in the order of steps where the model remembers the episode, else in that of periods. */
    final Tensor observations;
    /** Input by member: 1 where the chunk is the first of a trajectory. */
    final Tensor trajectoryBegins;
    /** Input in the order of steps: 1 where an episode begins; not read where the model does not remember the episode. */
    final Tensor episodeBegins;

    final StateHandOver learningHandOver;
    final StateHandOver episodeHandOver;

    /** Null where the model does not follow the opponent's learning. */
    final Lstm.@Nullable States learning;
    /** Null where the model does not remember the episode. */
    final Lstm.@Nullable States episode;
    /** The prediction in the order of periods. */
    final Tensor logits;

    OpponentModelGraph(Plan plan, OpponentModelNetwork network, Parameters parameters, int members) {
        this.plan = plan;
        this.network = network;
        this.parameters = parameters;
        this.members = members;
        OpponentModelOptions options = network.options();
        periods = options.chunkLength();
        rows = periods * network.period() * members;
        events = plan.input(rows, network.shape().event());
        observations = plan.input(rows, network.shape().observation());
        trajectoryBegins = plan.input(members, 1);
        episodeBegins = plan.input(rows, 1);
        learningHandOver = new StateHandOver(plan, members, options.lstmHiddenDim());
        episodeHandOver = new StateHandOver(plan, members, options.inEpLstmDim());
        episode = network.remembersEpisode() ? episodeStates() : null;
        learning = network.followsLearning() ? learningStates() : null;
        logits = logits();
    }

    private Lstm.States episodeStates() {
        Lstm.Resets resets =
                new Lstm.Resets(episodeBegins, parameter(initialHidden(EPISODE)), parameter(initialCell(EPISODE)));
        return network.episode()
                .apply(plan, parameters, observations, episodeHandOver.hidden, episodeHandOver.cell, resets);
    }

    private Lstm.States learningStates() {
        Tensor hidden = RowOperations.replace(
                plan, learningHandOver.hidden, trajectoryBegins, parameter(initialHidden(LEARNING)));
        Tensor cell = RowOperations.replace(
                plan, learningHandOver.cell, trajectoryBegins, parameter(network.learningCellSource()));
        return network.learning().apply(plan, parameters, network.summarises() ? summaries() : events, hidden, cell);
    }

    /** One row for each period and member, by period first. */
    private Tensor summaries() {
        int units = network.options().episodeEmbeddingDim() / 2;
        // Inputs that nobody sets are zeros.
        Tensor zeros = plan.input(periods * members, units);
        Tensor forward = network.forwardSummary()
                .apply(plan, parameters, events, zeros, zeros)
                .lastHidden();
        Tensor backward = network.backwardSummary()
                .applyReversed(plan, parameters, events, zeros, zeros)
                .lastHidden();
        return plan.concat(forward, backward);
    }

    private Tensor logits() {
        Tensor present = observations;
        if (episode != null) {
            present = network.period() == 1
                    ? episode.hidden()
                    : RowOperations.exchange(plan, episode.hidden(), periods, network.period());
        }
        if (learning == null) {
            return network.head().apply(plan, parameters, present);
        }
        Tensor features = plan.rows(learning.all(), 0, periods * members);
        if (network.options().freezeAblatedLstm()) {
            features = plan.stopGradient(features);
        }
        return network.head().apply(plan, parameters, present, features);
    }

    private Tensor parameter(String name) {
        return plan.parameter(parameters, name);
    }

    /** The row of a step in the order of steps. */
    int stepRow(int step, int member) {
        return step * members + member;
    }

    /** The row of a step in the order of periods. */
    int periodRow(int step, int member) {
        return (step % network.period() * periods + step / network.period()) * members + member;
    }
}
