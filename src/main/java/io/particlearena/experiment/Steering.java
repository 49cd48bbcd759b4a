package io.particlearena.experiment;

import io.particlearena.env.ActionHead;
import io.particlearena.env.AgentSpec;

/**
 * How a person moves an agent: right is right and up is up, whatever the scenario's actions are. One thread writes, any
 * other reads.
 */
public final class Steering {

    /** The name of the head that moves an agent. */
    private static final String MOVE = "move";

    /** Two small numbers in one, so that they change together. */
    private volatile Direction direction = new Direction(0, 0);

    /**
     * A direction.
     *
     * @param x 1 for right, -1 for left, 0 for neither
     * @param y 1 for up, -1 for down, 0 for neither
     */
    record Direction(int x, int y) {

        /** The name of the move along the horizontal, {@code none} if there is none. */
        String horizontal() {
            return x > 0 ? "right" : x < 0 ? "left" : "none";
        }

        /** The name of the move along the vertical, {@code none} if there is none. */
        String vertical() {
            return y > 0 ? "up" : y < 0 ? "down" : "none";
        }

        boolean isDiagonal() {
            return x != 0 && y != 0;
        }
    }

    /** Sets the direction, each number -1, 0 or 1. */
    public void set(int x, int y) {
        direction = new Direction(Integer.signum(x), Integer.signum(y));
    }

    Direction direction() {
        return direction;
    }

    /** Whether an agent moves in directions that a person can give. */
    public static boolean canSteer(AgentSpec agent) {
        return agent.actions().stream().anyMatch(Steering::steers);
    }

    /** Whether a head is one that a person can give. */
    static boolean steers(ActionHead head) {
        boolean moves = head.name().equals(MOVE);
        return moves
                && (head.kind() == ActionHead.Kind.BOX
                        ? head.size() == 2
                        : head.classes().contains("right") && head.classes().contains("up"));
    }
}
