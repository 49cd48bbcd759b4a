package io.particlearena.ui.shell;

import io.particlearena.experiment.RunState;
import java.util.Locale;

/** A run's state and the time that it still takes, for people. */
final class StateText {

    private StateText() {}

    static String of(RunState state) {
        return switch (state) {
            case PREPARING -> "Preparing";
            case RUNNING -> "Training";
            case PAUSED -> "Paused";
            case STOPPING -> "Saving";
            case STOPPED -> "Stopped";
            case FINISHED -> "Finished";
            case FAILED -> "Failed";
        };
    }

    /** A stretch of time in its two largest units. */
    static String timeLeft(double seconds) {
        if (!Double.isFinite(seconds)) {
            return "time left unknown";
        }
        long whole = Math.max(0, Math.round(seconds));
        if (whole >= 3600) {
            return String.format(Locale.ROOT, "%d h %02d min left", whole / 3600, whole % 3600 / 60);
        }
        return whole >= 60
                ? String.format(Locale.ROOT, "%d min %02d s left", whole / 60, whole % 60)
                : whole + " s left";
    }
}
