package io.particlearena.math;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Derives one independent random stream for each named use of a run from the run's single seed.
 *
 * <p>A stream depends on the seed and its name alone, so that adding a listener, drawing a frame or training another
 * policy cannot change what any other use draws. Names in use: {@code world/0}, {@code policy/good}, {@code replay},
 * {@code evaluation}, {@code gui} and so on.
 *
 * @param seed the seed of the run, any 64-bit value
 */
public record RandomStreams(long seed) {

    /** The stream for one use; the same name always yields the same numbers. */
    public RandomStream stream(String name) {
        ByteBuffer digest = ByteBuffer.wrap(sha256(seed, name));
        return new RandomStream(
                new RandomStream.State(digest.getLong(), digest.getLong(), digest.getLong(), digest.getLong()));
    }

    private static byte[] sha256(long seed, String name) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).flip());
            return sha256.digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
