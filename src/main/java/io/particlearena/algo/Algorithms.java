package io.particlearena.algo;

import io.particlearena.algo.lemol.Lemol;
import io.particlearena.algo.maddpg.Maddpg;
import io.particlearena.algo.parts.AlgorithmEntry;
import io.particlearena.algo.parts.AlgorithmFailure;
import io.particlearena.algo.ppo.Ppo;
import io.particlearena.nn.BackendException;
import io.particlearena.nn.Devices;
import io.particlearena.nn.NativeBackend;
import io.particlearena.options.OptionException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The catalogue of learning algorithms. */
public final class Algorithms {

    private static final List<AlgorithmEntry<?>> ALL =
            List.of(Maddpg.MADDPG, Maddpg.DDPG, Maddpg.M3DDPG, Ppo.PPO, Lemol.LEMOL);

    private Algorithms() {}

    /** All algorithms in the order in which they should be offered. */
    public static List<AlgorithmEntry<?>> all() {
        return ALL;
    }

    /**
     * The algorithm of this name.
     *
     * @throws OptionException if there is none
     */
    public static AlgorithmEntry<?> find(String name) {
        return ALL.stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new OptionException(
                        "algorithm", "There is no algorithm \"" + name + "\"; the algorithms are " + names() + "."));
    }

    /**
     * What computes, for the record of a run: device, backend, build and number of threads. Loads the backend.
     *
     * @throws AlgorithmFailure if this machine cannot run it
     */
    public static Map<String, String> engine() {
        NativeBackend.Description description = backend();
        return Map.of(
                "device", description.device().description(),
                "device_name", description.device().name(),
                "device_reason", description.device().reason(),
                "backend", description.backend(),
                "classifier", description.classifier(),
                "threads", Integer.toString(description.threads()));
    }

    /**
     * Chooses what this process computes on, before it computes anything.
     *
     * @param request {@code auto}, {@code cpu}, or {@code cuda:} and the number of a card
     * @return why this device was taken, as a sentence; empty if it was asked for by name
     * @throws OptionException if it cannot be used
     */
    public static String useDevice(String request) {
        try {
            return Devices.choose(request).reason();
        } catch (BackendException e) {
            throw new OptionException("device", String.valueOf(e.getMessage()));
        }
    }

    /** Whether this process computes on a graphics card, which only one thread may use. */
    public static boolean usesCard() {
        return Devices.usesCard();
    }

    /** The devices that can be chosen on this machine, {@code auto} first. */
    public static List<String> devices() {
        return Devices.offered();
    }

    /** Whether this package of the program can compute on cards at all. */
    public static boolean hasCuda() {
        return Devices.hasCuda();
    }

    /** What would be chosen by {@code auto} on this machine, and why, as a sentence. */
    public static String automaticDevice() {
        return Devices.automatic().reason();
    }

    private static NativeBackend.Description backend() {
        try {
            return NativeBackend.description();
        } catch (BackendException e) {
            throw new AlgorithmFailure(String.valueOf(e.getMessage()), e);
        }
    }

    private static String names() {
        return ALL.stream().map(AlgorithmEntry::name).sorted().collect(Collectors.joining(", "));
    }
}
