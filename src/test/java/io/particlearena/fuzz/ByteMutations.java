package io.particlearena.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Changes that need not know what the bytes mean. */
public final class ByteMutations {

    private static final long[] EXTREMES = {
        0,
        1,
        -1,
        0x7f,
        0x80,
        0xff,
        0x7fff,
        0xffff,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        0xffffffffL,
        1L << 40,
        Long.MAX_VALUE,
        Long.MIN_VALUE
    };

    private ByteMutations() {}

    /** One to three changes. */
    public static byte[] any(byte[] whole, SplittableRandom random) {
        byte[] bytes = whole.clone();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            bytes = one(bytes, random);
        }
        return bytes;
    }

    private static byte[] one(byte[] bytes, SplittableRandom random) {
        if (bytes.length == 0) {
            return new byte[] {(byte) random.nextInt(256)};
        }
        int from = random.nextInt(bytes.length);
        int length = 1 + random.nextInt(Math.min(bytes.length - from, 1 << random.nextInt(12)));
        byte[] changed = bytes.clone();
        switch (random.nextInt(9)) {
            case 0 -> changed[from] ^= (byte) (1 << random.nextInt(8));
            case 1 -> changed[from] = (byte) random.nextInt(256);
            case 2 -> changed = Arrays.copyOf(bytes, from);
            case 3 -> changed = joined(bytes, from + length, bytes, from);
            case 4 -> changed = joined(bytes, from, bytes, from + length);
            case 5 -> swap(changed, from, random.nextInt(bytes.length), length);
            case 6 -> extreme(changed, from, random);
            case 7 -> Arrays.fill(changed, from, from + length, (byte) (random.nextBoolean() ? 0 : 0xff));
            default -> {
                byte[] noise = new byte[length];
                random.nextBytes(noise);
                System.arraycopy(noise, 0, changed, from, length);
            }
        }
        return changed;
    }

    /** The first bytes up to an end, then others from a beginning: a part is repeated or left out. */
    private static byte[] joined(byte[] first, int end, byte[] second, int from) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(first, 0, end);
        out.write(second, from, second.length - from);
        return out.toByteArray();
    }

    private static void swap(byte[] bytes, int one, int other, int length) {
        int count = Math.min(length, bytes.length - Math.max(one, other));
        for (int i = 0; i < count; i++) {
            byte kept = bytes[one + i];
            bytes[one + i] = bytes[other + i];
            bytes[other + i] = kept;
        }
    }

    private static void extreme(byte[] bytes, int from, SplittableRandom random) {
        long value = EXTREMES[random.nextInt(EXTREMES.length)];
        int width = 1 << random.nextInt(4);
        for (int i = 0; i < width && from + i < bytes.length; i++) {
            bytes[from + i] = (byte) (value >>> (8 * i));
        }
    }
}
