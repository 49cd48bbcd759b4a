package io.particlearena.ui.board;

/** The names of cards with histograms among the tags of a board; a metric of the same tag has a card of its own. */
final class HistogramTags {

    /** No tag that a person would write ends so. */
    private static final String SUFFIX = "\thistograms";

    private HistogramTags() {}

    /** The name of the card. */
    static String card(String tag) {
        return tag + SUFFIX;
    }

    static boolean isCard(String name) {
        return name.endsWith(SUFFIX);
    }

    /** The tag of any card. */
    static String tag(String name) {
        return isCard(name) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }
}
