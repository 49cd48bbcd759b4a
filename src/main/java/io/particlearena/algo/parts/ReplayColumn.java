package io.particlearena.algo.parts;

import io.particlearena.env.ObservationPart.Elements;

/**
 * One named, typed column of a {@link JointReplay}.
 *
 * @param name unique in its replay buffer, for example {@code observation/0}
 * @param elements what each element is; bytes are read as numbers from 0 to 255
 * @param size the number of elements in each row, may be 0
 */
public record ReplayColumn(String name, Elements elements, int size) {

    public ReplayColumn {
        if (size < 0) {
            throw new IllegalArgumentException("Column " + name + " has size " + size + "; it must not be negative");
        }
    }

    /** The real-valued observation that an agent acted on. */
    public static String observation(int seat) {
        return "observation/" + seat;
    }

    /** The byte-valued observation that an agent acted on. */
    public static String pixels(int seat) {
        return "pixels/" + seat;
    }

    /** The numbers of an agent's action heads, as executed. */
    public static String action(int seat) {
        return "action/" + seat;
    }

    /** What the agent got for it. */
    public static String reward(int seat) {
        return "reward/" + seat;
    }

    /** The real-valued observation after the step. */
    public static String nextObservation(int seat) {
        return "next_observation/" + seat;
    }

    /** The byte-valued observation after the step. */
    public static String nextPixels(int seat) {
        return "next_pixels/" + seat;
    }

    /** The name of the column that is 1 where the episode ended by its own rules. */
    public static final String TERMINATED = "terminated";

    /** The name of the column that is 1 where the time limit cut the episode off. */
    public static final String TRUNCATED = "truncated";
}
