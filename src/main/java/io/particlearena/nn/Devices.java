package io.particlearena.nn;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The device of this process: ND4J can be loaded with one backend only. The driver is asked at most once, by whoever first
 * needs the answer.
 */
public final class Devices {

    private static final CudaLibraries LIBRARIES = new InstalledCudaLibraries();
    private static final DeviceSelection SELECTION =
            new DeviceSelection(new Remembered(new InstalledNvidiaDriver()), LIBRARIES);

    private static @Nullable Device chosen;

    private Devices() {}

    /**
     * Chooses the device before anything is computed; choosing the same one again is allowed at any time.
     *
     * @param request {@code auto}, {@code cpu}, or {@code cuda:} and a number
     * @throws BackendException if it cannot be used, or the process computes on another one already
     */
    public static synchronized Device choose(String request) {
        Device next = SELECTION.select(request);
        if (chosen != null && NativeBackend.isLoaded() && !chosen.name().equals(next.name())) {
            throw new BackendException(
                    "The device " + request + " cannot be used before the next start, as the program computes on "
                            + chosen.name() + " already.",
                    null);
        }
        chosen = next;
        return next;
    }

    /** The device that was chosen; automatically if none was. */
    static synchronized Device chosen() {
        if (chosen == null) {
            chosen = SELECTION.select(DeviceSelection.AUTO);
        }
        return chosen;
    }

    /** Whether this process computes on a card, which only one thread may use: a plan's operations belong to its stream. */
    public static boolean usesCard() {
        return chosen().isCuda();
    }

    /** What can be chosen on this machine. May ask the driver, which takes a moment. */
    public static List<String> offered() {
        return SELECTION.offered();
    }

    /** Whether this package of the program can compute on cards at all. */
    public static boolean hasCuda() {
        return LIBRARIES.present();
    }

    /** What would be chosen automatically, and why. May ask the driver, which takes a moment. */
    public static Device automatic() {
        return SELECTION.select(DeviceSelection.AUTO);
    }

    /** A driver that is asked once. */
    private static final class Remembered implements NvidiaDriver {

        private final NvidiaDriver driver;
        private @Nullable Answer answer;

        Remembered(NvidiaDriver driver) {
            this.driver = driver;
        }

        @Override
        public synchronized Answer ask() {
            if (answer == null) {
                answer = driver.ask();
            }
            return answer;
        }
    }
}
