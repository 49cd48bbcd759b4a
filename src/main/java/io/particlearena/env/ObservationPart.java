package io.particlearena.env;

import java.util.List;

/**
 * One named part of what an agent observes.
 *
 * @param name for example {@code vector} or {@code raster}
 * @param shape the sizes of its dimensions, all positive
 * @param elements what each element is
 */
public record ObservationPart(String name, List<Integer> shape, Elements elements) {

    /** The type of an observation's elements. */
    public enum Elements {
        /** A real number; computed in double precision and stored by learners as float32. */
        FLOAT32,
        /** An integer from 0 to 255, as pixels are. */
        UINT8
    }

    public ObservationPart {
        shape = List.copyOf(shape);
        if (shape.stream().anyMatch(size -> size < 1)) {
            throw new IllegalArgumentException(
                    "Part " + name + " has shape " + shape + "; every size must be positive");
        }
    }

    /** A part that is one vector of real numbers. */
    public static ObservationPart vector(String name, int length) {
        return new ObservationPart(name, List.of(length), Elements.FLOAT32);
    }

    /** The number of elements. */
    public int size() {
        return shape.stream().mapToInt(Integer::intValue).reduce(1, Math::multiplyExact);
    }
}
