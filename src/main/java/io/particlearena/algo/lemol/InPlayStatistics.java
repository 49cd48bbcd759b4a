package io.particlearena.algo.lemol;

import io.particlearena.algo.parts.MetricSink;
import io.particlearena.env.ActionHead;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.store.Stateful;
import io.particlearena.store.StoreException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How well one agent's actions are predicted in play: share of steps at which the likeliest class was the one taken,
 * cross-entropy -sum p log q of the action p with the prediction q, entropy of the prediction, and the accuracy that the best
 * predictor could reach, the mean of the agent's own largest probability. Several heads are averaged for shares, which are
 * reported for each head too, and summed for entropies.
 */
final class InPlayStatistics implements Stateful {

    private static final int CROSS_ENTROPY = 0;
    private static final int ENTROPY = 1;
    private static final int CEILING = 2;
    private static final int SUMS = 3;

    /** Reports of the accuracy by step of the episode come this many times more rarely. */
    private static final int PROFILE_INTERVAL = 100;

    /** Beyond this step of the episode accuracies are not told apart. */
    private static final int LONGEST_PROFILE = 100;

    private static final double LEAST_PROBABILITY = 1e-30;

    private final String name;
    private final List<ActionHead> heads;
    private final boolean published;
    private final double[] sums = new double[SUMS];
    private final double[] headHits;
    private final double[] correctAtStep;
    private final double[] countAtStep;
    private long count;
    private long ceilings;
    private long reports;

    /**
     * @param name of the modelled agent
     * @param heads of its action
     * @param maxEpisodeLength in steps
     * @param published whether the cross-entropy is that of LeMOL's program: sum p log softmax(q)
     */
    InPlayStatistics(String name, List<ActionHead> heads, int maxEpisodeLength, boolean published) {
        this.name = name;
        this.heads = List.copyOf(heads);
        this.published = published;
        headHits = new double[heads.size()];
        correctAtStep = new double[Math.min(maxEpisodeLength, LONGEST_PROFILE)];
        countAtStep = new double[correctAtStep.length];
    }

    /**
     * Adds a step. Allocates nothing.
     *
     * @param step of the episode, from 0
     * @param prediction starts at {@code from}
     * @param action as executed
     * @param probabilities with which it was chosen, or null if that is not known
     */
    void add(int step, float[] prediction, int from, double[] action, double @Nullable [] probabilities) {
        int start = 0;
        double hits = 0;
        double ceiling = 0;
        for (int head = 0; head < heads.size(); head++) {
            int end = start + heads.get(head).size();
            int likeliest = start;
            int taken = start;
            double largest = 0;
            for (int i = start; i < end; i++) {
                double q = Math.max(prediction[from + i], LEAST_PROBABILITY);
                sums[CROSS_ENTROPY] -= published ? 0 : action[i] * Math.log(q);
                sums[ENTROPY] -= q * Math.log(q);
                likeliest = prediction[from + i] > prediction[from + likeliest] ? i : likeliest;
                taken = action[i] > action[taken] ? i : taken;
                largest = probabilities == null ? 0 : Math.max(largest, probabilities[i]);
            }
            sums[CROSS_ENTROPY] += published ? publishedCrossEntropy(prediction, from, action, start, end) : 0;
            headHits[head] += likeliest == taken ? 1 : 0;
            hits += likeliest == taken ? 1 : 0;
            ceiling += largest / heads.size();
            start = end;
        }
        count++;
        if (probabilities != null) {
            sums[CEILING] += ceiling;
            ceilings++;
        }
        if (step < correctAtStep.length) {
            correctAtStep[step] += hits / heads.size();
            countAtStep[step]++;
        }
    }

    private static double publishedCrossEntropy(float[] prediction, int from, double[] action, int start, int end) {
        double weighted = 0;
        double weights = 0;
        double exponentials = 0;
        for (int i = start; i < end; i++) {
            weighted += action[i] * prediction[from + i];
            weights += action[i];
            exponentials += Math.exp(prediction[from + i]);
        }
        return weighted - weights * Math.log(exponentials);
    }

    /** The number of steps since the last report. */
    long count() {
        return count;
    }

    /** Reports the means since the last report. */
    void report(MetricSink metrics) {
        if (count == 0) {
            return;
        }
        metrics.put("in_play_accuracy/" + name, Arrays.stream(headHits).sum() / (count * heads.size()));
        for (int head = 0; heads.size() > 1 && head < heads.size(); head++) {
            metrics.put("in_play_accuracy/" + name + "/" + heads.get(head).name(), headHits[head] / count);
        }
        metrics.put("in_play_cross_entropy/" + name, sums[CROSS_ENTROPY] / count);
        metrics.put("in_play_entropy/" + name, sums[ENTROPY] / count);
        if (ceilings > 0) {
            metrics.put("in_play_accuracy_ceiling/" + name, sums[CEILING] / ceilings);
        }
        forgetSums();
        reports++;
        if (reports % PROFILE_INTERVAL == 0) {
            reportProfile(metrics);
        }
    }

    private void reportProfile(MetricSink metrics) {
        double[] byStep = new double[correctAtStep.length];
        int length = 0;
        for (int step = 0; step < correctAtStep.length; step++) {
            if (countAtStep[step] > 0) {
                length = step + 1;
                byStep[step] = correctAtStep[step] / countAtStep[step];
                metrics.put(String.format(Locale.ROOT, "in_play_accuracy_at_step/%s/%02d", name, step), byStep[step]);
            }
            correctAtStep[step] = 0;
            countAtStep[step] = 0;
        }
        metrics.profile("in_play_accuracy_profile/" + name, Arrays.copyOf(byStep, length));
    }

    /** Forgets everything, for a new trajectory. */
    void clear() {
        forgetSums();
        Arrays.fill(correctAtStep, 0);
        Arrays.fill(countAtStep, 0);
        reports = 0;
    }

    private void forgetSums() {
        Arrays.fill(sums, 0);
        Arrays.fill(headHits, 0);
        count = 0;
        ceilings = 0;
    }

    @Override
    public void save(StateWriter out) {
        out.putDoubles("sums", sums);
        out.putDoubles("head_hits", headHits);
        out.putDoubles("correct_at_step", correctAtStep);
        out.putDoubles("count_at_step", countAtStep);
        out.putLongs("counts", new long[] {count, ceilings, reports});
    }

    @Override
    public void load(StateReader in) {
        copy(in.getDoubles("sums"), sums);
        copy(in.getDoubles("head_hits"), headHits);
        copy(in.getDoubles("correct_at_step"), correctAtStep);
        copy(in.getDoubles("count_at_step"), countAtStep);
        long[] counts = in.getLongs("counts");
        count = counts[0];
        ceilings = counts[1];
        reports = counts[2];
    }

    private static void copy(double[] from, double[] to) {
        if (from.length != to.length) {
            throw new StoreException("The stored statistics of predictions have another length.");
        }
        System.arraycopy(from, 0, to, 0, to.length);
    }
}
