package io.particlearena.algo.parts;

/**
 * Learning broke down, usually because a loss is no longer finite, or cannot begin; the message is one sentence for the
 * user.
 */
public final class AlgorithmFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    public AlgorithmFailure(String message) {
        super(message);
    }

    /** @param cause what happened */
    public AlgorithmFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * A value of an update is not finite.
     *
     * @param agent the agent's name
     * @param update the number of the update, from 1
     * @param metric the value's name
     * @param value what it is
     */
    public static AlgorithmFailure notFinite(String agent, long update, String metric, double value) {
        return new AlgorithmFailure("The " + metric + " of agent " + agent + " is " + value + " in its update " + update
                + ", so learning cannot go on; a smaller learning rate or larger batch may help.");
    }
}
