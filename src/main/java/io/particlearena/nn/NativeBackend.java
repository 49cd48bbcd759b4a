package io.particlearena.nn;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.bytedeco.javacpp.Loader;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * Loads ND4J's backend for the chosen device once, on first use; on the CPU with the build of its native library that fits the
 * processor.
 *
 * <p>The oneDNN build for AVX2 is taken where the processor has AVX2, the generic build elsewhere: the loader itself
 * would take the AVX2 build without looking at the processor. Installed programs carry one build only and force it with
 * the system property {@value #EXTENSION}. Every thread that runs plans computes with one native thread: parallelism
 * comes from several trainers, and the results of a plan depend on the number of native threads.
 */
public final class NativeBackend {

    private static final String EXTENSION = "org.bytedeco.javacpp.platform.extension";
    private static final String UNPACKED = "org.bytedeco.javacpp.pathsFirst";
    private static final String AVX2 = "-onednn-avx2";
    private static final String GENERIC = "-generic";

    private static final Kernels PROCESSOR = new ProcessorKernels();
    private static final Kernels PORTABLE = new PortableKernels();

    private static volatile boolean loaded;
    private static volatile boolean portable;

    private static final ThreadLocal<Boolean> PREPARED = ThreadLocal.withInitial(() -> Boolean.FALSE);

    private NativeBackend() {}

    /**
     * What computes, for the record of a run.
     *
     * @param device what computes, and why it was taken
     * @param backend ND4J's library and its version
     * @param classifier the build of the native library
     * @param threads native threads of each trainer
     */
    public record Description(Device device, String backend, String classifier, int threads) {}

    /**
     * Loads the backend where that has not happened, and prepares the calling thread for running plans.
     *
     * @throws BackendException if it cannot be loaded on this machine
     */
    public static void load() {
        if (!PREPARED.get()) {
            operations().setOmpNumThreads(1);
            Device device = Devices.chosen();
            if (device.isCuda()) {
                // ND4J would spread threads over all cards.
                Nd4j.getAffinityManager().unsafeSetDevice(device.card());
            }
            PREPARED.set(Boolean.TRUE);
        }
    }

    /** Loads the backend and tells what it is. */
    public static Description description() {
        load();
        return new Description(Devices.chosen(), library(), Loaded.CLASSIFIER, 1);
    }

    /** Whether a backend has been loaded, or could not be, after which there is no other. */
    static boolean isLoaded() {
        return loaded;
    }

    /** ND4J's jars state their version in the notes that Maven leaves in them. */
    private static String library() {
        Properties notes = new Properties();
        try (InputStream in = Nd4j.class.getResourceAsStream("/META-INF/maven/org.nd4j/nd4j-api/pom.properties")) {
            if (in != null) {
                notes.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "nd4j-api-" + notes.getProperty("version", "unknown");
    }

    /** The kernels of the loaded backend. */
    static Kernels kernels() {
        load();
        return portable || Devices.chosen().isCuda() ? PORTABLE : PROCESSOR;
    }

    /** Lets what is made from now on compute on the CPU by the kernels of cards, so that they can be tried without one. */
    static void tryPortableKernels(boolean on) {
        portable = on;
    }

    static NativeOps operations() {
        if (Loaded.FAILURE != null) {
            throw Loaded.FAILURE;
        }
        return Objects.requireNonNull(Loaded.OPERATIONS);
    }

    private static String chooseClassifier() {
        String platform = platform();
        String extension = extension(System.getProperty(EXTENSION), platform.endsWith("x86_64") && hasAvx2());
        System.setProperty(EXTENSION, extension);
        return platform + (extension.equals(GENERIC) ? "" : extension);
    }

    /**
     * Which build to take.
     *
     * @param forced the one that has to be taken, if any
     * @param avx2 whether the processor has AVX2
     * @throws BackendException if the processor cannot run the one that has to be taken
     */
    static String extension(@Nullable String forced, boolean avx2) {
        if (forced == null) {
            // An extension that no jar carries makes the loader fall back to the generic build.
            return avx2 ? AVX2 : GENERIC;
        }
        if (forced.contains("avx") && !avx2) {
            throw new BackendException(
                    "This processor has no AVX2 instructions, which the maths library of this package needs; the program as"
                            + " built from its source code runs without them.",
                    null);
        }
        return forced;
    }

    /** Where the library's files are unpacked, unless they lie unpacked beside the program already. */
    static void requireCache(Callable<File> cache) {
        try {
            cache.call();
        } catch (Exception e) {
            throw new BackendException(
                    "The maths library cannot be unpacked, since neither the folder .javacpp/cache in "
                            + System.getProperty("user.home")
                            + " nor the one for temporary files can be written; the Java"
                            + " option -Dorg.bytedeco.javacpp.cachedir=FOLDER names another, which needs 450 MB.",
                    e);
        }
    }

    private static BackendException failure(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String reason = String.valueOf(cause.getMessage());
        return new BackendException(
                "The maths library cannot be loaded: " + reason + (reason.endsWith(".") ? "" : "."), thrown);
    }

    private static String platform() {
        return Loader.Detector.getPlatform();
    }

    /** Other systems than Linux do not tell without native code; every x86 processor since about 2015 has AVX2. */
    private static boolean hasAvx2() {
        if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")) {
            return true;
        }
        try {
            List<String> lines = Files.readAllLines(Path.of("/proc/cpuinfo"), StandardCharsets.UTF_8);
            return lines.stream()
                    .filter(line -> line.startsWith("flags"))
                    .anyMatch(line -> Arrays.asList(line.split("\\s+")).contains("avx2"));
        } catch (IOException e) {
            return false;
        }
    }

    /** Initialised on first use, under the class loader's lock. */
    private static final class Loaded {
        static final String CLASSIFIER;
        static final @Nullable NativeOps OPERATIONS;
        static final @Nullable BackendException FAILURE;

        static {
            loaded = true;
            String classifier = "";
            NativeOps operations = null;
            BackendException failure = null;
            try {
                Device device = Devices.chosen();
                ND4JClassLoading.setNd4jClassloader(
                        BackendClasses.forDevice(device, NativeBackend.class.getClassLoader()));
                classifier = device.isCuda() ? platform() : chooseClassifier();
                operations = start();
            } catch (BackendException e) {
                failure = e;
            } catch (RuntimeException | LinkageError e) {
                failure = failure(e);
            }
            CLASSIFIER = classifier;
            OPERATIONS = operations;
            FAILURE = failure;
        }

        private static NativeOps start() {
            if (!Boolean.getBoolean(UNPACKED)) {
                requireCache(Loader::getCacheDir);
            }
            // Asking for the factory first is what makes ND4J look for its backend.
            Nd4j.factory().blas().setMaxThreads(1);
            NativeOps operations = NativeOpsHolder.getInstance().getDeviceNativeOps();
            operations.setOmpNumThreads(1);
            return operations;
        }
    }
}
