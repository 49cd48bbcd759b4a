package io.particlearena.ui.shell;

import io.particlearena.env.Signal;
import io.particlearena.experiment.OptionChange;
import io.particlearena.experiment.Progress;
import io.particlearena.experiment.RunHandle;
import io.particlearena.experiment.RunListener;
import io.particlearena.experiment.Stage;
import io.particlearena.results.Histogram;
import io.particlearena.results.HistogramPoint;
import io.particlearena.results.HistogramStore;
import io.particlearena.results.SeriesStore;
import io.particlearena.ui.course.LearningTrails;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What a run leaves for the window: the training thread puts, the JavaFX thread takes once a pulse. Of all but
 * changed options, which are few, only the newest counts, so neither ever waits for the other and no queue can fill up.
 */
final class RunMailbox implements RunListener {

    private static final double MILLIS = 1000;

    private volatile SeriesStore store = new SeriesStore();
    private volatile HistogramStore histograms = new HistogramStore();
    private volatile boolean continuing;
    private final LearningTrails trails = new LearningTrails();
    private final AtomicReference<@Nullable Progress> progress = new AtomicReference<>();
    private final AtomicReference<@Nullable RunFailure> failure = new AtomicReference<>();
    private final Queue<OptionChange> changes = new ConcurrentLinkedQueue<>();
    private final AtomicReference<@Nullable String> notice = new AtomicReference<>();
    private final AtomicReference<@Nullable RunHandle> started = new AtomicReference<>();
    private final AtomicReference<@Nullable RuntimeException> refusal = new AtomicReference<>();

    @Override
    public void metric(String tag, long step, double value) {
        store.append(tag, step, System.currentTimeMillis() / MILLIS, value);
    }

    @Override
    public void histogram(String tag, long step, Histogram histogram, List<String> names) {
        double now = System.currentTimeMillis() / MILLIS;
        histograms.append(tag, new HistogramPoint(now, step, histogram), names);
    }

    @Override
    public void signals(long step, Stage stage, List<List<Signal>> signals) {
        trails.add(stage, signals);
    }

    @Override
    public void progress(Progress next) {
        if (continuing) {
            continuing = false;
            // What lies beyond the checkpoint is measured again.
            store.dropFrom(next.step() + 1);
            histograms.dropFrom(next.step() + 1);
        }
        progress.set(next);
    }

    @Override
    public void ended(Progress last) {
        progress.set(last);
    }

    @Override
    public void changed(OptionChange change) {
        changes.add(change);
    }

    @Override
    public void notice(String message) {
        notice.set(message);
    }

    @Override
    public void failed(String message, Throwable cause) {
        failure.set(new RunFailure(message, cause));
    }

    /** Lets the curves go on from these; called before the run begins. */
    void continueFrom(SeriesStore earlier, HistogramStore earlierHistograms) {
        store = earlier;
        histograms = earlierHistograms;
        continuing = true;
    }

    void started(RunHandle handle) {
        started.set(handle);
    }

    void refused(RuntimeException reason) {
        refusal.set(reason);
    }

    SeriesStore store() {
        return store;
    }

    HistogramStore histograms() {
        return histograms;
    }

    LearningTrails trails() {
        return trails;
    }

    @Nullable
    Progress takeProgress() {
        return progress.getAndSet(null);
    }

    @Nullable
    OptionChange takeChange() {
        return changes.poll();
    }

    @Nullable
    String takeNotice() {
        return notice.getAndSet(null);
    }

    @Nullable
    RunFailure takeFailure() {
        return failure.getAndSet(null);
    }

    @Nullable
    RunHandle takeStarted() {
        return started.getAndSet(null);
    }

    @Nullable
    RuntimeException takeRefusal() {
        return refusal.getAndSet(null);
    }
}
