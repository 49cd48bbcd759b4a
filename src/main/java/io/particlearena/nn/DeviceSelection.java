package io.particlearena.nn;

import io.particlearena.nn.NvidiaDriver.Answer;
import io.particlearena.nn.NvidiaDriver.Card;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which device is taken, by what the driver and the libraries say.
 *
 * <p>ND4J's CUDA library has machine code for the compute capabilities 3.7, 5.0, 5.2, 6.0, 6.1, 7.0, 7.5, 8.0 and 8.6, which
 * also runs on later ones of the same major number, and no code that a driver could translate for newer cards. ND4J itself
 * only counts cards: it would start on a newer one and die in its first operation.
 */
final class DeviceSelection {

    /** The word that leaves the choice to the program. */
    static final String AUTO = "auto";

    private static final int LEAST_CAPABILITY = 37;
    private static final int MOST_CAPABILITY = 89;
    /** What drivers of the CUDA 11 family answer, with which programs for 11.6 run. */
    private static final int LEAST_CUDA = 11_000;
    /** An estimate: code of one card's kind, cuBLAS and its workspace, and the buffers of a run. */
    private static final long LEAST_BYTES = 2L << 30;

    private static final Pattern CARD = Pattern.compile("cuda:(0|[1-9][0-9]{0,2})");

    private final NvidiaDriver driver;
    private final CudaLibraries libraries;

    DeviceSelection(NvidiaDriver driver, CudaLibraries libraries) {
        this.driver = driver;
        this.libraries = libraries;
    }

    /**
     * The device for what was asked for: {@code auto}, {@code cpu}, or {@code cuda:} and a number.
     *
     * @throws BackendException if it cannot be used, in one sentence that says why
     */
    Device select(String request) {
        if (request.equals(AUTO)) {
            return automatic();
        }
        if (request.equals(Device.CPU)) {
            return Device.cpu("");
        }
        if (!CARD.matcher(request).matches()) {
            throw new BackendException(
                    "The device is \"" + request + "\", but must be auto, cpu, or cuda:N with the number N of a card,"
                            + " such as cuda:0.",
                    null);
        }
        Answer answer = driver.ask();
        int number = Integer.parseInt(request.substring(Device.CUDA.length()));
        String problem = problem(answer, number);
        if (!problem.isEmpty()) {
            throw new BackendException("The device " + request + " cannot be used: " + problem + ".", null);
        }
        return device(answer, number, "");
    }

    /** What can be asked for here. */
    List<String> offered() {
        List<String> names = new ArrayList<>(List.of(AUTO, Device.CPU));
        if (libraries.present()) {
            Answer answer = driver.ask();
            for (int number = 0; number < answer.cards().size(); number++) {
                if (problem(answer, number).isEmpty()) {
                    names.add(Device.CUDA + number);
                }
            }
        }
        return List.copyOf(names);
    }

    /** The first card that can be used, else the processor. Without libraries the driver is not asked, which takes time. */
    private Device automatic() {
        if (!libraries.present()) {
            return Device.cpu(onProcessor(withoutLibraries()));
        }
        Answer answer = driver.ask();
        String first = "";
        for (int number = 0; number < Math.max(1, answer.cards().size()); number++) {
            String problem = problem(answer, number);
            if (problem.isEmpty()) {
                return device(
                        answer,
                        number,
                        "Computing on the card " + answer.cards().get(number).name() + " (cuda:" + number + ").");
            }
            first = first.isEmpty() ? problem : first;
        }
        return Device.cpu(onProcessor(first));
    }

    private static String onProcessor(String problem) {
        return "Computing on the CPU, as " + problem + ".";
    }

    /** Why a card cannot be used, as a clause; empty if it can be. */
    private String problem(Answer answer, int number) {
        if (!answer.problem().isEmpty()) {
            return answer.problem();
        }
        if (answer.cards().isEmpty()) {
            return "the NVIDIA driver finds no card";
        }
        if (number >= answer.cards().size()) {
            int count = answer.cards().size();
            return "the NVIDIA driver knows "
                    + (count == 1 ? "one card only, cuda:0" : count + " cards, cuda:0 to cuda:" + (count - 1));
        }
        if (answer.cuda() < LEAST_CUDA) {
            return "the NVIDIA driver is too old, as it knows CUDA " + answer.cudaVersion()
                    + ", but CUDA 11.6 needs driver 450.80.02 (Linux) or 452.39 (Windows) or newer";
        }
        Card card = answer.cards().get(number);
        int capability = 10 * card.major() + card.minor();
        if (capability < LEAST_CAPABILITY || capability > MOST_CAPABILITY) {
            return "the card " + card.name() + " has compute capability " + card.capability()
                    + ", but the CUDA libraries of this program run on 3.7 to 8.9 only";
        }
        if (card.bytes() < LEAST_BYTES) {
            return String.format(
                    Locale.ROOT,
                    "the card %s has %.1f GB of memory, but 2 GB are needed",
                    card.name(),
                    gigabytes(card));
        }
        return withLibraries();
    }

    private static double gigabytes(Card card) {
        return card.bytes() / (double) (1L << 30);
    }

    private String withLibraries() {
        if (!libraries.present()) {
            return withoutLibraries();
        }
        try {
            libraries.load();
            return "";
        } catch (LinkageError e) {
            return "the CUDA libraries cannot be loaded ("
                    + String.valueOf(e.getMessage()).replace('\n', ' ') + ")";
        }
    }

    private static String withoutLibraries() {
        return "this package of the program has no CUDA libraries (docs/cuda.md says how to build one that has)";
    }

    private static Device device(Answer answer, int number, String reason) {
        Card card = answer.cards().get(number);
        return new Device(Device.CUDA + number, card.name() + ", compute capability " + card.capability(), reason);
    }
}
