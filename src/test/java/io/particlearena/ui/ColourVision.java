package io.particlearena.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/**
 * How different colours look to people who lack the cones for long, middle or short waves: severe cases after Machado,
 * Oliveira and Fernandes (2009), distances in CIELAB.
 */
public final class ColourVision {

    private static final double[][][] EYES = {
        {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
        {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
        {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
        {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}
    };

    private ColourVision() {}

    /** Asserts that any two of the colours, as {@code 0xRRGGBB}, look at least so different to everyone. */
    public static void assertToldApart(List<Integer> colours, double least) {
        for (double[][] eye : EYES) {
            for (int i = 0; i < colours.size(); i++) {
                for (int j = 0; j < i; j++) {
                    assertThat(distance(seen(colours.get(i), eye), seen(colours.get(j), eye)))
                            .as("%06x and %06x", colours.get(i), colours.get(j))
                            .isGreaterThan(least);
                }
            }
        }
    }

    private static double distance(double[] one, double[] other) {
        return Math.hypot(Math.hypot(one[0] - other[0], one[1] - other[1]), one[2] - other[2]);
    }

    private static double[] seen(int colour, double[][] eye) {
        double[] light = {linear(colour >> 16 & 255), linear(colour >> 8 & 255), linear(colour & 255)};
        double[] through = new double[3];
        for (int row = 0; row < 3; row++) {
            double sum = eye[row][0] * light[0] + eye[row][1] * light[1] + eye[row][2] * light[2];
            through[row] = Math.max(0, Math.min(1, sum));
        }
        double x = 0.4124 * through[0] + 0.3576 * through[1] + 0.1805 * through[2];
        double y = 0.2126 * through[0] + 0.7152 * through[1] + 0.0722 * through[2];
        double z = 0.0193 * through[0] + 0.1192 * through[1] + 0.9505 * through[2];
        double a = root(x / 0.95047);
        double b = root(y);
        double c = root(z / 1.08883);
        return new double[] {116 * b - 16, 500 * (a - b), 200 * (b - c)};
    }

    private static double root(double share) {
        return share > 0.008856 ? Math.cbrt(share) : 7.787 * share + 16.0 / 116;
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
