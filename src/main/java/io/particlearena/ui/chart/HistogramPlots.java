package io.particlearena.ui.chart;

import io.particlearena.results.HistogramSeries;
import io.particlearena.results.HistogramSum;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is drawn side by side: runs by themselves, and groups taken together.
 *
 * @param all those that hold anything
 * @param apart whether runs of a group stand by themselves, as they have no step in common
 */
record HistogramPlots(List<Plot> all, boolean apart) {

    HistogramPlots {
        all = List.copyOf(all);
    }

    /** Histograms with their name, and their colour as 0xRRGGBB. */
    record Plot(String name, int colour, HistogramSeries.View view) {}

    static HistogramPlots of(List<HistogramPart> parts) {
        List<Plot> all = new ArrayList<>();
        Map<String, List<Plot>> groups = new LinkedHashMap<>();
        Map<String, String> names = new HashMap<>();
        for (HistogramPart part : parts) {
            Plot plot = new Plot(part.name(), part.colour(), part.series().view());
            if (plot.view().points().isEmpty()) {
                continue;
            }
            if (part.group().isEmpty()) {
                all.add(plot);
            } else {
                names.put(part.group(), part.groupName());
                groups.computeIfAbsent(part.group(), group -> new ArrayList<>()).add(plot);
            }
        }
        boolean apart = false;
        for (Map.Entry<String, List<Plot>> group : groups.entrySet()) {
            List<Plot> runs = group.getValue();
            Optional<HistogramSeries.View> sum =
                    HistogramSum.of(runs.stream().map(Plot::view).toList());
            if (sum.isPresent()) {
                String name = names.get(group.getKey()) + " (" + runs.size() + ")";
                all.add(new Plot(name, runs.get(0).colour(), sum.get()));
            } else {
                all.addAll(runs);
                apart = true;
            }
        }
        return new HistogramPlots(all, apart);
    }

    /** Whether things that have names are counted. */
    boolean isNamed() {
        return all.stream().anyMatch(plot -> !plot.view().labels().isEmpty());
    }
}
