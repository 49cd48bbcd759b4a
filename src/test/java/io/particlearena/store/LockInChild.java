package io.particlearena.store;

import java.io.IOException;
import java.nio.file.Path;

/** Holds a lock in a process of its own, which can be killed. */
final class LockInChild {

    private LockInChild() {}

    /** Begins to hold; the process then prints whether it does. */
    static Process start(Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        placeOf(LockFile.class) + System.getProperty("path.separator") + placeOf(LockInChild.class),
                        LockInChild.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
    }

    private static Path placeOf(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        System.out.println(LockFile.take(Path.of(args[0])).isPresent());
        Thread.sleep(60_000);
    }
}
