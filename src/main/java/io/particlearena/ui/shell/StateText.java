package io.particlearena.ui.shell;

import io.particlearena.experiment.RunState;
import io.particlearena.ui.Texts;
import java.util.Locale;

/** A run's state and the time that it still takes, for people. */
final class StateText {

    private StateText() {}

    static String of(RunState state) {
        return Texts.of("status.state." + state.name().toLowerCase(Locale.ROOT));
    }

    /** A stretch of time in its two largest units. */
    static String timeLeft(double seconds) {
        if (!Double.isFinite(seconds)) {
            return Texts.of("status.left.unknown");
        }
        long whole = Math.max(0, Math.round(seconds));
        if (whole >= 3600) {
            return Texts.of("status.left.hours", text(whole / 3600), twoDigits(whole % 3600 / 60));
        }
        return whole >= 60
                ? Texts.of("status.left.minutes", text(whole / 60), twoDigits(whole % 60))
                : Texts.of("status.left.seconds", text(whole));
    }

    private static String text(long number) {
        return Long.toString(number);
    }

    private static String twoDigits(long number) {
        return String.format(Locale.ROOT, "%02d", number);
    }
}
