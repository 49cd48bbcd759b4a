package io.particlearena.results;

/** Receives what an event file holds, in the order of the file. */
@FunctionalInterface
public interface EventSink {

    /**
     * A metric has a value.
     *
     * @param wallTime seconds since 1970
     * @param step environment steps
     * @param tag the metric's tag
     * @param value as stored, in single precision
     */
    void scalar(double wallTime, long step, String tag, float value);

    /**
     * A session began: whatever was received before with this step or a later one belongs to a session that was broken off,
     * and counts no more.
     */
    default void sessionStart(double wallTime, long step) {}
}
