package io.particlearena.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes whole files so that a reader, or a machine that lost its power, finds the old content or the new one, never a mix.
 *
 * <p>The content goes to a hidden sibling, is forced to disk, and is moved over the file in one step; then the folder
 * itself is forced to disk. One file must not be written by two threads at once.
 */
public final class AtomicFiles {

    private static final String TEMPORARY_SUFFIX = ".tmp";

    private AtomicFiles() {}

    /** Writes the content of a file from its beginning. */
    @FunctionalInterface
    public interface Content {
        void writeTo(FileChannel channel) throws IOException;
    }

    /** Replaces a file, or creates it, and its folder if need be. */
    public static void write(Path file, Content content) throws IOException {
        replace(file, temporary -> {
            try (FileChannel channel = create(temporary)) {
                content.writeTo(channel);
                channel.force(true);
            }
        });
    }

    /** Writes the content of a file that does not exist yet, or is to be overwritten. */
    @FunctionalInterface
    public interface FileContent {
        void writeTo(Path temporary) throws IOException;
    }

    /** Replaces a file, or creates it, where others can write to files only. */
    public static void writeFile(Path file, FileContent content) throws IOException {
        replace(file, temporary -> {
            Files.deleteIfExists(temporary);
            content.writeTo(temporary);
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        });
    }

    /** @param content writes the whole temporary file and forces it to disk */
    private static void replace(Path file, FileContent content) throws IOException {
        Path folder = folderOf(file);
        Files.createDirectories(folder);
        Path temporary = temporarySibling(file);
        try {
            content.writeTo(temporary);
            move(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
        forceFolder(folder);
    }

    /** Replaces a file by these bytes. */
    public static void write(Path file, byte[] content) throws IOException {
        write(file, channel -> writeFully(channel, ByteBuffer.wrap(content)));
    }

    /** Replaces a file by this text in UTF-8. */
    public static void write(Path file, String content) throws IOException {
        write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes all that remains in the buffer at the channel's position. */
    public static void writeFully(FileChannel channel, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** Whether a file is the remainder of a write that was broken off; such a file may be deleted. */
    public static boolean isTemporary(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(".") && name.endsWith(TEMPORARY_SUFFIX);
    }

    /** Opens a temporary file in place of one that a broken-off write left; of a symbolic link, the link is replaced. */
    static FileChannel create(Path temporary) throws IOException {
        Files.deleteIfExists(temporary);
        return FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    static Path temporarySibling(Path file) {
        return file.resolveSibling("." + file.getFileName() + TEMPORARY_SUFFIX);
    }

    static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            // Some network file systems cannot; the content is complete by now, so a plain move is the best there is.
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Makes new names in a folder outlive a power failure. */
    static void forceFolder(Path folder) throws IOException {
        // Windows has no way to open a folder for this, and needs none.
        if (!System.getProperty("os.name", "").startsWith("Windows")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    static Path folderOf(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new StoreException(file + " is not a file's path.");
        }
        return parent;
    }
}
