package io.particlearena.ui.runs;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives colours of the palette to runs that are seen for the first time; what has a colour keeps it. */
final class FirstColours {

    private final int[] inCharts = new int[RunColour.PALETTE.size()];
    private final int[] inAll = new int[RunColour.PALETTE.size()];

    private FirstColours() {}

    /**
     * Gives each run the colour that the fewest runs in the charts have, and of several such colours the one that the fewest of
     * all runs have: first colours that no run has, then those of runs that are not in the charts.
     *
     * @param fresh the runs to give colours to, of which those that have one are left out
     * @param all all runs, these among them
     * @return the given colours on a light page, by the run's folder
     */
    static Map<Path, Integer> give(List<RunRow> fresh, Collection<RunRow> all) {
        List<RunRow> uncoloured = fresh.stream().filter(RunRow::isUncoloured).toList();
        Map<Path, Integer> given = new HashMap<>();
        if (!uncoloured.isEmpty()) {
            FirstColours colours = new FirstColours();
            all.stream().filter(RunRow::hasColour).forEach(colours::count);
            for (RunRow row : uncoloured) {
                RunColour colour = RunColour.PALETTE.get(colours.rarest());
                boolean counted = row.hasColour();
                row.give(colour);
                if (!counted) {
                    colours.count(row);
                }
                given.put(row.path(), colour.light());
            }
        }
        return given;
    }

    private void count(RunRow row) {
        int place = RunColour.PALETTE.indexOf(row.lineProperty().get().colour());
        if (place >= 0) {
            inAll[place]++;
            inCharts[place] += row.shownProperty().get() ? 1 : 0;
        }
    }

    private int rarest() {
        int rarest = 0;
        for (int place = 1; place < inAll.length; place++) {
            int fewer = inCharts[place] - inCharts[rarest];
            if (fewer < 0 || (fewer == 0 && inAll[place] < inAll[rarest])) {
                rarest = place;
            }
        }
        return rarest;
    }
}
