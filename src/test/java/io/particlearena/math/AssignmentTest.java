package io.particlearena.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The assignment must be the best of all permutations. */
final class AssignmentTest {

    @Test
    void costsNoMoreThanAnyPermutation() {
        RandomStream random = RandomStream.ofSeed(1);
        for (int size = 1; size <= 6; size++) {
            Assignment assignment = new Assignment(size);
            for (int trial = 0; trial < 50; trial++) {
                double[][] costs = new double[size][];
                for (int row = 0; row < size; row++) {
                    costs[row] = random.doubles(size).toArray();
                }
                int[] columns = assignment.solve(costs);
                assertThat(Arrays.stream(columns).sorted().distinct().count()).isEqualTo(size);
                assertThat(cost(costs, columns)).isCloseTo(cheapest(costs, 0, 0), within(1e-12));
            }
        }
    }

    private static double cost(double[][] costs, int[] columns) {
        double sum = 0;
        for (int row = 0; row < columns.length; row++) {
            sum += costs[row][columns[row]];
        }
        return sum;
    }

    private static double cheapest(double[][] costs, int row, int usedColumns) {
        if (row == costs.length) {
            return 0;
        }
        double best = Double.POSITIVE_INFINITY;
        for (int column = 0; column < costs.length; column++) {
            if ((usedColumns >> column & 1) == 0) {
                double rest = cheapest(costs, row + 1, usedColumns | 1 << column);
                best = Math.min(best, costs[row][column] + rest);
            }
        }
        return best;
    }
}
