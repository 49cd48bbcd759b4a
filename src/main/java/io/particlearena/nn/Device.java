package io.particlearena.nn;

/**
 * What networks are computed on.
 *
 * @param name {@code cpu}, or {@code cuda:} and the number of a card
 * @param description what it is, for people
 * @param reason why it was taken and not another one, as a sentence; empty if it was asked for by name
 */
public record Device(String name, String description, String reason) {

    /** The processor. */
    static final String CPU = "cpu";

    /** What stands before the number of a card. */
    static final String CUDA = "cuda:";

    static Device cpu(String reason) {
        return new Device(CPU, "CPU", reason);
    }

    boolean isCuda() {
        return name.startsWith(CUDA);
    }

    /** The card's number; only of a card. */
    int card() {
        return Integer.parseInt(name.substring(CUDA.length()));
    }
}
