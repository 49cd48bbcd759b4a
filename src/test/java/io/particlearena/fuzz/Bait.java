package io.particlearena.fuzz;

/** A class that changed files name, and that no reader has any reason to load. */
public final class Bait {

    /** The property that is set as soon as the class is initialised. */
    static final String TAKEN = "fuzz.bait.taken";

    static {
        System.setProperty(TAKEN, "true");
    }

    /** What a library that makes objects of named classes would call. */
    public Bait() {}
}
