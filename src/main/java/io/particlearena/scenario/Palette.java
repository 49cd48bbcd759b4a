package io.particlearena.scenario;

/** Colours that tell landmarks apart, for scenarios in which agents see colours. */
final class Palette {

    /** The number of different colours. */
    static final int SIZE = 7;

    private static final int CHANNELS = 3;

    private Palette() {}

    /**
     * The first colours: red, green and blue, as the published scenarios have them, then their mixtures.
     *
     * @param dark value of a channel that a colour lacks
     * @param bright value of a channel that it has
     */
    static double[][] colours(int count, double dark, double bright) {
        int[] channels = {0b001, 0b010, 0b100, 0b011, 0b110, 0b101, 0b111};
        double[][] colours = new double[count][CHANNELS];
        for (int i = 0; i < count; i++) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                colours[i][channel] = (channels[i] >> channel & 1) == 1 ? bright : dark;
            }
        }
        return colours;
    }
}
