package io.particlearena.nn;

import org.jspecify.annotations.Nullable;

/**
 * A matrix of floats that a {@link Plan} reads or computes: one row for each member of the batch.
 *
 * <p>Its memory is laid out when the plan is sealed. A tensor that is part of a concatenation, or some columns of another
 * tensor, lives inside of that tensor's memory.
 */
public final class Tensor {

    private final Plan plan;
    private final int rows;
    private final int columns;
    private @Nullable Operation producer;
    private @Nullable Tensor container;
    private int containerRow;
    private int containerColumn;
    private @Nullable Matrix matrix;

    Tensor(Plan plan, int rows, int columns) {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException(
                    "A tensor needs at least one row and one column, not " + rows + " x " + columns);
        }
        this.plan = plan;
        this.rows = rows;
        this.columns = columns;
    }

    /** How many rows it has, one for each member of the batch. */
    public int rows() {
        return rows;
    }

    /** How many numbers each row has. */
    public int columns() {
        return columns;
    }

    /** Fills an input of the plan row by row; the array may be longer than needed. */
    public void set(float[] values) {
        if (producer != null) {
            throw new IllegalStateException("Only an input of a plan can be set");
        }
        requireLength(values);
        plan.seal();
        matrix().put(values);
    }

    /** Copies the values of the latest run row by row into the beginning of {@code target}. */
    public void get(float[] target) {
        requireLength(target);
        plan.seal();
        matrix().get(target);
    }

    /** A copy of the values of the latest run, row by row. */
    public float[] toArray() {
        float[] values = new float[rows * columns];
        get(values);
        return values;
    }

    /** The only number of a 1 x 1 tensor, as of the latest run. */
    public float value() {
        if (rows != 1 || columns != 1) {
            throw new IllegalStateException("A tensor of " + rows + " x " + columns + " is not a single value");
        }
        plan.seal();
        return matrix().get(0, 0);
    }

    private void requireLength(float[] values) {
        if (values.length < rows * columns) {
            throw new IllegalArgumentException("A tensor of " + rows + " x " + columns + " needs " + rows * columns
                    + " numbers, but the array has " + values.length);
        }
    }

    Plan plan() {
        return plan;
    }

    @Nullable
    Operation producer() {
        return producer;
    }

    void producedBy(Operation operation) {
        producer = operation;
    }

    /** Gives the tensor memory that exists already. */
    void bind(Matrix memory) {
        matrix = memory;
    }

    /** Makes the tensor live inside of another, its first number at this row and column. */
    void placeIn(Tensor other, int row, int column) {
        container = other;
        containerRow = row;
        containerColumn = column;
    }

    /** Whether it is still open where the tensor will live. */
    boolean unplaced() {
        return container == null && matrix == null;
    }

    /** The tensor's memory, allocated on first use; only after the plan was sealed, except for parameters. */
    Matrix matrix() {
        if (matrix == null) {
            matrix = container == null
                    ? Matrix.allocate(rows, columns)
                    : container
                            .matrix()
                            .rows(containerRow, containerRow + rows)
                            .columns(containerColumn, containerColumn + columns);
        }
        return matrix;
    }

    boolean sameShape(Tensor other) {
        return rows == other.rows && columns == other.columns;
    }

    void requireSameShape(Tensor other) {
        if (!sameShape(other)) {
            throw new IllegalArgumentException("Tensors of " + rows + " x " + columns + " and " + other.rows + " x "
                    + other.columns + " differ in shape");
        }
    }

    @Override
    public String toString() {
        return "Tensor " + rows + " x " + columns + (producer == null ? "" : " of " + producer.name());
    }
}
