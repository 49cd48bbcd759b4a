package io.particlearena.ui.episodes;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;

/** The time that all arenas of the page show, in steps of the episode, and how it goes on. Used on the JavaFX thread. */
final class Playhead {

    /** Steps a second at speed 1. */
    static final double STEPS_PER_SECOND = 10;

    /** The slowest speed is one over two to this. */
    static final int SLOWEST = -3;

    /** The fastest speed is two to this. */
    static final int FASTEST = 6;

    /** While time goes on, numbers change at most this often: nobody reads them faster. */
    private static final long TELL_NANOS = 90_000_000L;

    private static final double REST_SECONDS = 0.5;
    private static final double NANOS = 1e9;
    private static final double LONGEST_FRAME_SECONDS = 0.25;

    private final ReadOnlyDoubleWrapper time = new ReadOnlyDoubleWrapper();
    private final ReadOnlyIntegerWrapper steps = new ReadOnlyIntegerWrapper();
    private final BooleanProperty playing = new SimpleBooleanProperty(true);
    private final BooleanProperty looping = new SimpleBooleanProperty(true);
    private final IntegerProperty speed = new SimpleIntegerProperty();
    private final ReadOnlyIntegerWrapper from = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper to = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper toldStep = new ReadOnlyIntegerWrapper();
    private long toldAt;
    private double rested;
    private long pulsed = -1;

    /** The time in steps; between two steps, bodies are on the way to the second. */
    ReadOnlyDoubleProperty timeProperty() {
        return time.getReadOnlyProperty();
    }

    /** The step whose values are told: that of the time, but while time goes on only some times a second. */
    ReadOnlyIntegerProperty toldStepProperty() {
        return toldStep.getReadOnlyProperty();
    }

    /** The number of steps of the longest episode. */
    ReadOnlyIntegerProperty stepsProperty() {
        return steps.getReadOnlyProperty();
    }

    /** Whether time goes on by itself. */
    BooleanProperty playingProperty() {
        return playing;
    }

    /** Whether it begins anew at the end of the range, which else is of no meaning. */
    BooleanProperty loopingProperty() {
        return looping;
    }

    /** The logarithm of the speed to the base of two. */
    IntegerProperty speedProperty() {
        return speed;
    }

    /** The step at which the range begins. */
    ReadOnlyIntegerProperty fromProperty() {
        return from.getReadOnlyProperty();
    }

    /** The step at which the range ends. */
    ReadOnlyIntegerProperty toProperty() {
        return to.getReadOnlyProperty();
    }

    /** The step that is shown: the one that bodies are on the way to. */
    int step() {
        return (int) Math.ceil(time.get());
    }

    /** Takes the length of other episodes; a range of the whole length stays one, and the time stays if it can. */
    void setSteps(int next) {
        boolean whole = from.get() == 0 && to.get() == steps.get();
        steps.set(next);
        to.set(whole ? next : Math.min(to.get(), next));
        from.set(Math.min(from.get(), to.get()));
        seek(time.get());
    }

    /** Goes to a time. */
    void seek(double next) {
        rested = 0;
        time.set(Math.max(0, Math.min(steps.get(), next)));
        toldStep.set(step());
    }

    /** Holds and goes some steps on (positive) or back. */
    void step(int count) {
        playing.set(false);
        seek(count > 0 ? Math.floor(time.get()) + count : Math.ceil(time.get()) + count);
    }

    /** Holds, or goes on; from the end it begins anew. */
    void playOrHold() {
        if (!playing.get() && time.get() >= steps.get()) {
            seek(0);
        }
        playing.set(!playing.get());
    }

    /** Goes faster (positive) or slower, by powers of two. */
    void changeSpeed(int powers) {
        speed.set(Math.max(SLOWEST, Math.min(FASTEST, speed.get() + powers)));
    }

    /** Sets the range that is looped; its ends may come in any order. */
    void setRange(int one, int other) {
        from.set(Math.max(0, Math.min(one, other)));
        to.set(Math.min(steps.get(), Math.max(one, other)));
        looping.set(true);
    }

    /** Called once a pulse, with a time in nanoseconds that only grows. */
    void pulse(long now) {
        double seconds = pulsed < 0 ? 0 : Math.min(LONGEST_FRAME_SECONDS, (now - pulsed) / NANOS);
        pulsed = now;
        if (playing.get() && steps.get() > 0) {
            advance(seconds);
        }
        if (!playing.get() || now - toldAt > TELL_NANOS) {
            toldAt = now;
            toldStep.set(step());
        }
    }

    private void advance(double seconds) {
        boolean ranged = looping.get() && to.get() > from.get();
        int end = ranged && time.get() <= to.get() ? to.get() : steps.get();
        double next = time.get() + seconds * STEPS_PER_SECOND * Math.scalb(1.0, speed.get());
        if (next < end) {
            time.set(next);
        } else if (!looping.get()) {
            time.set(end);
            playing.set(false);
        } else {
            time.set(end);
            rested += seconds;
            if (rested >= REST_SECONDS) {
                seek(ranged ? from.get() : 0);
            }
        }
    }
}
