package io.particlearena.nn;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * Loads ND4J's CPU backend once, on first use, with the build of its native library that fits the processor.
 *
 * <p>The oneDNN build for AVX2 is taken where the processor has AVX2, the generic build elsewhere: the loader itself
 * would take the AVX2 build without looking at the processor. The choice can be forced with the system property
 * {@value #EXTENSION}. Every thread that runs plans computes with one native thread: parallelism comes from several
 * trainers, and the results of a plan depend on the number of native threads.
 */
public final class NativeBackend {

    private static final String EXTENSION = "org.bytedeco.javacpp.platform.extension";
    private static final String AVX2 = "-onednn-avx2";
    private static final String GENERIC = "-generic";

    private static final ThreadLocal<Boolean> PREPARED = ThreadLocal.withInitial(() -> Boolean.FALSE);

    private NativeBackend() {}

    /**
     * What computes, for the record of a run.
     *
     * @param device the kind of processor that computes
     * @param backend ND4J's library and its version
     * @param classifier the build of the native library
     * @param threads native threads of each trainer
     */
    public record Description(String device, String backend, String classifier, int threads) {}

    /** Loads the backend where that has not happened, and prepares the calling thread for running plans. */
    public static void load() {
        if (!PREPARED.get()) {
            Loaded.OPERATIONS.setOmpNumThreads(1);
            PREPARED.set(Boolean.TRUE);
        }
    }

    /** Loads the backend and tells what it is. */
    public static Description description() {
        load();
        return new Description("CPU", library(), Loaded.CLASSIFIER, 1);
    }

    /** ND4J's jars do not state their version in the manifest, so the name of the file that was loaded has to. */
    private static String library() {
        String file =
                Nd4j.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        return file.substring(file.lastIndexOf('/') + 1).replace(".jar", "");
    }

    static NativeOps operations() {
        return Loaded.OPERATIONS;
    }

    private static String chooseClassifier() {
        String platform = platform();
        String forced = System.getProperty(EXTENSION);
        if (forced != null) {
            return platform + (forced.equals(GENERIC) ? "" : forced);
        }
        boolean avx2 = platform.endsWith("x86_64") && hasAvx2();
        // An extension that no jar carries makes the loader fall back to the generic build.
        System.setProperty(EXTENSION, avx2 ? AVX2 : GENERIC);
        return platform + (avx2 ? AVX2 : "");
    }

    private static String platform() {
        return org.bytedeco.javacpp.Loader.Detector.getPlatform();
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
        static final String CLASSIFIER = chooseClassifier();
        static final NativeOps OPERATIONS = start();

        private static NativeOps start() {
            // Asking for the factory first is what makes ND4J look for its backend.
            Nd4j.factory().blas().setMaxThreads(1);
            NativeOps operations = NativeOpsHolder.getInstance().getDeviceNativeOps();
            operations.setOmpNumThreads(1);
            return operations;
        }
    }
}
