package io.particlearena.results;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * One number for all weights of a run, equal for two runs exactly if every bit of every weight agrees.
 *
 * <p>SHA-256 over the networks in the order in which they are added, each as uint32 length of its name in bytes, the name in
 * UTF-8, int64 number of weights, then the weights as float32, all little-endian.
 */
public final class WeightsDigest {

    private final MessageDigest sha256 = Digests.sha256();

    /** Adds the weights of one network. */
    public void add(String name, float[] weights) {
        byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer head = ByteBuffer.allocate(Integer.BYTES + nameBytes.length + Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(nameBytes.length)
                .put(nameBytes)
                .putLong(weights.length);
        sha256.update(head.flip());
        ByteBuffer body = ByteBuffer.allocate(Math.multiplyExact(weights.length, Float.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        body.asFloatBuffer().put(weights);
        sha256.update(body);
    }

    /** The digest of all that was added, as 64 hexadecimal digits; nothing can be added afterwards. */
    public String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
