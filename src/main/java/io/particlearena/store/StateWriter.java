package io.particlearena.store;

/** Receives typed, named arrays and scalars; names are unique within a writer, children are separate name spaces. */
public interface StateWriter {

    void putLong(String name, long value);

    void putDouble(String name, double value);

    void putString(String name, String value);

    /** Stores a copy of the array. */
    void putLongs(String name, long[] values);

    /** Stores a copy of the array. */
    void putDoubles(String name, double[] values);

    /** Stores a copy of the array. */
    void putFloats(String name, float[] values);

    /** Stores a copy of the array. */
    void putBytes(String name, byte[] values);

    /** A writer for the part {@code name}, whose names do not meet those of this one. */
    StateWriter child(String name);

    /** Writes a whole object as the part {@code name}. */
    default void put(String name, Stateful part) {
        part.save(child(name));
    }
}
