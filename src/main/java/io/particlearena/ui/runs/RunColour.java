package io.particlearena.ui.runs;

import io.particlearena.ui.Theme;
import java.util.List;

/**
 * The colour of a run's curves, to be told from either page.
 *
 * @param light on a light page, as {@code 0xRRGGBB}
 * @param dark on a dark page
 */
record RunColour(int light, int dark) {

    /**
     * The colours given to runs in turn. They begin with the hues of Okabe and Ito (2008) and differ in lightness as well,
     * so that people with any colour vision can tell them apart on either page.
     */
    static final List<RunColour> PALETTE = List.of(
            new RunColour(0x2c6ed4, 0x446eaa),
            new RunColour(0xdb7104, 0xca9119),
            new RunColour(0x2ca483, 0x42ffb4),
            new RunColour(0x762d81, 0xff9cf1),
            new RunColour(0xa57e49, 0xf3e909),
            new RunColour(0x08090b, 0xb6a5ab),
            new RunColour(0x868ab0, 0xadfff3),
            new RunColour(0x980c45, 0xdc0067),
            new RunColour(0x1e5400, 0xbbe076),
            new RunColour(0x3d00cb, 0x8064e2));

    static final int LIGHT_PAGE = 0xffffff;
    static final int DARK_PAGE = 0x0d1117;

    /** What the guidelines for accessible web content ask of graphics. */
    private static final double CONTRAST = 3;

    private static final int SHADES = 16;

    /** The colour that a user chose, made darker or lighter for a page on which it would hardly be seen. */
    static RunColour of(int chosen) {
        return PALETTE.stream()
                .filter(colour -> colour.light == chosen)
                .findFirst()
                .orElseGet(() -> new RunColour(readable(chosen, LIGHT_PAGE, 0), readable(chosen, DARK_PAGE, 0xffffff)));
    }

    int on(Theme theme) {
        return theme == Theme.LIGHT ? light : dark;
    }

    /** The same as style sheets have it. */
    String css(Theme theme) {
        return "#%06x".formatted(on(theme));
    }

    private static int readable(int colour, int page, int towards) {
        int shaded = colour;
        for (int shade = 1; contrast(shaded, page) < CONTRAST; shade++) {
            shaded = mixed(colour, towards, (double) shade / SHADES);
        }
        return shaded;
    }

    private static int mixed(int colour, int other, double share) {
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int from = colour >> shift & 255;
            int to = other >> shift & 255;
            mixed |= (int) Math.round(from + (to - from) * share) << shift;
        }
        return mixed;
    }

    /** The ratio of luminances, from 1 to 21. */
    static double contrast(int one, int other) {
        double brighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (brighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16 & 255) + 0.7152 * linear(colour >> 8 & 255) + 0.0722 * linear(colour & 255);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
