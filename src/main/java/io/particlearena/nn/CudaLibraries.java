package io.particlearena.nn;

/** The libraries that ND4J's CUDA backend consists of; tests play them. */
interface CudaLibraries {

    /** Whether they are on the class path; looks at nothing but names. */
    boolean present();

    /**
     * Loads the libraries that ND4J's own need, so that nothing is left to fail in its search for a backend, which prints a
     * stack trace.
     *
     * @throws LinkageError if one of them cannot be had
     */
    void load();
}
