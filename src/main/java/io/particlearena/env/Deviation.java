package io.particlearena.env;

/**
 * How far a repeated episode lies from the recorded one.
 *
 * @param largest the largest absolute difference of any number; infinite where numbers and their absence meet
 * @param place where it is, for people; empty if there is no difference
 * @param values the number of values compared
 */
public record Deviation(double largest, String place, long values) {}
