package io.particlearena.experiment;

import io.particlearena.results.WeightsDigest;
import io.particlearena.store.StateWriter;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The digest of all that policies learned: every float32 array that they save (weights, targets and optimiser moments), by
 * its path {@code POLICY/.../NAME}, in the order of paths.
 */
final class PolicyWeights implements StateWriter {

    private final String path;
    private final SortedMap<String, float[]> arrays;

    private PolicyWeights(String path, SortedMap<String, float[]> arrays) {
        this.path = path;
        this.arrays = arrays;
    }

    /** The digest as hexadecimal digits. */
    static String sha256(Policies policies) {
        PolicyWeights weights = new PolicyWeights("", new TreeMap<>());
        policies.save(weights);
        WeightsDigest digest = new WeightsDigest();
        weights.arrays.forEach(digest::add);
        return digest.hex();
    }

    @Override
    public void putFloats(String name, float[] values) {
        arrays.put(path + name, values.clone());
    }

    @Override
    public StateWriter child(String name) {
        return new PolicyWeights(path + name + "/", arrays);
    }

    @Override
    public void putLong(String name, long value) {
        // Counters are no weights.
    }

    @Override
    public void putDouble(String name, double value) {
        // Settings are no weights.
    }

    @Override
    public void putString(String name, String value) {
        // Settings are no weights.
    }

    @Override
    public void putLongs(String name, long[] values) {
        // Random streams are no weights.
    }

    @Override
    public void putDoubles(String name, double[] values) {
        // Statistics are no weights.
    }

    @Override
    public void putBytes(String name, byte[] values) {
        // Flags are no weights.
    }
}
