package io.particlearena.experiment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Trains runs, several at the same time, each on a thread of its own that computes with one native thread. Runs share
 * nothing that learns, so each ends with the same bytes as if it had been alone; one that fails leaves the others alone.
 */
public final class RunBatch {

    /** One of the runs. Called on the thread that trains it. */
    public interface Member {

        /** Makes the run, which is executed next. */
        Run prepare();

        /** The run could not be made, so it does not take place. */
        void refused(RuntimeException reason);
    }

    private final Deque<Member> waiting;
    private final List<Run> going = new ArrayList<>();
    private final int atOnce;
    private boolean stopped;

    /**
     * @param members begin in this order
     * @param atOnce how many train at the same time, at least 1
     */
    public RunBatch(Collection<? extends Member> members, int atOnce) {
        this.waiting = new ArrayDeque<>(members);
        this.atOnce = Math.min(atOnce, members.size());
    }

    /** Trains until all runs are over, or, once it was stopped, those that had begun. */
    public void execute() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < atOnce; i++) {
            Thread thread = new Thread(this::work, "training-" + (i + 1));
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Lets no further run begin; those that have begun write a checkpoint and end. Returns at once. */
    public synchronized void stop() {
        stopped = true;
        going.forEach(Run::stop);
    }

    private void work() {
        for (Member member = next(); member != null; member = next()) {
            train(member);
        }
    }

    private void train(Member member) {
        Run run;
        try {
            run = member.prepare();
        } catch (RuntimeException e) {
            member.refused(e);
            return;
        }
        begin(run);
        try {
            run.execute();
        } finally {
            end(run);
        }
    }

    private synchronized @Nullable Member next() {
        return stopped ? null : waiting.poll();
    }

    /** A run that was being made when all were stopped begins, and ends at once, so that none but the last are left out. */
    private synchronized void begin(Run run) {
        going.add(run);
        if (stopped) {
            run.stop();
        }
    }

    private synchronized void end(Run run) {
        going.remove(run);
    }
}
