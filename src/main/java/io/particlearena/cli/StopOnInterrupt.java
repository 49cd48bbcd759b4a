package io.particlearena.cli;

import java.util.concurrent.CountDownLatch;

/** While it is open, Ctrl-C and a signal to end let what goes on save and end, and the program say how to go on. */
final class StopOnInterrupt implements AutoCloseable {

    private final Console console;
    private final CountDownLatch told = new CountDownLatch(1);
    private final Thread hook;

    /** @param stop asks what goes on to end, and returns at once */
    StopOnInterrupt(Console console, Runnable stop) {
        this.console = console;
        this.hook = new Thread(() -> stopAndWait(stop), "stop on Ctrl-C");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void stopAndWait(Runnable stop) {
        stop.run();
        try {
            told.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everything has ended and was told. */
    @Override
    public void close() {
        told.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is being shut down, so the hook did its work.
            console.err().flush();
        }
    }
}
