package io.particlearena.nn;

import java.util.Arrays;

/** Expressions that choose and rearrange rows. */
public final class RowOperations {

    private RowOperations() {}

    /**
     * Rows of a tensor, any of them any number of times.
     *
     * @param rows the numbers of the rows, read at every run, so that their owner may change them in between
     */
    public static Tensor gather(Plan plan, Tensor source, int[] rows) {
        return plan.array(new Gather(rows, source.rows(), source.columns()), rows.length, source.columns(), source);
    }

    /**
     * Rows of which some are replaced by a row that all of these have in common.
     *
     * @param where one number for each row: 1 where it is replaced, else 0; no gradient flows to it
     */
    public static Tensor replace(Plan plan, Tensor rows, Tensor where, Tensor replacement) {
        if (where.rows() != rows.rows()
                || where.columns() != 1
                || replacement.rows() != 1
                || replacement.columns() != rows.columns()) {
            throw new IllegalArgumentException("To replace rows of " + rows
                    + " needs a number for each and one row of the same width, not " + where + " and " + replacement);
        }
        return plan.array(
                new Replace(rows.rows(), rows.columns()), rows.rows(), rows.columns(), rows, where, replacement);
    }

    /**
     * Exchanges two orders: rows that are ordered by an outer number, then an inner one, then the member of a batch are
     * ordered by the inner number first.
     */
    public static Tensor exchange(Plan plan, Tensor rows, int outer, int inner) {
        if (rows.rows() % (outer * inner) != 0) {
            throw new IllegalArgumentException(
                    rows.rows() + " rows cannot be ordered by numbers up to " + outer + " and " + inner);
        }
        int block = rows.rows() / (outer * inner) * rows.columns();
        return plan.array(new Exchange(outer, inner, block), rows.rows(), rows.columns(), rows);
    }

    /** The values go one way, the gradients are added up on the way back. */
    private static final class Gather implements ArrayOperation.Kernel {
        private final int[] rows;
        private final int sourceRows;
        private final int columns;

        Gather(int[] rows, int sourceRows, int columns) {
            this.rows = rows;
            this.sourceRows = sourceRows;
            this.columns = columns;
        }

        @Override
        public void forward(float[][] inputs, float[] output, int size) {
            for (int i = 0; i < rows.length; i++) {
                if (rows[i] < 0 || rows[i] >= sourceRows) {
                    throw new IndexOutOfBoundsException("There is no row " + rows[i] + " of " + sourceRows);
                }
                System.arraycopy(inputs[0], rows[i] * columns, output, i * columns, columns);
            }
        }

        @Override
        public void backward(int input, float[][] inputs, float[] output, float[] gradient, float[] result, int size) {
            Arrays.fill(result, 0, size, 0f);
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < columns; j++) {
                    result[rows[i] * columns + j] += gradient[i * columns + j];
                }
            }
        }

        @Override
        public String label() {
            return "choice of rows";
        }
    }

    /** Inputs: the rows, where to replace them, the row that replaces. */
    private record Replace(int rows, int columns) implements ArrayOperation.Kernel {

        private static final int REPLACEMENT = 2;

        @Override
        public String label() {
            return "replacement of rows";
        }

        @Override
        public boolean differentiable(int input) {
            return input != 1;
        }

        @Override
        public void forward(float[][] inputs, float[] output, int size) {
            for (int start = 0; start < size; start += columns) {
                boolean replaced = inputs[1][start / columns] != 0;
                System.arraycopy(
                        replaced ? inputs[REPLACEMENT] : inputs[0], replaced ? 0 : start, output, start, columns);
            }
        }

        @Override
        public void backward(int input, float[][] inputs, float[] output, float[] gradient, float[] result, int size) {
            float[] where = inputs[1];
            boolean toReplacement = input == REPLACEMENT;
            Arrays.fill(result, 0, size, 0f);
            for (int row = 0; row < rows; row++) {
                if (where[row] != 0 == toReplacement) {
                    int target = toReplacement ? 0 : row * columns;
                    for (int j = 0; j < columns; j++) {
                        result[target + j] += gradient[row * columns + j];
                    }
                }
            }
        }
    }

    /** Blocks of {@code block} numbers, as elements of a matrix that is transposed. */
    private record Exchange(int outer, int inner, int block) implements ArrayOperation.Kernel {

        @Override
        public String label() {
            return "exchange of orders of rows";
        }

        @Override
        public void forward(float[][] inputs, float[] output, int size) {
            transpose(inputs[0], outer, inner, output);
        }

        @Override
        public void backward(int input, float[][] inputs, float[] output, float[] gradient, float[] result, int size) {
            transpose(gradient, inner, outer, result);
        }

        private void transpose(float[] from, int rows, int columns, float[] to) {
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    System.arraycopy(from, (row * columns + column) * block, to, (column * rows + row) * block, block);
                }
            }
        }
    }
}
