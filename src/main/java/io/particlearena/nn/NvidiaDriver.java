package io.particlearena.nn;

import java.util.List;

/** The NVIDIA driver of a machine, as far as the choice of a device needs it; tests play its answers. */
@FunctionalInterface
interface NvidiaDriver {

    /** Asks for the cards, which may take some tenths of a second. */
    Answer ask();

    /**
     * What the driver says.
     *
     * @param problem why there is no answer, as a clause; empty if there is one
     * @param cuda the newest CUDA that the driver knows, as 1000 times its major number and 10 times its minor one
     * @param cards the cards in CUDA's order, each at the place of its number
     */
    record Answer(String problem, int cuda, List<Card> cards) {

        public Answer {
            cards = List.copyOf(cards);
        }

        /** There is no answer, for a reason. */
        static Answer none(String problem) {
            return new Answer(problem, 0, List.of());
        }

        /** The newest CUDA that the driver knows, as people write it. */
        String cudaVersion() {
            return cuda / 1000 + "." + cuda % 1000 / 10;
        }
    }

    /**
     * A graphics card.
     *
     * @param major the first number of its compute capability
     * @param minor the second one
     * @param bytes its memory
     */
    record Card(String name, int major, int minor, long bytes) {

        String capability() {
            return major + "." + minor;
        }
    }
}
