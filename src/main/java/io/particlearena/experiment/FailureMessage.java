package io.particlearena.experiment;

import io.particlearena.algo.parts.AlgorithmFailure;
import io.particlearena.options.OptionException;
import io.particlearena.store.IoReason;
import io.particlearena.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Why a run failed, in one sentence. */
final class FailureMessage {

    private FailureMessage() {}

    /**
     * What a user should know of a failure.
     *
     * @param folder the run's
     */
    static String of(Throwable cause, Path folder) {
        if (cause instanceof AlgorithmFailure || cause instanceof StoreException || cause instanceof OptionException) {
            return String.valueOf(cause.getMessage());
        }
        if (cause instanceof OutOfMemoryError) {
            return "The run needs more than the %d megabytes that the program may use; give it more with -Xmx, or a smaller"
                            .formatted(Runtime.getRuntime().maxMemory() >> 20)
                    + " replay_buffer_capacity.";
        }
        IOException disk = cause instanceof UncheckedIOException unchecked
                ? unchecked.getCause()
                : cause instanceof IOException checked ? checked : null;
        if (disk != null) {
            return "The files of the run in " + folder + " cannot be written: " + IoReason.of(disk) + ".";
        }
        return "The run failed unexpectedly: " + cause + ".";
    }
}
