package io.particlearena.math;

import java.util.Arrays;

/**
 * Assigns each of n rows one of n columns so that the total cost is least, in O(n^3) by shortest augmenting paths (Jonker and
 * Volgenant 1987, "A shortest augmenting path algorithm for dense and sparse linear assignment problems").
 *
 * <p>Keeps its memory from call to call and allocates nothing. Not thread-safe.
 */
public final class Assignment {

    private static final int NONE = -1;

    private final int size;
    private final double[] rowPrice;
    private final double[] columnPrice;
    private final double[] shortest;
    private final int[] rowOfColumn;
    private final int[] columnBefore;
    private final boolean[] visited;
    private final int[] columnOfRow;

    /** Memory for problems with so many rows and columns. */
    public Assignment(int size) {
        this.size = size;
        rowPrice = new double[size];
        columnPrice = new double[size];
        shortest = new double[size];
        rowOfColumn = new int[size];
        columnBefore = new int[size];
        visited = new boolean[size];
        columnOfRow = new int[size];
    }

    /**
     * Solves one problem.
     *
     * @param costs by row and column, all finite
     * @return by row, its column; overwritten by the next call
     */
    public int[] solve(double[][] costs) {
        Arrays.fill(rowPrice, 0);
        Arrays.fill(columnPrice, 0);
        Arrays.fill(rowOfColumn, NONE);
        for (int row = 0; row < size; row++) {
            augment(costs, row);
        }
        for (int column = 0; column < size; column++) {
            columnOfRow[rowOfColumn[column]] = column;
        }
        return columnOfRow;
    }

    /** Finds the shortest path from a row without a column to a column without a row, and assigns along it. */
    private void augment(double[][] costs, int start) {
        Arrays.fill(shortest, Double.POSITIVE_INFINITY);
        Arrays.fill(columnBefore, NONE);
        Arrays.fill(visited, false);
        int row = start;
        int column = NONE;
        double length = 0;
        while (row != NONE) {
            int nearest = NONE;
            for (int next = 0; next < size; next++) {
                if (!visited[next]) {
                    double through = length + costs[row][next] - rowPrice[row] - columnPrice[next];
                    if (through < shortest[next]) {
                        shortest[next] = through;
                        columnBefore[next] = column;
                    }
                    if (nearest == NONE || shortest[next] < shortest[nearest]) {
                        nearest = next;
                    }
                }
            }
            column = nearest;
            length = shortest[column];
            visited[column] = true;
            row = rowOfColumn[column];
        }
        changePrices(start, length);
        while (column != NONE) {
            int before = columnBefore[column];
            rowOfColumn[column] = before == NONE ? start : rowOfColumn[before];
            column = before;
        }
    }

    private void changePrices(int start, double length) {
        rowPrice[start] += length;
        for (int column = 0; column < size; column++) {
            if (visited[column]) {
                double change = length - shortest[column];
                columnPrice[column] -= change;
                if (rowOfColumn[column] != NONE) {
                    rowPrice[rowOfColumn[column]] += change;
                }
            }
        }
    }
}
