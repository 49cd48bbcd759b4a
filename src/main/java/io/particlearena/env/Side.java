package io.particlearena.env;

/** The two sides of a scenario; the bad side holds the adversaries. */
public enum Side {
    GOOD,
    BAD
}
