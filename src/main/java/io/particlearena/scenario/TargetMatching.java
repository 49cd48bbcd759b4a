package io.particlearena.scenario;

import io.particlearena.math.Assignment;
import io.particlearena.world.ParticleWorld;

/**
 * The distances of agents to as many targets, each agent at a target of its own so that they add up to the least. Shared by
 * {@link SimpleFormation} and {@link SimpleLine}.
 */
final class TargetMatching {

    /** Every agent nearer to its target than this: the task is done. */
    private static final double REACHED = 0.05;

    private static final double LARGEST = 2;

    private final double[] targetX;
    private final double[] targetY;
    private final double[][] costs;
    private final Assignment assignment;
    private final double[] distances;

    TargetMatching(int agents) {
        targetX = new double[agents];
        targetY = new double[agents];
        costs = new double[agents][agents];
        assignment = new Assignment(agents);
        distances = new double[agents];
    }

    /** The targets' positions, to be set before {@link #match}. */
    double[] targetX() {
        return targetX;
    }

    /** The targets' positions, to be set before {@link #match}. */
    double[] targetY() {
        return targetY;
    }

    /** Matches agents with targets in the world's present state. */
    void match(ParticleWorld world) {
        for (int agent = 0; agent < costs.length; agent++) {
            for (int target = 0; target < costs.length; target++) {
                double apartX = world.x()[agent] - targetX[target];
                double apartY = world.y()[agent] - targetY[target];
                costs[agent][target] = Math.sqrt(apartX * apartX + apartY * apartY);
            }
        }
        int[] targets = assignment.solve(costs);
        for (int agent = 0; agent < costs.length; agent++) {
            distances[agent] = costs[agent][targets[agent]];
        }
    }

    /** Pays the team minus the mean distance, no distance counting for more than 2, and counts who is there. */
    void score(Score score) {
        double sum = 0;
        for (int agent = 0; agent < distances.length; agent++) {
            sum += Math.min(distances[agent], LARGEST);
            score.events()[agent][0] = distances[agent] < REACHED ? 1 : 0;
        }
        score.team()[0] = -(sum / distances.length);
    }

    /** Whether every agent is at its target. */
    boolean reached() {
        for (double distance : distances) {
            if (distance >= REACHED) {
                return false;
            }
        }
        return true;
    }
}
