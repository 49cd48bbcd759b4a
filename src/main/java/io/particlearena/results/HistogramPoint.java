package io.particlearena.results;

/**
 * A histogram of a run at one time.
 *
 * @param wallTime seconds since 1970
 * @param step environment steps
 * @param histogram what was found then
 */
public record HistogramPoint(double wallTime, long step, Histogram histogram) {}
