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
     * A histogram of this tag stands in the file.
     *
     * @return whether it is to be read, for {@link #histogram} or {@link #refusedHistogram}
     */
    default boolean wantsHistogram(String tag) {
        return false;
    }

    /**
     * A histogram that was wanted.
     *
     * @param description what the file says of the tag; empty where it says nothing or has said it before
     */
    default void histogram(String tag, HistogramPoint point, String description) {}

    /** A histogram that was wanted cannot be understood, or is too large. */
    default void refusedHistogram(String tag) {}

    /**
     * A session began: whatever was received before with this step or a later one belongs to a session that was broken off,
     * and counts no more.
     */
    default void sessionStart(double wallTime, long step) {}
}
