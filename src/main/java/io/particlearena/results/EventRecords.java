package io.particlearena.results;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * The framing of TensorFlow's record files: uint64 length, masked CRC-32C of the length, data, masked CRC-32C of the data,
 * all little-endian.
 */
final class EventRecords {

    /** Length and its checksum. */
    static final int HEADER_BYTES = 12;

    /** The checksum after the data. */
    static final int FOOTER_BYTES = 4;

    private static final int MASK_DELTA = 0xa282ead8;

    private EventRecords() {}

    /** The checksum that the format stores, rotated and shifted so that a checksum of checksums stays meaningful. */
    static int maskedChecksum(byte[] bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, offset, length);
        return masked(crc);
    }

    static int masked(CRC32C crc) {
        return Integer.rotateRight((int) crc.getValue(), 15) + MASK_DELTA;
    }

    /** A whole record around this data. */
    static byte[] frame(byte[] data) {
        ByteBuffer record =
                ByteBuffer.allocate(HEADER_BYTES + data.length + FOOTER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        record.putLong(data.length);
        record.putInt(maskedChecksum(record.array(), 0, Long.BYTES));
        record.put(data);
        record.putInt(maskedChecksum(data, 0, data.length));
        return record.array();
    }
}
