package io.particlearena.ui.shell;

import javafx.application.ConditionalFeature;
import javafx.application.Platform;

/**
 * Which of JavaFX's sixty pulses a second show something new. Where a processor draws every pixel and not a graphics card, it
 * is about every second one: learning needs the processors too.
 */
final class FrameRate {

    /** A little more than thirty, so that a pulse that comes late does not make it less. */
    private static final double SOFTWARE_FRAMES_PER_SECOND = 32;

    private static final double NANOS = 1e9;

    private final long interval;
    private long next;

    private FrameRate(long interval) {
        this.interval = interval;
    }

    /** As many frames as this machine's way of drawing can afford. JavaFX draws in three dimensions on graphics cards only. */
    static FrameRate ofThisMachine() {
        return Platform.isSupported(ConditionalFeature.SCENE3D) ? unlimited() : limited(SOFTWARE_FRAMES_PER_SECOND);
    }

    /** Every pulse. */
    static FrameRate unlimited() {
        return new FrameRate(0);
    }

    /** So many frames a second, evenly. */
    static FrameRate limited(double framesPerSecond) {
        return new FrameRate((long) (NANOS / framesPerSecond));
    }

    /** Whether a frame is due at this pulse; after a yes the next one is an interval away. */
    boolean isDue(long now) {
        if (now < next) {
            return false;
        }
        next = Math.max(next + interval, now - interval);
        return true;
    }
}
