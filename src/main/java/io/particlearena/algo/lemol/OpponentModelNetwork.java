package io.particlearena.algo.lemol;

import io.particlearena.nn.Activation;
import io.particlearena.nn.Initialiser;
import io.particlearena.nn.Lstm;
import io.particlearena.nn.Mlp;
import io.particlearena.nn.ParameterLayout;
import java.util.List;

/**
 * The layers of an opponent model; which of them exist depends on the options.
 *
 * <p>With block processing a period's events are summarised by an LSTM in either direction, and the last states of both,
 * side by side, are an input of the LSTM that follows the opponent's learning; without, a period is one step and its event
 * that input. This LSTM's hidden state after period k - 1 is the learning feature of period k. The head predicts from it and
 * from the present observation, or from the state of an LSTM over the present episode's observations.
 *
 * @param options of the model
 * @param shape what it sees and predicts
 * @param period environment steps in a period; 1 without block processing
 */
record OpponentModelNetwork(OpponentModelOptions options, OpponentModelShape shape, int period) {

    static final String LEARNING = "learning";
    static final String EPISODE = "episode";

    private static final List<Integer> HEAD_UNITS = List.of(64, 64);

    OpponentModelNetwork {
        if (period < 1 || (!options.blockProcessing() && period != 1)) {
            throw new IllegalArgumentException("An opponent model cannot have periods of " + period + " steps");
        }
    }

    /** Whether it follows how the opponent learns. */
    boolean followsLearning() {
        return !options.ablateLemolLstm() || options.freezeAblatedLstm();
    }

    /** Whether it summarises periods. */
    boolean summarises() {
        return followsLearning() && options.blockProcessing();
    }

    /** Whether it remembers the present episode's observations. */
    boolean remembersEpisode() {
        return options.recurrentOmPrediction();
    }

    /** The LSTM over a period's events from the first to the last. */
    Lstm forwardSummary() {
        return new Lstm("summary/forward", shape.event(), options.episodeEmbeddingDim() / 2, options.gateActivation());
    }

    /** The LSTM over a period's events from the last to the first. */
    Lstm backwardSummary() {
        return new Lstm("summary/backward", shape.event(), options.episodeEmbeddingDim() / 2, options.gateActivation());
    }

    /** The LSTM that follows how the opponent learns. */
    Lstm learning() {
        int inputs = options.blockProcessing() ? options.episodeEmbeddingDim() : shape.event();
        return new Lstm(LEARNING, inputs, options.lstmHiddenDim(), options.gateActivation());
    }

    /** The LSTM over the present episode's observations. */
    Lstm episode() {
        return new Lstm(EPISODE, shape.observation(), options.inEpLstmDim(), options.gateActivation());
    }

    /** The numbers that the head learns of the present episode. */
    int presentSize() {
        return remembersEpisode() ? options.inEpLstmDim() : shape.observation();
    }

    /** The prediction's logits from the present episode and, behind it, the learning feature. */
    Mlp head() {
        int inputs = presentSize() + (followsLearning() ? options.lstmHiddenDim() : 0);
        return new Mlp("head", inputs, HEAD_UNITS, Activation.RELU, shape.opponentAction());
    }

    /** The name of a layer's learned initial hidden state. */
    static String initialHidden(String layer) {
        return layer + "/initial_hidden";
    }

    /** The name of a layer's learned initial cell state. */
    static String initialCell(String layer) {
        return layer + "/initial_cell";
    }

    /** The name of the parameter that the learning LSTM's cells start from. */
    String learningCellSource() {
        return options.initialCellFromH() ? initialHidden(LEARNING) : initialCell(LEARNING);
    }

    ParameterLayout layout() {
        ParameterLayout.Builder builder = ParameterLayout.builder();
        if (summarises()) {
            builder.add(forwardSummary().layout()).add(backwardSummary().layout());
        }
        if (followsLearning()) {
            builder.add(learning().layout());
            addInitialStates(builder, LEARNING, options.lstmHiddenDim());
        }
        if (remembersEpisode()) {
            builder.add(episode().layout());
            addInitialStates(builder, EPISODE, options.inEpLstmDim());
        }
        return builder.add(head().layout()).build();
    }

    private static void addInitialStates(ParameterLayout.Builder builder, String layer, int units) {
        builder.add(initialHidden(layer), 1, units, Initialiser.zeros());
        builder.add(initialCell(layer), 1, units, Initialiser.zeros());
    }
}
