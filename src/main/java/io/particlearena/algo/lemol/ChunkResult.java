package io.particlearena.algo.lemol;

import java.util.List;

/**
 * How well an opponent model predicted one chunk, before it learned from it.
 *
 * @param loss what was minimised
 * @param crossEntropy of the prediction with the opponent's actions, summed over heads, mean over steps and members
 * @param tripletLoss the triplet loss without its weight; 0 where it is not used
 * @param headAccuracies by head, the share of steps at which the likeliest class was the opponent's largest
 * @param entropy of the prediction, summed over heads, mean over steps and members
 */
public record ChunkResult(
        double loss, double crossEntropy, double tripletLoss, List<Double> headAccuracies, double entropy) {

    public ChunkResult {
        headAccuracies = List.copyOf(headAccuracies);
    }

    /** The mean of the heads' accuracies. */
    public double accuracy() {
        return headAccuracies.stream().mapToDouble(each -> each).average().orElseThrow();
    }
}
