package io.particlearena.nn;

import org.jspecify.annotations.Nullable;

/** Some neighbouring columns of a tensor, {@code to} exclusive; never empty. */
record ColumnRange(int from, int to) {

    ColumnRange {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("Columns " + from + " to " + to + " are not a range");
        }
    }

    static ColumnRange all(Tensor tensor) {
        return new ColumnRange(0, tensor.columns());
    }

    int width() {
        return to - from;
    }

    ColumnRange shifted(int columns) {
        return new ColumnRange(from + columns, to + columns);
    }

    /** The smallest range that covers both. */
    ColumnRange hull(@Nullable ColumnRange other) {
        return other == null ? this : new ColumnRange(Math.min(from, other.from), Math.max(to, other.to));
    }

    /** What both cover, or null where that is nothing. */
    @Nullable
    ColumnRange overlap(ColumnRange other) {
        int start = Math.max(from, other.from);
        int end = Math.min(to, other.to);
        return start < end ? new ColumnRange(start, end) : null;
    }
}
