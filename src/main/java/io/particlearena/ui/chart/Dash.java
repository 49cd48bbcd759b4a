package io.particlearena.ui.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** By what curves of one colour are told apart: dashes along the horizontal axis. */
public enum Dash {
    /** No gaps. */
    SOLID,
    /** Long dashes. */
    DASHED(7, 4),
    /** Dots. */
    DOTTED(2, 3),
    /** A long dash, a dot, and so on. */
    DASH_DOTTED(8, 3, 2, 3);

    /** Gaps are faint rather than empty, so that no spike is lost in them. */
    static final double GAP_OPACITY = 0.2;

    private static final String COLOUR = "COLOUR";

    /** Lengths of dash, gap, dash, gap and so on in logical pixels. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Double> lengths;

    private final double period;

    /** Fill of a style sheet with {@link #COLOUR} in the place of the colour. */
    private final String fill;

    Dash(double... lengths) {
        this.lengths = Arrays.stream(lengths).boxed().toList();
        this.period = Arrays.stream(lengths).sum();
        this.fill = fill();
    }

    /** For those that get the colours of a palette a second time, a third time, and so on. */
    public static Dash ofRound(int round) {
        return values()[round % values().length];
    }

    /** Whether there is a gap so far from the beginning, in logical pixels. */
    boolean isGap(double place) {
        double rest = period > 0 ? place % period : 0;
        for (int i = 0; i < lengths.size(); i++) {
            rest -= lengths.get(i);
            if (rest < 0) {
                return i % 2 == 1;
            }
        }
        return false;
    }

    /** Lengths of dash, gap, dash, gap and so on in logical pixels; none for a solid line. */
    public double[] lengths() {
        return lengths.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The fill of a style sheet in which a colour, as style sheets have it, has this dash's gaps from left to right. */
    public String fill(String colour) {
        return fill.replace(COLOUR, colour);
    }

    private String fill() {
        if (lengths.isEmpty()) {
            return COLOUR;
        }
        StringBuilder stops = new StringBuilder();
        double place = 0;
        for (int i = 0; i < lengths.size(); i++) {
            String shade = i % 2 == 0 ? COLOUR : "transparent";
            stops.append(String.format(Locale.ROOT, ", %s %.3f%%", shade, 100 * place / period));
            place += lengths.get(i);
            stops.append(String.format(Locale.ROOT, ", %s %.3f%%", shade, 100 * place / period));
        }
        return String.format(Locale.ROOT, "linear-gradient(from 0px 0px to %.0fpx 0px, repeat%s)", period, stops);
    }

    /** The attribute of an SVG path, with a space before it; empty for a solid line. */
    String svg() {
        return lengths.isEmpty()
                ? ""
                : lengths.stream()
                        .map(length -> String.format(Locale.ROOT, "%.0f", length))
                        .collect(Collectors.joining(" ", " stroke-dasharray=\"", "\""));
    }
}
