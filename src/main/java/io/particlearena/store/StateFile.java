package io.particlearena.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The container in which a state lies on disk: a JSON header and raw arrays, every byte covered by a checksum.
 *
 * <p>Layout, all numbers little-endian: 8 bytes {@code 89 50 41 53 54 0D 0A 1A} (0x89, {@code PAST}, then bytes that any
 * text conversion would change); uint32 version, now 1; uint32 length of the header; the header, JSON in UTF-8, see
 * {@link StateHeader}; uint32 CRC-32C of all bytes so far; then the arrays, without gaps. The CRC-32C of each array is in
 * the header. Nothing in the file is ever executed or turned into an object of a class that it names.
 */
public final class StateFile {

    private static final long MAGIC = 0x1A0A0D5453415089L;
    private static final int VERSION = 1;
    private static final int PREFIX_BYTES = Long.BYTES + 2 * Integer.BYTES;

    /** A header is a few kilobytes; the limit stops a forged one from claiming memory, of which its tree takes much more. */
    static final int MAX_HEADER_BYTES = 1 << 24;

    private StateFile() {}

    /** Writes the whole state of an object, replacing the file in one step. */
    public static void write(Path file, Stateful object) {
        write(file, MemoryState.of(object));
    }

    /**
     * Writes a state, replacing the file in one step.
     *
     * @throws StoreException if the file cannot be written
     */
    public static void write(Path file, MemoryState state) {
        List<Object> arrays = new ArrayList<>();
        byte[] header = StateHeader.encode(state, arrays);
        if (header.length > MAX_HEADER_BYTES) {
            throw new IllegalArgumentException("The state has too many names: its header takes " + header.length);
        }
        ByteBuffer prefix = ByteBuffer.allocate(PREFIX_BYTES + header.length + Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(MAGIC)
                .putInt(VERSION)
                .putInt(header.length)
                .put(header);
        CRC32C crc = new CRC32C();
        crc.update(prefix.array(), 0, prefix.position());
        prefix.putInt((int) crc.getValue()).flip();
        try {
            AtomicFiles.write(file, channel -> {
                AtomicFiles.writeFully(channel, prefix);
                for (Object array : arrays) {
                    RawArrays.write(array, channel);
                }
            });
        } catch (IOException e) {
            throw new StoreException("Cannot write " + file + ": " + IoReason.of(e) + ".", e);
        }
    }

    /**
     * Reads a state and checks all of it.
     *
     * @throws StoreException if the file is missing, damaged, foreign or of a later version; the message says so in one
     *     sentence
     */
    public static StateReader read(Path file) {
        try (FileChannel channel = InputFiles.open(file)) {
            return read(file, channel).reader(file.toString());
        } catch (NoSuchFileException e) {
            throw new StoreException(file + " does not exist.", e);
        } catch (EOFException e) {
            throw new StoreException(file + " is damaged: it ends early.", e);
        } catch (IOException e) {
            throw new StoreException("Cannot read " + file + ": " + IoReason.of(e) + ".", e);
        }
    }

    /** Whether a file begins as a state file does; false as well if it cannot be read. */
    public static boolean looksLikeOne(Path file) {
        try (FileChannel channel = InputFiles.open(file)) {
            return channel.size() >= PREFIX_BYTES
                    && readPrefix(channel, Long.BYTES).getLong() == MAGIC;
        } catch (IOException e) {
            return false;
        }
    }

    private static MemoryState read(Path file, FileChannel channel) throws IOException {
        if (channel.size() < PREFIX_BYTES) {
            throw foreign(file);
        }
        ByteBuffer prefix = readPrefix(channel, PREFIX_BYTES);
        if (prefix.getLong() != MAGIC) {
            throw foreign(file);
        }
        int version = prefix.getInt();
        if (version != VERSION) {
            throw new StoreException(file + " has format version " + Integer.toUnsignedString(version)
                    + "; this program reads version " + VERSION + ".");
        }
        byte[] header = readHeader(file, channel, prefix, prefix.getInt());
        List<StateHeader.ArrayEntry> arrays = new ArrayList<>();
        MemoryState state = decode(file, header, arrays);
        long expected = channel.position()
                + arrays.stream().mapToLong(StateHeader.ArrayEntry::bytes).sum();
        if (channel.size() != expected) {
            throw new StoreException(
                    file + " is damaged: it has " + channel.size() + " bytes where " + expected + " belong.");
        }
        for (StateHeader.ArrayEntry entry : arrays) {
            @Nullable Object array = RawArrays.read(entry.type(), entry.length(), entry.checksum(), channel);
            if (array == null) {
                throw new StoreException(file + " is damaged: the checksum of \""
                        + entry.owner().pathOf(entry.name()) + "\" does not match.");
            }
            adopt(file, entry, array);
        }
        return state;
    }

    private static void adopt(Path file, StateHeader.ArrayEntry entry, Object array) {
        try {
            entry.owner().adopt(entry.name(), array);
        } catch (IllegalArgumentException e) {
            throw new StoreException(
                    file + " has a header that this program does not understand: " + e.getMessage() + ".", e);
        }
    }

    private static byte[] readHeader(Path file, FileChannel channel, ByteBuffer prefix, int length) throws IOException {
        if (length < 0 || length > MAX_HEADER_BYTES || length > channel.size() - PREFIX_BYTES - Integer.BYTES) {
            throw new StoreException(file + " is damaged: its header claims " + Integer.toUnsignedString(length)
                    + " bytes, which the file does not hold.");
        }
        ByteBuffer rest = readPrefix(channel, length + Integer.BYTES);
        byte[] header = new byte[length];
        rest.get(header);
        CRC32C crc = new CRC32C();
        crc.update(prefix.rewind());
        crc.update(header);
        if (rest.getInt() != (int) crc.getValue()) {
            throw new StoreException(file + " is damaged: the checksum of its header does not match.");
        }
        return header;
    }

    private static MemoryState decode(Path file, byte[] header, List<StateHeader.ArrayEntry> arrays) {
        try {
            return StateHeader.decode(header, arrays);
        } catch (IOException e) {
            throw new StoreException(
                    file + " has a header that this program does not understand: " + IoReason.of(e) + ".", e);
        }
    }

    private static ByteBuffer readPrefix(FileChannel channel, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        RawArrays.readFully(channel, buffer);
        return buffer.flip();
    }

    private static StoreException foreign(Path file) {
        return new StoreException(file + " is not a state file of Particle Arena.");
    }
}
