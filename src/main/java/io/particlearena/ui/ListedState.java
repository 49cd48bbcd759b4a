package io.particlearena.ui;

import io.particlearena.results.RunListing;

/** What a listed run is doing, in the user's language. */
public final class ListedState {

    private ListedState() {}

    /** The run's state as a word. */
    public static String of(RunListing run) {
        return switch (run.state()) {
            case "running", "paused", "stopped", "finished", "failed", "interrupted", "tensorboard" ->
                Texts.of("run.state." + run.state());
            default -> Texts.of("run.state.unknown");
        };
    }
}
