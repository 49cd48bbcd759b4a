package io.particlearena.scenario;

/**
 * The largest difference between a recording and its replay.
 *
 * @param largest absolute difference of two numbers, infinite where something is there in only one of them
 * @param where which number differs most, for people; empty if none does
 * @param compared how many numbers were compared
 */
public record Deviation(double largest, String where, long compared) {}
