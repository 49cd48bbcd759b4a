package io.particlearena.ui;

import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.experiment.Progress;
import io.particlearena.experiment.RunHandle;
import io.particlearena.experiment.RunState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Trains runs in the background, as many at a time as there are processors, until all are done or the user stops them; one
 * that fails leaves the others alone. Any thread may use it.
 */
public final class RunQueue {

    private static final int AT_ONCE = Runtime.getRuntime().availableProcessors();

    private final Workbench workbench;
    private final Deque<ExperimentSpec> waiting = new ArrayDeque<>();
    private final List<Work> going = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private int done;
    private String problem = "";

    /** A queue without runs. */
    public RunQueue(Workbench workbench) {
        this.workbench = workbench;
    }

    /** A run that has begun, or is about to. */
    private static final class Work {
        private final ExperimentSpec spec;
        private @Nullable RunHandle handle;
        private boolean stopped;

        Work(ExperimentSpec spec) {
            this.spec = spec;
        }
    }

    /**
     * A run that trains.
     *
     * @param run the name of its folder
     * @param progress how far it has come
     */
    public record Training(ExperimentSpec spec, String run, Progress progress) {}

    /**
     * What the queue is doing.
     *
     * @param specs what trains, is about to, or waits
     * @param waiting runs that have not begun
     * @param done runs that were finished since the queue was last empty
     * @param going the runs that train now
     * @param problem which run failed, or why it could not begin; empty if none did
     */
    public record State(List<ExperimentSpec> specs, int waiting, int done, List<Training> going, String problem) {

        /** Whether a run is going on, or will be. */
        public boolean isBusy() {
            return !specs.isEmpty();
        }
    }

    /** Adds runs; those that wait or train already are not added again. */
    public synchronized void add(Collection<ExperimentSpec> specs) {
        problem = "";
        if (threads.isEmpty()) {
            done = 0;
        }
        for (ExperimentSpec spec : specs) {
            if (!waiting.contains(spec) && going.stream().noneMatch(work -> work.spec.equals(spec))) {
                waiting.add(spec);
            }
        }
        int wanted = Math.min(AT_ONCE, going.size() + waiting.size());
        while (threads.size() < wanted) {
            Thread thread = new Thread(this::work, "run-queue-" + threads.size());
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    /** Forgets what waits, and lets the runs that train save and end. */
    public synchronized void stop() {
        waiting.clear();
        for (Work work : going) {
            work.stopped = true;
            if (work.handle != null) {
                work.handle.stop();
            }
        }
    }

    /** Stops, and waits until all runs have saved. */
    public void stopAndWait() {
        stop();
        List<Thread> ending;
        synchronized (this) {
            ending = List.copyOf(threads);
        }
        try {
            for (Thread thread : ending) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What it does at this moment. */
    public synchronized State state() {
        List<ExperimentSpec> specs = Stream.concat(going.stream().map(work -> work.spec), waiting.stream())
                .toList();
        List<Training> training = new ArrayList<>();
        for (Work work : going) {
            if (work.handle != null) {
                String run = String.valueOf(work.handle.folder().getFileName());
                training.add(new Training(work.spec, run, work.handle.progress()));
            }
        }
        return new State(specs, waiting.size(), done, List.copyOf(training), problem);
    }

    private void work() {
        for (Work work = next(); work != null; work = next()) {
            String fault = "";
            try {
                RunHandle run = workbench.start(work.spec, List.of());
                begin(work, run);
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
            end(work, fault);
        }
    }

    private synchronized @Nullable Work next() {
        ExperimentSpec spec = waiting.poll();
        if (spec == null) {
            threads.remove(Thread.currentThread());
            return null;
        }
        Work work = new Work(spec);
        going.add(work);
        return work;
    }

    private synchronized void begin(Work work, RunHandle run) {
        work.handle = run;
        if (work.stopped) {
            run.stop();
        }
    }

    private synchronized void end(Work work, String fault) {
        going.remove(work);
        problem = fault.isEmpty() ? problem : fault;
        if (fault.isEmpty() && Objects.requireNonNull(work.handle).progress().state() == RunState.FINISHED) {
            done++;
        }
    }
}
