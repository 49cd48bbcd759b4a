package io.particlearena.algo.lemol;

import java.util.Arrays;
import java.util.List;

/** Adds up how often predicted classes were right, and how uncertain the predictions were. */
final class PredictionTally {

    private final int[] heads;
    private final long[] headHits;
    private long count;
    private double entropy;

    PredictionTally(List<Integer> heads) {
        this.heads = heads.stream().mapToInt(Integer::intValue).toArray();
        headHits = new long[this.heads.length];
    }

    void clear() {
        Arrays.fill(headHits, 0);
        count = 0;
        entropy = 0;
    }

    /** Adds one prediction. */
    void add(float[] logits, float[] labels, int start) {
        int from = start;
        for (int head = 0; head < heads.length; head++) {
            int to = from + heads[head];
            boolean right = largest(logits, from, to) == largest(labels, from, to);
            headHits[head] += right ? 1 : 0;
            entropy += entropy(logits, from, to);
            from = to;
        }
        count++;
    }

    /** By head, the share of predictions whose likeliest class was right. */
    List<Double> headAccuracies() {
        return Arrays.stream(headHits).mapToObj(hit -> (double) hit / count).toList();
    }

    double entropy() {
        return entropy / count;
    }

    /** The place of the first largest number. */
    static int largest(float[] values, int from, int to) {
        int best = from;
        for (int i = from + 1; i < to; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }

    private static double entropy(float[] logits, int from, int to) {
        double largest = logits[largest(logits, from, to)];
        double sum = 0;
        double mean = 0;
        for (int i = from; i < to; i++) {
            double distance = logits[i] - largest;
            double weight = Math.exp(distance);
            sum += weight;
            mean += weight * distance;
        }
        return Math.log(sum) - mean / sum;
    }
}
