package io.particlearena.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import io.particlearena.options.OptionException;
import io.particlearena.store.StoreException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;

/**
 * Hands changed files to a reader and holds that each is read or refused with one sentence, within limits of time and
 * memory, that nothing is touched beside the folder in which the file lies, and that no class is loaded that the file names.
 *
 * <p>A case is known by its number: {@code -Dfuzz.cases=N} runs cases 0 to N-1 of every format in place of the usual
 * ones, {@code -Dfuzz.first=N} leaves those before out.
 */
public final class Fuzzer {

    private static final long SEED = Long.getLong("fuzz.seed", 20261121);
    private static final int FIRST = Integer.getInteger("fuzz.first", 0);

    /** A case takes milliseconds; this is for one that never ends. */
    private static final long HANG_MILLIS = 60_000;

    private static final long MOST_ALLOCATED = 64L << 20;
    private static final long MOST_ALLOCATED_PER_BYTE = 20;
    private static final int LONGEST_SENTENCE = 2_000;
    private static final int MOST_FAILURES = 10;
    private static final String CANARY = "canary.txt";

    private final Path outside;
    private final Path folder;
    private int usual = 300;
    private List<Class<? extends Exception>> refusals = List.of(OptionException.class, StoreException.class);

    /** The case that runs, for whoever looks for hangs. */
    private volatile int running;

    private volatile long runningSince;

    /** @param outside a temporary folder; the files are in one within it, a canary beside */
    public Fuzzer(Path outside) throws IOException {
        this.outside = outside;
        this.folder = Files.createDirectories(outside.resolve("inside"));
        Files.writeString(outside.resolve(CANARY), CANARY);
    }

    /** Changes the bytes of a file. */
    @FunctionalInterface
    public interface Mutation {
        byte[] apply(byte[] whole, SplittableRandom random) throws IOException;
    }

    /** Reads the changed file. */
    @FunctionalInterface
    public interface Reader {
        void read() throws Exception;
    }

    /** Where the changed files lie. */
    public Path folder() {
        return folder;
    }

    /** How many cases to run where {@code -Dfuzz.cases} does not say. */
    public Fuzzer cases(int number) {
        usual = number;
        return this;
    }

    /** For a reader that tells of damage, but never refuses a file. */
    public Fuzzer neverRefused() {
        refusals = List.of();
        return this;
    }

    /**
     * Changes a file again and again, has it read, and puts it back.
     *
     * @param file a whole file within the folder
     */
    public void run(Path file, Mutation mutation, Reader reader) throws Exception {
        byte[] whole = Files.readAllBytes(file);
        reader.read();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        runningSince = System.nanoTime();
        Thread thread = new Thread(() -> {
            try {
                all(file, whole, mutation, reader);
            } catch (Throwable e) {
                failure.set(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        while (thread.isAlive()) {
            thread.join(100);
            if ((System.nanoTime() - runningSince) / 1_000_000 > HANG_MILLIS) {
                fail("Case " + running + " of " + file.getFileName() + " hangs in "
                        + Arrays.toString(thread.getStackTrace()));
            }
        }
        Files.write(file, whole);
        Throwable found = failure.get();
        if (found != null) {
            throw new AssertionError(found.getMessage(), found);
        }
    }

    private void all(Path file, byte[] whole, Mutation mutation, Reader reader) throws IOException {
        int cases = Integer.getInteger("fuzz.cases", usual);
        String before = surroundings();
        List<AssertionError> failures = new ArrayList<>();
        for (int number = FIRST; number < cases; number++) {
            running = number;
            runningSince = System.nanoTime();
            byte[] changed = mutation.apply(whole, new SplittableRandom(SEED + 1_000_003L * number));
            Files.write(file, changed);
            String name = "case " + number + " of " + file.getFileName();
            try {
                check(name, changed.length, reader);
                assertThat(surroundings()).as(name).isEqualTo(before);
                assertThat(System.getProperty(Bait.TAKEN))
                        .as("a class that %s names is loaded", name)
                        .isNull();
            } catch (AssertionError e) {
                failures.add(e);
            }
            if (failures.size() == MOST_FAILURES) {
                break;
            }
        }
        SoftAssertions.assertSoftly(softly -> failures.forEach(e -> softly.fail(e.getMessage(), e)));
    }

    private void check(String name, int bytes, Reader reader) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        @Nullable Throwable thrown = null;
        try {
            reader.read();
        } catch (Throwable e) {
            thrown = e;
        }
        long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        if (thrown != null) {
            checkRefusal(name, thrown);
        }
        assertThat(allocated)
                .as("bytes allocated for %s of %s bytes", name, bytes)
                .isLessThan(MOST_ALLOCATED + MOST_ALLOCATED_PER_BYTE * bytes);
    }

    private void checkRefusal(String name, Throwable thrown) {
        if (refusals.stream().noneMatch(type -> type.isInstance(thrown))) {
            throw new AssertionError(name + " is refused by " + thrown, thrown);
        }
        checkSentence(name, String.valueOf(thrown.getMessage()), thrown);
    }

    /** What a reader says of a file must be fit for a line on the screen. */
    public static void checkSentence(String name, String sentence, @Nullable Throwable cause) {
        boolean fit = sentence.endsWith(".")
                && sentence.length() <= LONGEST_SENTENCE
                && sentence.chars().noneMatch(Character::isISOControl);
        if (!fit) {
            throw new AssertionError(
                    name + " is refused by a sentence of " + sentence.length() + " characters: "
                            + sentence.substring(0, Math.min(1_000, sentence.length())),
                    cause);
        }
    }

    /** What lies beside the folder, with the canary's content and everything's time. */
    private String surroundings() throws IOException {
        TreeMap<String, Object> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(outside)) {
            for (Path file : files.filter(file -> !file.equals(folder)).toList()) {
                found.put(file.toString(), Files.getLastModifiedTime(file) + " " + Files.size(file));
            }
        }
        return found + Files.readString(outside.resolve(CANARY));
    }
}
