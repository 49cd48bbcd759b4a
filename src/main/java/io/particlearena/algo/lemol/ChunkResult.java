package io.particlearena.algo.lemol;

import java.util.List;

/**
 * How well an opponent model predicted one chunk, before it learned from it.
 *
 * @param loss what was minimised
 * @param crossEntropy of the prediction with the opponent's actions, summed over heads, mean over steps and members
 * @param tripletLoss the triplet loss without its weight; 0 where it is not used
 * @param accuracy share of steps at which the likeliest class of every head was the opponent's largest
 * @param headAccuracies the same for each head alone
 * @param entropy of the prediction, summed over heads, mean over steps and members
 */
public record ChunkResult(
        double loss,
        double crossEntropy,
        double tripletLoss,
        double accuracy,
        List<Double> headAccuracies,
        double entropy) {

    public ChunkResult {
        headAccuracies = List.copyOf(headAccuracies);
    }
}
