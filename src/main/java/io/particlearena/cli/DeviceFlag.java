package io.particlearena.cli;

import io.particlearena.experiment.Experiments;
import io.particlearena.options.OptionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flag that says what a command computes on. */
final class DeviceFlag {

    /** What is chosen where the flag is not given. */
    private static final String AUTO = "auto";

    private static final String PROCESSOR = "cpu";

    @Option(
            names = "--device",
            paramLabel = "NAME",
            description =
                    "What to compute on: auto, cpu, or cuda:N for the card of this number. Default: auto, the first"
                            + " card that can be used, else the CPU; only packages with CUDA libraries use cards.")
    private @Nullable String name;

    /**
     * Chooses the device, before anything is computed. What the flag left to the program is told in one line, and so is a
     * choice where there was one to make.
     *
     * @throws OptionException if the device cannot be used
     */
    void choose(Console console) {
        String reason = Experiments.useDevice(name == null ? AUTO : name);
        if (!reason.isEmpty() && (name != null || Experiments.hasCuda())) {
            console.err().println(reason);
            console.err().flush();
        }
    }

    /**
     * Chooses the CPU for several runs at once, each on a thread of its own.
     *
     * @throws OptionException if the flag says otherwise
     */
    void chooseProcessor() {
        if (name != null && !name.equals(AUTO) && !name.equals(PROCESSOR)) {
            throw new OptionException(
                    "device", "The device is \"" + name + "\", but several runs at once compute on the CPU only.");
        }
        Experiments.useDevice(PROCESSOR);
    }
}
