package io.particlearena.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
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
        Path absolute = file.toAbsolutePath().normalize();
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

    private static Optional<LockFile> open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
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
