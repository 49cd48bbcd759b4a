package io.particlearena.nn;

/** One operation of a sealed plan, with all its memory bound; replayed at every run without allocating. */
@FunctionalInterface
interface Step {

    /** Computes; {@code scratch} holds nothing of value before and after. */
    void run(Scratch scratch);
}
