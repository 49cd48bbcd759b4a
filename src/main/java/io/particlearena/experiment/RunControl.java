package io.particlearena.experiment;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** What other threads want of a run. Asking the run to look costs the training thread one volatile read a step. */
final class RunControl {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<Consumer<Trainer>> wishes = new ConcurrentLinkedQueue<>();
    private volatile boolean paused;
    private volatile boolean stopped;

    /** Asks the run to hold. */
    void pause() {
        change(true, stopped);
    }

    /** Asks the run to go on. */
    void resume() {
        change(false, stopped);
    }

    /** Asks the run to end, even while it holds. */
    void stop() {
        change(paused, true);
    }

    private void change(boolean pause, boolean stop) {
        lock.lock();
        try {
            paused = pause;
            stopped = stop;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Asks the run to do something between two steps. */
    void wish(Consumer<Trainer> work) {
        wishes.add(work);
    }

    /** Does what was wished since the last call; for the training thread. */
    void fulfil(Trainer trainer) {
        for (Consumer<Trainer> wish = wishes.poll(); wish != null; wish = wishes.poll()) {
            wish.accept(trainer);
        }
    }

    boolean shouldPause() {
        return paused && !stopped;
    }

    boolean shouldStop() {
        return stopped;
    }

    /** Waits while the run is to hold. */
    void awaitGo() {
        lock.lock();
        try {
            while (paused && !stopped) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }
}
