package io.particlearena.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** A file that one owner at a time holds, until it is closed or its process ends; the file itself stays. */
public final class LockFile implements AutoCloseable {

    /**
     * The locks of this process. POSIX drops a file's lock as soon as its process closes any channel of that file, so the
     * file of a lock that is held here must not be opened a second time.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private static final long PAUSE_NANOS = 5_000_000L;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path file;
    private final FileChannel channel;

    private LockFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes a lock.
     *
     * @param file made if it does not exist
     * @return empty if another process, or another part of this one, holds it
     */
    public static Optional<LockFile> take(Path file) throws IOException {
        Path absolute = realPath(file);
        if (!HELD_HERE.add(absolute)) {
            return Optional.empty();
        }
        Optional<LockFile> lock = Optional.empty();
        try {
            lock = open(absolute);
            return lock;
        } finally {
            if (lock.isEmpty()) {
                HELD_HERE.remove(absolute);
            }
        }
    }

    /**
     * Takes a lock, and waits for it if need be.
     *
     * @return empty if it was held throughout
     */
    public static Optional<LockFile> take(Path file, Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        Optional<LockFile> lock = take(file);
        while (lock.isEmpty() && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(PAUSE_NANOS);
            lock = take(file);
        }
        return lock;
    }

    /** What is done while a lock is held. */
    @FunctionalInterface
    public interface Change {
        void make() throws IOException;
    }

    /**
     * Makes a change that takes a moment while a lock is held, after waiting for others who make one.
     *
     * @param file made if it does not exist
     * @throws IOException also if another process held it throughout
     */
    public static void holding(Path file, Change change) throws IOException {
        LockFile lock = take(file, PATIENCE)
                .orElseThrow(() -> new FileSystemException(file.toString(), null, "another process is changing it"));
        try (lock) {
            change.make();
        }
    }

    /**
     * Whether somebody holds a lock, for those who only look and may not write; a look of another one counts for a moment.
     *
     * @param file exists
     * @param patience for how long to look again if it is held
     */
    public static boolean isHeld(Path file, Duration patience) throws IOException {
        Path real = realPath(file);
        long end = System.nanoTime() + patience.toNanos();
        boolean held = isHeld(real);
        while (held && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(PAUSE_NANOS);
            held = isHeld(real);
        }
        return held;
    }

    private static boolean isHeld(Path file) throws IOException {
        if (!HELD_HERE.add(file)) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return channel.tryLock(0, Long.MAX_VALUE, true) == null;
        } finally {
            HELD_HERE.remove(file);
        }
    }

    /** The same for all paths that lead to a file by links of folders. */
    private static Path realPath(Path file) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        return AtomicFiles.folderOf(absolute).toRealPath().resolve(String.valueOf(absolute.getFileName()));
    }

    private static Optional<LockFile> open(Path file) throws IOException {
        if (Files.isSymbolicLink(file)) {
            throw new FileSystemException(file.toString(), null, file.getFileName() + " is a symbolic link");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            // To open a pipe might take for ever.
            throw new FileSystemException(file.toString(), null, file.getFileName() + " is not a file");
        }
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        try {
            if (channel.tryLock() != null) {
                return Optional.of(new LockFile(file, channel));
            }
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return Optional.empty();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StoreException("Cannot release " + file + ": " + IoReason.of(e) + ".", e);
        } finally {
            HELD_HERE.remove(file);
        }
    }
}
