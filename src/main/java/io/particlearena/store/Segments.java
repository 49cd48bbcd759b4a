package io.particlearena.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * A long, growing table of rows on disk, as files that are written once and never changed, so that many checkpoints share
 * them: each checkpoint appends only the rows that came since the one before, and refers to the rest.
 *
 * <p>A segment file: 8 bytes {@code 89 50 41 53 45 0D 0A 1A}, then little-endian uint32 version (1), uint32 bytes per row,
 * int64 first row, int64 one past the last row, uint32 CRC-32C of all bytes so far; then the rows. The CRC-32C of the rows
 * is part of the file's name and of the {@link SegmentReference}, so two different contents never share a name and a
 * crash can at worst leave a file that no checkpoint knows.
 */
public final class Segments {

    private static final long MAGIC = 0x1A0A0D4553415089L;
    private static final int VERSION = 1;
    private static final int HEADER_BYTES = 36;
    private static final int CHUNK_BYTES = 1 << 20;

    private Segments() {}

    /**
     * Writes rows to a new segment file, complete and forced to disk when this returns.
     *
     * @param folder made if it does not exist
     * @param fromRow the first row
     * @param toRow one past the last row
     * @param rowBytes the bytes of a row, positive
     * @param source gives the rows, in order
     */
    public static SegmentReference append(Path folder, long fromRow, long toRow, int rowBytes, RowSource source) {
        if (fromRow < 0 || toRow < fromRow || rowBytes < 1) {
            throw new IllegalArgumentException("Rows " + fromRow + " to " + toRow + " of " + rowBytes + " bytes");
        }
        Path temporary = AtomicFiles.temporarySibling(folder.resolve("segment"));
        try {
            Files.createDirectories(folder);
            int checksum = writeRows(temporary, fromRow, toRow, rowBytes, source);
            String name = String.format(Locale.ROOT, "rows-%012d-%012d-%08x.segment", fromRow, toRow, checksum);
            AtomicFiles.move(temporary, folder.resolve(name));
            AtomicFiles.forceFolder(folder);
            return new SegmentReference(name, fromRow, toRow, rowBytes, checksum);
        } catch (IOException e) {
            throw new StoreException("Cannot write a segment to " + folder + ": " + IoReason.of(e) + ".", e);
        }
    }

    private static int writeRows(Path file, long fromRow, long toRow, int rowBytes, RowSource source)
            throws IOException {
        try (FileChannel channel = AtomicFiles.create(file)) {
            AtomicFiles.writeFully(channel, header(fromRow, toRow, rowBytes));
            CRC32C crc = new CRC32C();
            ByteBuffer chunk = chunk(rowBytes);
            int rowsPerChunk = chunk.capacity() / rowBytes;
            for (long first = fromRow; first < toRow; first += rowsPerChunk) {
                int rows = (int) Math.min(rowsPerChunk, toRow - first);
                for (int i = 0; i < rows; i++) {
                    chunk.limit((i + 1) * rowBytes).position(i * rowBytes);
                    source.put(first + i, chunk);
                    if (chunk.hasRemaining()) {
                        throw new IllegalStateException(
                                "Row " + (first + i) + " lacks " + chunk.remaining() + " of " + rowBytes + " bytes");
                    }
                }
                crc.update(chunk.rewind());
                AtomicFiles.writeFully(channel, chunk.rewind());
            }
            channel.force(true);
            return (int) crc.getValue();
        }
    }

    /**
     * Reads rows of a segment. The whole segment is checked first, so that no row of a damaged one is delivered.
     *
     * @param fromRow the first row wanted
     * @param toRow one past the last row wanted; rows that the segment does not hold are left out
     * @param sink takes the rows, in order
     * @throws StoreException if the segment is missing, damaged or another than the reference means
     */
    public static void read(Path folder, SegmentReference reference, long fromRow, long toRow, RowSink sink) {
        Path file = folder.resolve(reference.name());
        try (FileChannel channel = InputFiles.open(file)) {
            check(file, reference, channel);
            long from = Math.max(fromRow, reference.fromRow());
            long to = Math.min(toRow, reference.toRow());
            if (from < to) {
                channel.position(HEADER_BYTES + (from - reference.fromRow()) * reference.rowBytes());
                deliver(channel, from, to, reference.rowBytes(), sink);
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * Maps the rows of a segment into memory after checking all of them; nothing is copied.
     *
     * @return the rows, little-endian, read only
     * @throws StoreException if the segment is missing, damaged or another than the reference means
     */
    public static ByteBuffer map(Path folder, SegmentReference reference) {
        Path file = folder.resolve(reference.name());
        try (FileChannel channel = InputFiles.open(file)) {
            check(file, reference, channel);
            if (channel.size() > Integer.MAX_VALUE) {
                throw new StoreException(file + " has more rows than can be mapped into memory.");
            }
            return channel.map(FileChannel.MapMode.READ_ONLY, HEADER_BYTES, channel.size() - HEADER_BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * Checks a segment without delivering any of it.
     *
     * @throws StoreException if the segment is missing, damaged or another than the reference means
     */
    public static void verify(Path folder, SegmentReference reference) {
        Path file = folder.resolve(reference.name());
        try (FileChannel channel = InputFiles.open(file)) {
            check(file, reference, channel);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Deletes all segments in a folder but those named, and what broken-off writes left. Other files stay. */
    public static void deleteExcept(Path folder, Set<String> names) {
        // A link may lead to files of others.
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> superfluous = files.filter(file -> {
                        String name = String.valueOf(file.getFileName());
                        return AtomicFiles.isTemporary(file)
                                || (SegmentReference.NAME.matcher(name).matches() && !names.contains(name));
                    })
                    .toList();
            for (Path file : superfluous) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new StoreException("Cannot delete old segments in " + folder + ": " + e.getMessage() + ".", e);
        }
    }

    private static void check(Path file, SegmentReference reference, FileChannel channel) throws IOException {
        ByteBuffer expectedHeader = header(reference.fromRow(), reference.toRow(), reference.rowBytes());
        long rows = reference.toRow() - reference.fromRow();
        long expectedBytes = HEADER_BYTES + rows * reference.rowBytes();
        // The first condition keeps the product from overflowing.
        if (rows > channel.size() || channel.size() != expectedBytes) {
            throw new StoreException(file + " is damaged: it has " + channel.size()
                    + " bytes, which are not the header and " + rows + " rows of " + reference.rowBytes() + " bytes.");
        }
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
        RawArrays.readFully(channel, header);
        if (!header.flip().equals(expectedHeader)) {
            throw new StoreException(file + " is damaged: its header is not that of rows " + reference.fromRow()
                    + " to " + reference.toRow() + ".");
        }
        CRC32C crc = new CRC32C();
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);
        for (long left = expectedBytes - HEADER_BYTES; left > 0; left -= chunk.limit()) {
            chunk.clear().limit((int) Math.min(CHUNK_BYTES, left));
            RawArrays.readFully(channel, chunk);
            crc.update(chunk.flip());
        }
        if ((int) crc.getValue() != reference.checksum()) {
            throw new StoreException(file + " is damaged: the checksum of its rows does not match.");
        }
    }

    private static void deliver(FileChannel channel, long from, long to, int rowBytes, RowSink sink)
            throws IOException {
        ByteBuffer chunk = chunk(rowBytes);
        int rowsPerChunk = chunk.capacity() / rowBytes;
        for (long first = from; first < to; first += rowsPerChunk) {
            int rows = (int) Math.min(rowsPerChunk, to - first);
            chunk.clear().limit(rows * rowBytes);
            RawArrays.readFully(channel, chunk);
            for (int i = 0; i < rows; i++) {
                chunk.limit((i + 1) * rowBytes).position(i * rowBytes);
                sink.take(first + i, chunk);
            }
        }
    }

    private static ByteBuffer header(long fromRow, long toRow, int rowBytes) {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(MAGIC).putInt(VERSION).putInt(rowBytes).putLong(fromRow).putLong(toRow);
        CRC32C crc = new CRC32C();
        crc.update(header.array(), 0, header.position());
        return header.putInt((int) crc.getValue()).flip();
    }

    private static ByteBuffer chunk(int rowBytes) {
        int rows = Math.max(1, CHUNK_BYTES / rowBytes);
        return ByteBuffer.allocate(Math.multiplyExact(rows, rowBytes)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static StoreException unreadable(Path file, IOException e) {
        if (e instanceof NoSuchFileException) {
            return new StoreException(file + " does not exist.", e);
        }
        String reason = e instanceof EOFException ? "it ended early" : IoReason.of(e);
        return new StoreException("Cannot read " + file + ": " + reason + ".", e);
    }
}
