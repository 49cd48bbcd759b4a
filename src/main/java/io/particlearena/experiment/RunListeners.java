package io.particlearena.experiment;

import io.particlearena.env.Signal;
import io.particlearena.results.Histogram;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Tells all listeners of a run; one that throws is heard no more, and the run goes on as if it had not been there. */
final class RunListeners implements RunListener {

    private static final System.Logger LOG = System.getLogger(RunListeners.class.getName());

    private final List<RunListener> listeners;

    RunListeners(List<RunListener> listeners) {
        this.listeners = new ArrayList<>(listeners);
    }

    private void tell(Consumer<RunListener> message) {
        listeners.removeIf(listener -> !isHeard(listener, message));
    }

    private static boolean isHeard(RunListener listener, Consumer<RunListener> message) {
        try {
            message.accept(listener);
            return true;
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "A listener of the run failed and is heard no more", e);
            LOG.log(System.Logger.Level.WARNING, "A listener of the run failed and is heard no more: " + e);
            return false;
        }
    }

    @Override
    public void started(ExperimentSpec spec, Path folder) {
        tell(listener -> listener.started(spec, folder));
    }

    @Override
    public void metric(String tag, long step, double value) {
        if (!listeners.isEmpty()) {
            tell(listener -> listener.metric(tag, step, value));
        }
    }

    @Override
    public void histogram(String tag, long step, Histogram histogram, List<String> names) {
        tell(listener -> listener.histogram(tag, step, histogram, names));
    }

    @Override
    public void signals(long step, Stage stage, List<List<Signal>> signals) {
        tell(listener -> listener.signals(step, stage, signals));
    }

    @Override
    public void changed(OptionChange change) {
        tell(listener -> listener.changed(change));
    }

    @Override
    public void progress(Progress progress) {
        tell(listener -> listener.progress(progress));
    }

    @Override
    public void notice(String message) {
        tell(listener -> listener.notice(message));
    }

    /** Gives notice of what has happened after a step. */
    void noticeAfter(long step, String what) {
        notice("After step " + String.format(Locale.ROOT, "%,d", step).replace(',', '\u202f') + ", " + what + ".");
    }

    @Override
    public void ended(Progress progress) {
        tell(listener -> listener.ended(progress));
    }

    @Override
    public void failed(String message, Throwable cause) {
        tell(listener -> listener.failed(message, cause));
    }
}
