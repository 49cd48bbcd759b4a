package io.particlearena.nn;

import java.util.ArrayList;
import java.util.List;

/** Which named matrices lie where in a flat vector of parameters, and how they are initialised. */
public final class ParameterLayout {

    /**
     * One matrix; a bias is a matrix of one row.
     *
     * @param name unique in the layout
     * @param offset of its first number in the flat vector
     */
    public record Entry(String name, int rows, int columns, Initialiser initialiser, int offset) {
        /** How many numbers the matrix has. */
        public int size() {
            return rows * columns;
        }
    }

    private final List<Entry> entries;
    private final int size;

    private ParameterLayout(List<Entry> entries, int size) {
        this.entries = List.copyOf(entries);
        this.size = size;
    }

    /** A layout without matrices yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** All matrices, in order of their offsets, without gaps. */
    public List<Entry> entries() {
        return entries;
    }

    /** The number of parameters. */
    public int size() {
        return size;
    }

    /** The matrix of this name. */
    public Entry entry(String name) {
        for (Entry entry : entries) {
            if (entry.name().equals(name)) {
                return entry;
            }
        }
        throw new IllegalArgumentException("There is no parameter '" + name + "'; there are "
                + entries.stream().map(Entry::name).toList());
    }

    /** Whether both lay out matrices of the same shapes in the same order. */
    boolean matches(ParameterLayout other) {
        if (entries.size() != other.entries.size()) {
            return false;
        }
        for (int i = 0; i < entries.size(); i++) {
            Entry a = entries.get(i);
            Entry b = other.entries.get(i);
            if (a.rows() != b.rows() || a.columns() != b.columns()) {
                return false;
            }
        }
        return true;
    }

    /** Collects matrices. */
    public static final class Builder {
        private final List<Entry> entries = new ArrayList<>();
        private int size;

        private Builder() {}

        /** Appends a {@code rows x columns} matrix, whose name no other one of the layout may have. */
        public Builder add(String name, int rows, int columns, Initialiser initialiser) {
            if (rows < 1 || columns < 1) {
                throw new IllegalArgumentException(
                        "Parameter '" + name + "' needs at least one row and column, not " + rows + " x " + columns);
            }
            if (entries.stream().anyMatch(entry -> entry.name().equals(name))) {
                throw new IllegalArgumentException("There are two parameters '" + name + "'");
            }
            entries.add(new Entry(name, rows, columns, initialiser, size));
            size = Math.addExact(size, Math.multiplyExact(rows, columns));
            return this;
        }

        /** Appends all matrices of another layout. */
        public Builder add(ParameterLayout other) {
            for (Entry entry : other.entries()) {
                add(entry.name(), entry.rows(), entry.columns(), entry.initialiser());
            }
            return this;
        }

        /** The layout of all matrices that were added, at least one. */
        public ParameterLayout build() {
            if (entries.isEmpty()) {
                throw new IllegalArgumentException("A layout needs at least one parameter");
            }
            return new ParameterLayout(entries, size);
        }
    }
}
