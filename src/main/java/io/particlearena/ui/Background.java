package io.particlearena.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;

/**
 * One thread for work that would hold up the window, such as reading files: jobs are done in their order, and their results
 * come back on the JavaFX thread.
 */
public final class Background implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 5;

    private final ExecutorService worker;

    /** A thread of this name that does not keep the program alive. */
    public Background(String name) {
        worker = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Does the work on the thread, then hands its result, or what it threw, to one of the two on the JavaFX thread. */
    public <T> void run(Callable<T> work, Consumer<T> onResult, Consumer<Exception> onFailure) {
        worker.execute(() -> {
            try {
                T result = work.call();
                Platform.runLater(() -> onResult.accept(result));
            } catch (Exception e) {
                Platform.runLater(() -> onFailure.accept(e));
            }
        });
    }

    /** Takes no further work and waits, a few seconds at most, until what was given before is done. */
    public void finish() {
        worker.shutdown();
        try {
            worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does no further work; a job that has begun is interrupted. */
    @Override
    public void close() {
        worker.shutdownNow();
    }
}
