package io.particlearena.ui.shell;

import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.experiment.ForkOrigin;
import io.particlearena.experiment.OptionChange;
import io.particlearena.experiment.Progress;
import io.particlearena.experiment.RunHandle;
import io.particlearena.experiment.RunState;
import io.particlearena.experiment.Stage;
import io.particlearena.options.OptionException;
import io.particlearena.results.HistogramLoader;
import io.particlearena.results.SeriesLoader;
import io.particlearena.results.SeriesStore;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** Starts, holds and ends the window's run. Used on the JavaFX thread. */
final class RunControl {

    private static final Progress NOTHING =
            new Progress(RunState.STOPPED, 0, 0, 0, 0, 0, 0, Double.NaN, List.of(), Stage.SINGLE);

    private final Workbench workbench;
    private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>(NOTHING);
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private RunMailbox mailbox = new RunMailbox();
    private volatile @Nullable RunHandle handle;
    private boolean stopWanted;
    private BiConsumer<RunHandle, RunMailbox> onStarted = (started, box) -> {};
    private Consumer<OptionChange> onChanged = change -> {};
    private Consumer<RunFailure> onFailure = failure -> {};
    private Consumer<OptionException> onRefused = fault -> {};

    RunControl(Workbench workbench) {
        this.workbench = workbench;
    }

    /** Whether a run is being prepared, runs, is held or is ending. */
    ReadOnlyBooleanProperty activeProperty() {
        return active.getReadOnlyProperty();
    }

    /** How far the present or latest run has come. */
    ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** What the present or latest run last said that the user should know, or an empty text. */
    ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    RunState state() {
        return progress.get().state();
    }

    /** Whether there has been a run since the window was opened. */
    boolean hasRun() {
        return !progress.get().equals(NOTHING);
    }

    @Nullable
    RunHandle handle() {
        return handle;
    }

    void setOnStarted(BiConsumer<RunHandle, RunMailbox> action) {
        onStarted = action;
    }

    void setOnChanged(Consumer<OptionChange> action) {
        onChanged = action;
    }

    void setOnFailure(Consumer<RunFailure> action) {
        onFailure = action;
    }

    void setOnRefused(Consumer<OptionException> action) {
        onRefused = action;
    }

    /** Begins a run; the native library and the first files take a moment, so that happens on a thread of its own. */
    void start(ExperimentSpec spec) {
        RunMailbox box = new RunMailbox();
        begin(spec, box, () -> workbench.start(spec, List.of(box)));
    }

    /** Begins a run that goes on from a checkpoint of another one. */
    void fork(ForkOrigin origin, ExperimentSpec spec) {
        RunMailbox box = new RunMailbox();
        begin(spec, box, () -> workbench.fork(origin, spec, List.of(box)));
    }

    /** Goes on with a run from its newest checkpoint; what it has measured so far is read from its files. */
    void startAgain(Path run, ExperimentSpec spec) {
        RunMailbox box = new RunMailbox();
        begin(spec, box, () -> {
            SeriesStore earlier = SeriesLoader.load(run);
            box.continueFrom(earlier, HistogramLoader.load(run, earlier.histogramTags()));
            return workbench.resume(run, List.of(box));
        });
    }

    private void begin(ExperimentSpec spec, RunMailbox box, Callable<RunHandle> starter) {
        if (active.get()) {
            return;
        }
        mailbox = box;
        handle = null;
        stopWanted = false;
        notice.set("");
        long episodes = spec.run().numEpisodes();
        progress.set(new Progress(RunState.PREPARING, 0, episodes, 0, 0, 0, 0, Double.NaN, List.of(), Stage.SINGLE));
        active.set(true);
        inBackground("run-start", () -> {
            try {
                box.started(starter.call());
            } catch (RuntimeException e) {
                box.refused(e);
            } catch (Exception | Error e) {
                box.refused(new IllegalStateException(String.valueOf(e.getMessage()), e));
            }
        });
    }

    void pause() {
        if (handle != null && active.get()) {
            handle.pause();
        }
    }

    void resume() {
        if (handle != null && active.get()) {
            handle.resume();
        }
    }

    /** Asks the run to save and end. */
    void stop() {
        if (!active.get()) {
            return;
        }
        stopWanted = true;
        if (handle != null) {
            handle.stop();
        }
    }

    /** Lets the run save and end, and waits until it has; for a program that is being ended from outside. */
    void saveAndWait() {
        RunHandle running = handle;
        if (running != null) {
            running.stop();
            try {
                running.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Asks the run to save and end, and does something on the JavaFX thread once it has; at once if none is going on. */
    void stopAndThen(Runnable afterwards) {
        if (!active.get()) {
            afterwards.run();
            return;
        }
        stop();
        RunMailbox box = mailbox;
        RunHandle running = handle;
        inBackground("run-end", () -> {
            try {
                RunHandle awaited = running;
                while (awaited == null && box.takeRefusal() == null) {
                    Thread.sleep(50);
                    awaited = box.takeStarted();
                }
                if (awaited != null) {
                    awaited.stop();
                    awaited.await();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Platform.runLater(afterwards);
        });
    }

    /** Takes what the run has left; called once a pulse. */
    void pulse() {
        RunHandle begun = mailbox.takeStarted();
        if (begun != null) {
            handle = begun;
            onStarted.accept(begun, mailbox);
            if (stopWanted) {
                begun.stop();
            }
        }
        RuntimeException refusal = mailbox.takeRefusal();
        if (refusal != null) {
            refuse(refusal);
        }
        while (handle != null) {
            OptionChange change = mailbox.takeChange();
            if (change == null) {
                break;
            }
            onChanged.accept(change);
        }
        String news = mailbox.takeNotice();
        if (news != null) {
            notice.set(news);
        }
        RunFailure failure = mailbox.takeFailure();
        if (failure != null) {
            onFailure.accept(failure);
        }
        // A run may end before its handle arrives; its last state then waits for the next pulse.
        Progress latest = handle == null ? null : mailbox.takeProgress();
        if (latest != null) {
            progress.set(latest);
            if (latest.state().isOver()) {
                active.set(false);
            }
        }
    }

    private void refuse(RuntimeException reason) {
        active.set(false);
        progress.set(NOTHING);
        if (reason instanceof OptionException fault) {
            onRefused.accept(fault);
        } else {
            onFailure.accept(new RunFailure(Texts.of("train.unstarted", String.valueOf(reason.getMessage())), reason));
        }
    }

    private static void inBackground(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
