package io.particlearena.results;

import io.particlearena.store.InputFiles;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * Reads a TensorBoard event file, also one that is still growing or was damaged.
 *
 * <p>A record that is cut off at the end of the file is left for later. A record whose data were damaged is skipped; where
 * even its length was damaged, reading goes on at the next place where a whole record with two right checksums lies.
 * (TensorBoard itself loses every event after the first damaged one.)
 */
public final class EventReader {

    private static final int BUFFER_BYTES = 1 << 17;

    /** No event of a run comes near; the limit stops a forged length from claiming memory. */
    private static final int MAX_RECORD_BYTES = 1 << 28;

    private static final long MAX_SEARCHED_BYTES = 1L << 28;

    private static final VarHandle LENGTH = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle CHECKSUM =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final CRC32C crc = new CRC32C();
    private final FileChannel channel;
    private final long size;
    private byte[] buffer = new byte[0];
    private long bufferStart;
    private int bufferLength;
    private long searched;

    private EventReader(FileChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    /**
     * What reading a file came to.
     *
     * @param events the events read
     * @param damaged the places before the last whole event where one or more events were damaged and skipped
     * @param damagedAtEnd such places after it; a later call that goes on from the next offset meets them again
     * @param nextOffset one past the last whole event: where a later call goes on, and where a writer may append
     * @param tornBytes the bytes after it, which are not a whole event yet
     */
    public record Report(long events, long damaged, long damagedAtEnd, long nextOffset, long tornBytes) {

        /** All places where events were damaged. */
        public long allDamaged() {
            return damaged + damagedAtEnd;
        }
    }

    /** Reads a whole file. */
    public static Report read(Path file, EventSink sink) throws IOException {
        return read(file, 0, sink);
    }

    /** Reads what lies after an offset that an earlier report gave as its next one. */
    public static Report read(Path file, long fromOffset, EventSink sink) throws IOException {
        try (FileChannel channel = InputFiles.open(file)) {
            return new EventReader(channel).readFrom(fromOffset, sink);
        }
    }

    private Report readFrom(long fromOffset, EventSink sink) throws IOException {
        EventDecoder decoder = new EventDecoder();
        long events = 0;
        long damaged = 0;
        long end = fromOffset;
        boolean inDamage = false;
        long damagedAtEnd = 0;
        for (long offset = fromOffset; offset + EventRecords.HEADER_BYTES <= size; ) {
            long length = recordLength(offset);
            long next = offset + EventRecords.HEADER_BYTES + length + EventRecords.FOOTER_BYTES;
            if (length >= 0 && next > size) {
                break;
            }
            if (length >= 0 && dataHolds(offset, (int) length)) {
                boolean understood =
                        decoder.decode(buffer, position(offset) + EventRecords.HEADER_BYTES, (int) length, sink);
                events += understood ? 1 : 0;
                damaged += damagedAtEnd + (understood ? 0 : 1);
                damagedAtEnd = 0;
                inDamage = false;
                end = next;
                offset = next;
            } else if (length >= 0) {
                damagedAtEnd++;
                inDamage = false;
                offset = next;
            } else {
                damagedAtEnd += inDamage ? 0 : 1;
                inDamage = true;
                offset = nextCandidate(offset + 1);
            }
        }
        return new Report(events, damaged, damagedAtEnd, end, Math.max(0, size - end));
    }

    /** The length of the record's data, or -1 if the length's own checksum is wrong. */
    private long recordLength(long offset) throws IOException {
        load(offset, EventRecords.HEADER_BYTES);
        int at = position(offset);
        long length = (long) LENGTH.get(buffer, at);
        boolean plausible = length >= 0 && length <= MAX_RECORD_BYTES;
        return plausible && (int) CHECKSUM.get(buffer, at + Long.BYTES) == checksum(at, Long.BYTES) ? length : -1;
    }

    private boolean dataHolds(long offset, int length) throws IOException {
        load(offset, EventRecords.HEADER_BYTES + length + EventRecords.FOOTER_BYTES);
        int data = position(offset) + EventRecords.HEADER_BYTES;
        return (int) CHECKSUM.get(buffer, data + length) == checksum(data, length);
    }

    private int checksum(int from, int length) {
        crc.reset();
        crc.update(buffer, from, length);
        return EventRecords.masked(crc);
    }

    /**
     * The next offset at which a whole record lies, or the file's size if there is none. Lengths with right checksums and
     * wrong data may be forged at every offset, so the data that this looks at for nothing are limited.
     */
    private long nextCandidate(long from) throws IOException {
        for (long offset = from; offset + EventRecords.HEADER_BYTES <= size; offset++) {
            long length = recordLength(offset);
            if (length >= 0
                    && offset + EventRecords.HEADER_BYTES + length + EventRecords.FOOTER_BYTES <= size
                    && (searched > MAX_SEARCHED_BYTES || dataHolds(offset, (int) length))) {
                return offset;
            }
            searched += Math.max(0, length);
        }
        return size;
    }

    private int position(long offset) {
        return (int) (offset - bufferStart);
    }

    /** Brings a range of the file, which must lie within it, into the buffer. */
    private void load(long offset, int length) throws IOException {
        if (offset >= bufferStart && offset + length <= bufferStart + bufferLength) {
            return;
        }
        if (length > buffer.length) {
            buffer = new byte[(int) Math.max(length, Math.min(BUFFER_BYTES, size - offset))];
        }
        bufferStart = offset;
        ByteBuffer target = ByteBuffer.wrap(buffer);
        target.limit((int) Math.min(buffer.length, size - offset));
        while (target.hasRemaining()) {
            if (channel.read(target, offset + target.position()) < 0) {
                throw new IOException("The file became shorter while it was read");
            }
        }
        bufferLength = target.position();
    }
}
