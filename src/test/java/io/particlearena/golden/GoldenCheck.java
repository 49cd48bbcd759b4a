package io.particlearena.golden;

/** Computes what a case of one kind describes, and compares. */
@FunctionalInterface
interface GoldenCheck {

    void check(GoldenCase golden);
}
