package io.particlearena.ui.shell;

import io.particlearena.experiment.Progress;
import io.particlearena.experiment.RunHandle;
import io.particlearena.ui.Page;
import io.particlearena.ui.RunQueue;
import io.particlearena.ui.Texts;
import io.particlearena.ui.form.NumberText;
import java.util.ArrayList;
import java.util.List;
import javafx.stage.WindowEvent;

/** Closes the window when it is asked to; where runs are not over it asks first, and lets them save. */
final class Closing {

    private final RunControl control;
    private final List<Page> pages;
    private final Dialogs dialogs;
    private final Runnable end;
    private boolean closing;

    /** @param end ends the window and all its pages, whose runs save first */
    Closing(RunControl control, List<Page> pages, Dialogs dialogs, Runnable end) {
        this.control = control;
        this.pages = pages;
        this.dialogs = dialogs;
        this.end = end;
    }

    void requested(WindowEvent event) {
        List<String> underWay = underWay();
        if (underWay.isEmpty() && !closing) {
            end.run();
            return;
        }
        event.consume();
        if (!closing && dialogs.confirmClose(underWay)) {
            closing = true;
            control.stopAndThen(end);
        }
    }

    /** Lets the run and those of all pages save and end, and waits until they have. */
    void saveAndWait() {
        List<RunQueue> queues =
                pages.stream().flatMap(page -> page.queue().stream()).toList();
        queues.forEach(RunQueue::stop);
        control.saveAndWait();
        queues.forEach(RunQueue::stopAndWait);
    }

    /** What would be stopped, in a line each. */
    private List<String> underWay() {
        List<String> lines = new ArrayList<>();
        if (control.activeProperty().get()) {
            RunHandle run = control.handle();
            lines.add(
                    run == null
                            ? Texts.of("close.beginning")
                            : line(run, control.progressProperty().get()));
        }
        for (Page page : pages) {
            page.queue().map(RunQueue::state).ifPresent(state -> {
                state.going().forEach(training -> lines.add(line(training.run(), training.progress())));
                int waiting = state.specs().size() - state.going().size();
                if (waiting > 0) {
                    lines.add(Texts.of("close.waiting", waiting));
                }
            });
        }
        return lines;
    }

    private static String line(RunHandle run, Progress progress) {
        return line(String.valueOf(run.folder().getFileName()), progress);
    }

    private static String line(String run, Progress progress) {
        return Texts.of(
                "close.training", run, NumberText.count(progress.episode()), NumberText.count(progress.episodes()));
    }
}
