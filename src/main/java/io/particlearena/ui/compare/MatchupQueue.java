package io.particlearena.ui.compare;

import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.experiment.Progress;
import io.particlearena.experiment.RunHandle;
import io.particlearena.experiment.RunState;
import io.particlearena.ui.Workbench;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Trains runs one after the other on a thread of its own, until all are done, one fails or the user stops it. */
final class MatchupQueue {

    private final Workbench workbench;
    private final Deque<ExperimentSpec> waiting = new ArrayDeque<>();
    private @Nullable Thread worker;
    private @Nullable RunHandle current;
    private int done;
    private String problem = "";

    MatchupQueue(Workbench workbench) {
        this.workbench = workbench;
    }

    /**
     * What the queue is doing.
     *
     * @param waiting runs that have not begun
     * @param done runs that were finished since the queue was last empty
     * @param spec what the present run trains; null if there is none
     * @param progress how far the present run has come; null if there is none
     * @param problem why the queue stopped; empty if it did not
     */
    record State(
            int waiting,
            int done,
            @Nullable ExperimentSpec spec,
            @Nullable Progress progress,
            String problem) {

        /** Whether a run is going on, or will be. */
        boolean isBusy() {
            return spec != null || waiting > 0;
        }
    }

    /** Adds runs; those that wait already are not added again. */
    synchronized void add(Collection<ExperimentSpec> specs) {
        problem = "";
        if (worker == null) {
            done = 0;
        }
        for (ExperimentSpec spec : specs) {
            if (!waiting.contains(spec) && !(current != null && current.spec().equals(spec))) {
                waiting.add(spec);
            }
        }
        if (worker == null && !waiting.isEmpty()) {
            worker = new Thread(this::work, "match-ups");
            worker.setDaemon(true);
            worker.start();
        }
    }

    /** Forgets what waits, and lets the present run save and end. */
    synchronized void stop() {
        waiting.clear();
        if (current != null) {
            current.stop();
        }
    }

    /** Stops, and waits until the present run has saved. */
    void stopAndWait() {
        stop();
        Thread thread;
        synchronized (this) {
            thread = worker;
        }
        if (thread != null) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    synchronized State state() {
        return new State(
                waiting.size(),
                done,
                current == null ? null : current.spec(),
                current == null ? null : current.progress(),
                problem);
    }

    private void work() {
        ExperimentSpec spec = next();
        while (spec != null) {
            String fault = "";
            try {
                RunHandle run = workbench.start(spec, List.of());
                begin(run);
                run.await();
                if (run.progress().state() == RunState.FAILED) {
                    fault = String.valueOf(run.folder().getFileName());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                fault = String.valueOf(e.getMessage());
            } catch (RuntimeException e) {
                fault = String.valueOf(e.getMessage());
            }
            end(fault);
            spec = next();
        }
    }

    private synchronized @Nullable ExperimentSpec next() {
        ExperimentSpec spec = waiting.poll();
        if (spec == null) {
            worker = null;
        }
        return spec;
    }

    private synchronized void begin(RunHandle run) {
        current = run;
    }

    private synchronized void end(String fault) {
        current = null;
        if (fault.isEmpty()) {
            done++;
        } else {
            problem = fault;
            waiting.clear();
        }
    }
}
