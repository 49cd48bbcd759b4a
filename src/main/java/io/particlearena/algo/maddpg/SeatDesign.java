package io.particlearena.algo.maddpg;

/**
 * What one seat's networks see.
 *
 * @param options sizes and constants
 * @param seat the agent
 * @param view what the critic sees; at least the seat itself
 * @param predictions what the policy sees besides the agent's observation
 * @param measuresInfluence whether to measure how strongly the predictions move the policy's outputs
 */
public record SeatDesign(
        MaddpgOptions options, int seat, CriticView view, Predictions predictions, boolean measuresInfluence) {

    SeatDesign(MaddpgOptions options, int seat, CriticView view, Predictions predictions) {
        this(options, seat, view, predictions, false);
    }
}
