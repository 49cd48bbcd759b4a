package io.particlearena.ui.shell;

import io.particlearena.experiment.RunState;

/** A run's state for people. */
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
}
