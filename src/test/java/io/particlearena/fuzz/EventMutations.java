package io.particlearena.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;

/** Changes of the events in an event file with checksums that fit them, of their lengths, and of any bytes. */
public final class EventMutations {

    private static final long[] LENGTHS = {
        0,
        1,
        100,
        1 << 16,
        1 << 28,
        (1 << 28) + 1,
        Integer.MAX_VALUE,
        1L << 31,
        1L << 32,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        -1
    };

    private EventMutations() {}

    /** A few changes. */
    public static byte[] any(byte[] whole, SplittableRandom random) {
        if (random.nextInt(5) == 0) {
            return ByteMutations.any(whole, random);
        }
        List<byte[]> events = events(whole);
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(events.size());
            switch (random.nextInt(8)) {
                case 0 -> events.remove(at);
                case 1 -> events.add(random.nextInt(events.size()), events.get(at));
                default -> events.set(at, ByteMutations.any(events.get(at), random));
            }
            if (events.isEmpty()) {
                events.add(new byte[0]);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int forged = random.nextInt(4) == 0 ? random.nextInt(events.size()) : -1;
        for (int i = 0; i < events.size(); i++) {
            byte[] event = events.get(i);
            put(out, i == forged ? LENGTHS[random.nextInt(LENGTHS.length)] : event.length, event);
        }
        return out.toByteArray();
    }

    private static List<byte[]> events(byte[] whole) {
        List<byte[]> events = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            byte[] event = new byte[(int) in.getLong()];
            in.getInt();
            in.get(event);
            in.getInt();
            events.add(event);
        }
        return events;
    }

    private static void put(ByteArrayOutputStream out, long length, byte[] event) {
        ByteBuffer record = ByteBuffer.allocate(16 + event.length).order(ByteOrder.LITTLE_ENDIAN);
        record.putLong(length).putInt(masked(Arrays.copyOf(record.array(), Long.BYTES)));
        record.put(event).putInt(masked(event));
        out.writeBytes(record.array());
    }

    /** The format's checksum: a CRC-32C rotated and shifted. */
    private static int masked(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return Integer.rotateRight((int) crc.getValue(), 15) + 0xa282ead8;
    }
}
