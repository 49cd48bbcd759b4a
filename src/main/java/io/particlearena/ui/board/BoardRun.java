package io.particlearena.ui.board;

import io.particlearena.results.HistogramStore;
import io.particlearena.results.SeriesStore;
import io.particlearena.ui.Theme;
import io.particlearena.ui.chart.Dash;
import java.util.Map;

/**
 * A run on the board.
 *
 * @param id the path of its folder
 * @param name what the user sees
 * @param lightColour its colour on a light page as 0xRRGGBB
 * @param darkColour its colour on a dark page as 0xRRGGBB
 * @param dash the gaps of its curves
 * @param store its series, which may still grow
 * @param histograms its histograms, of which those are read that the board shows
 * @param options its options' values as texts, by which runs can be grouped
 */
public record BoardRun(
        String id,
        String name,
        int lightColour,
        int darkColour,
        Dash dash,
        SeriesStore store,
        HistogramStore histograms,
        Map<String, String> options) {

    public BoardRun {
        options = Map.copyOf(options);
    }

    int colour(Theme theme) {
        return theme == Theme.LIGHT ? lightColour : darkColour;
    }
}
