package io.particlearena.algo.lemol;

import io.particlearena.nn.DoubleLstm;
import io.particlearena.nn.DoubleMlp;
import io.particlearena.nn.Lstm;
import io.particlearena.nn.Mlp;
import io.particlearena.nn.ParameterLayout;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * An opponent model in double precision that goes through a trajectory step by step, as a reference for tests. Its states
 * stay between chunks.
 */
final class DoubleOpponentModel {

    private final OpponentModelNetwork network;
    private final ParameterLayout layout;
    private final double[] theta;
    private double[] hidden;
    private double[] cell;
    private double[] episodeHidden = {};
    private double[] episodeCell = {};
    private boolean episodeBegins = true;

    DoubleOpponentModel(OpponentModelNetwork network, double[] theta) {
        this.network = network;
        this.layout = network.layout();
        this.theta = theta;
        boolean follows = network.followsLearning();
        hidden = follows ? part("learning/initial_hidden") : new double[0];
        cell = follows ? part(network.learningCellSource()) : new double[0];
    }

    /** A model of other weights that goes on from the states of this one. */
    DoubleOpponentModel withWeights(double[] weights) {
        DoubleOpponentModel model = new DoubleOpponentModel(network, weights);
        model.hidden = hidden;
        model.cell = cell;
        model.episodeHidden = episodeHidden;
        model.episodeCell = episodeCell;
        model.episodeBegins = episodeBegins;
        return model;
    }

    private double[] part(String name) {
        ParameterLayout.Entry entry = layout.entry(name);
        return Arrays.copyOfRange(theta, entry.offset(), entry.offset() + entry.size());
    }

    private double[] part(ParameterLayout layer) {
        int start = layout.entry(layer.entries().get(0).name()).offset();
        return Arrays.copyOfRange(theta, start, start + layer.size());
    }

    /** The logits of each step of a chunk. */
    double[][] predict(double[][] events) {
        double[][] logits = new double[events.length][];
        for (int start = 0; start < events.length; start += network.period()) {
            for (int step = start; step < start + network.period(); step++) {
                logits[step] = logits(events[step]);
            }
            follow(Arrays.copyOfRange(events, start, start + network.period()));
        }
        return logits;
    }

    double[] learningFeature() {
        return hidden;
    }

    private double[] logits(double[] event) {
        OpponentModelShape shape = network.shape();
        double[] present =
                Arrays.copyOfRange(event, shape.opponentAction(), shape.opponentAction() + shape.observation());
        if (network.remembersEpisode()) {
            if (episodeBegins) {
                episodeHidden = part("episode/initial_hidden");
                episodeCell = part("episode/initial_cell");
            }
            double[][] states = step(network.episode(), present, episodeHidden, episodeCell);
            episodeHidden = states[0];
            episodeCell = states[1];
            present = episodeHidden;
        }
        episodeBegins = event[event.length - 1] != 0;
        double[] input = Arrays.copyOf(present, present.length + hidden.length);
        System.arraycopy(hidden, 0, input, present.length, hidden.length);
        Mlp head = network.head();
        return new DoubleMlp(head).apply(part(head.layout()), input);
    }

    private void follow(double[][] period) {
        if (!network.followsLearning()) {
            return;
        }
        double[] input = period[0];
        if (network.summarises()) {
            List<double[]> backwards = Arrays.asList(period.clone());
            Collections.reverse(backwards);
            double[] forward = last(network.forwardSummary(), period);
            double[] backward = last(network.backwardSummary(), backwards.toArray(new double[0][]));
            input = Arrays.copyOf(forward, forward.length + backward.length);
            System.arraycopy(backward, 0, input, forward.length, backward.length);
        }
        double[][] states = step(network.learning(), input, hidden, cell);
        hidden = states[0];
        cell = states[1];
    }

    private double[] last(Lstm layer, double[][] sequence) {
        int units = layer.units();
        double[] states =
                new DoubleLstm(layer).run(part(layer.layout()), sequence, new double[units], new double[units]);
        return Arrays.copyOfRange(states, (sequence.length - 1) * units, sequence.length * units);
    }

    private double[][] step(Lstm layer, double[] input, double[] before, double[] cellBefore) {
        int units = layer.units();
        double[] states = new DoubleLstm(layer).run(part(layer.layout()), new double[][] {input}, before, cellBefore);
        return new double[][] {Arrays.copyOf(states, units), Arrays.copyOfRange(states, units, 2 * units)};
    }

    /** The mean cross-entropy over a chunk, heads added up. */
    double crossEntropy(double[][] events) {
        double[][] logits = predict(events);
        double sum = 0;
        for (int step = 0; step < events.length; step++) {
            int from = 0;
            for (int size : network.shape().heads()) {
                double normaliser = 0;
                for (int i = from; i < from + size; i++) {
                    normaliser += Math.exp(logits[step][i]);
                }
                for (int i = from; i < from + size; i++) {
                    sum += events[step][i] * (Math.log(normaliser) - logits[step][i]);
                }
                from += size;
            }
        }
        return sum / events.length;
    }
}
