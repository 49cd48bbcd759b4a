package io.particlearena.store;

/** Gives back what a {@link StateWriter} received; every method throws {@link StoreException} where name or type differ. */
public interface StateReader {

    long getLong(String name);

    double getDouble(String name);

    String getString(String name);

    long[] getLongs(String name);

    double[] getDoubles(String name);

    float[] getFloats(String name);

    byte[] getBytes(String name);

    boolean has(String name);

    /** The part {@code name}. */
    StateReader child(String name);

    /** Writes all values and parts to a writer, under the names that they have here. */
    void copyTo(StateWriter out);

    /** Restores a whole object from the part {@code name}. */
    default void get(String name, Stateful part) {
        part.load(child(name));
    }
}
