package io.particlearena.ui.chart;

import io.particlearena.env.ActionHead;
import io.particlearena.env.AgentSpec;
import io.particlearena.experiment.PublishedReturns;
import io.particlearena.results.HistogramStore;
import io.particlearena.results.MetricDescription;
import io.particlearena.results.MetricDictionary;
import io.particlearena.results.MetricSeries;
import io.particlearena.results.SeriesStore;
import io.particlearena.ui.AgentColours;
import io.particlearena.ui.Texts;
import io.particlearena.ui.Theme;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which metrics and agents there are to show. Used on the JavaFX thread.
 *
 * <p>A chart is a list of metrics' names without their agents: the first one's lines have the agents' colours, those of the
 * others are grey. A name that ends in {@code /} stands for one metric for each agent that is modelled.
 */
final class Metrics {

    private static final int RUN_LIGHT = 0x24292f;
    private static final int RUN_DARK = 0xe6edf3;
    private static final int GREY_LIGHT = 0x8c959f;
    private static final int GREY_DARK = 0x768390;

    private List<AgentSpec> agents = List.of();
    private AgentColours colours = AgentColours.none();
    private final Set<String> hidden = new HashSet<>();
    private SeriesStore store = new SeriesStore();
    private HistogramStore histograms = new HistogramStore();
    private List<PublishedReturns.Band> published = List.of();
    private final List<String> names = new ArrayList<>();
    private final Set<String> histogramNames = new HashSet<>();
    private int knownTags;

    /** A line of a metric before it has a name and a colour: who has it, and whom it is about, empty for nobody. */
    private record Found(int seat, String about, MetricSeries series) {}

    void begin(
            List<AgentSpec> next,
            AgentColours nextColours,
            ChartsPane.Values source,
            List<PublishedReturns.Band> nextPublished) {
        published = List.copyOf(nextPublished);
        agents = List.copyOf(next);
        colours = nextColours;
        store = source.series();
        histograms = source.histograms();
        histogramNames.clear();
        knownTags = 0;
        names.clear();
        hidden.clear();
    }

    /** Where the lines should be is not published for what comes after a step. */
    void endBands(long step) {
        published = published.stream().map(band -> band.until(step)).toList();
    }

    List<AgentSpec> agents() {
        return agents;
    }

    /** The colour of the agent on a seat as {@code 0xRRGGBB}. */
    int colour(int seat, Theme theme) {
        return colours.of(seat, theme);
    }

    void setHidden(String agent, boolean hide) {
        if (hide) {
            hidden.add(agent);
        } else {
            hidden.remove(agent);
        }
    }

    /** The metrics that have values by now, without their agents. */
    List<String> names() {
        return List.copyOf(names);
    }

    /** Looks for metrics that have appeared since; says whether there are any. */
    boolean refresh() {
        List<String> tags = store.tags();
        int count = tags.size() + histograms.tagCount();
        if (count == knownTags) {
            return false;
        }
        knownTags = count;
        boolean found = false;
        for (String tag : histograms.tags()) {
            String name = MetricDictionary.name(tag);
            if (histogramNames.add(name)) {
                names.add(name);
                found = true;
            }
        }
        for (String tag : tags) {
            String name = MetricDictionary.name(tag);
            if (!names.contains(name)) {
                names.add(name);
                found = true;
            }
        }
        return found;
    }

    /** Whether a chart shows histograms. */
    boolean isHistogram(List<String> chart) {
        return histogramNames.contains(chart.get(0));
    }

    /** The histograms of a chart, those of each agent that is not hidden. */
    List<HistogramPart> histograms(List<String> chart, Theme theme) {
        Set<String> tags = histograms.tags();
        List<HistogramPart> parts = new ArrayList<>();
        for (int seat = 0; seat < agents.size(); seat++) {
            String agent = agents.get(seat).name();
            String tag = MetricDictionary.tag(agent, chart.get(0));
            if (!hidden.contains(agent) && tags.contains(tag)) {
                parts.add(new HistogramPart(agent, colours.of(seat, theme), histograms.series(tag)));
            }
        }
        return parts;
    }

    /** What the metric of this name, or the family of metrics, means. */
    Optional<MetricDescription> describe(String name) {
        return MetricDictionary.ALL.stream()
                .filter(metric -> metric.describes(name) || metric.name().equals(name))
                .findFirst();
    }

    /** The lines of a chart's metrics that have values by now: one per agent that is not hidden, or one for the run. */
    List<Curve> curves(List<String> chart, Theme theme) {
        String main = chart.get(0);
        boolean ofRun = describe(main).map(metric -> !metric.perAgent()).orElse(false);
        if (ofRun) {
            int colour = theme == Theme.LIGHT ? RUN_LIGHT : RUN_DARK;
            return store.find(main).map(series -> new Curve("run", "run", series, colour)).stream()
                    .toList();
        }
        List<Curve> curves = new ArrayList<>();
        for (String other : chart.subList(1, chart.size())) {
            curves.addAll(comparison(main, other, theme));
        }
        List<Found> lines = lines(main);
        boolean oneTells = lines.stream().map(Found::seat).distinct().count() == 1;
        boolean oneIsTold = lines.stream().map(Found::about).distinct().count() == 1;
        for (Found line : lines) {
            int seat = oneTells && !oneIsTold ? seatOf(line.about()) : line.seat();
            String agent = agents.get(line.seat()).name();
            String name = oneIsTold ? agent : oneTells ? line.about() : Texts.of("chart.of", agent, line.about());
            curves.add(new Curve("run", name, line.series(), colours.of(Math.max(0, seat), theme)));
        }
        return curves;
    }

    /** Grey lines, one for each agent that they are about, or one for all. */
    private List<Curve> comparison(String main, String other, Theme theme) {
        String word = MetricNames.comparison(main, other);
        Map<String, Curve> byAgent = new LinkedHashMap<>();
        List<Found> lines = lines(other);
        boolean one = lines.stream().map(Found::about).distinct().count() == 1;
        for (Found line : lines) {
            String name = one ? word : word + ": " + line.about();
            byAgent.putIfAbsent(
                    line.about(), new Curve("run", name, line.series(), theme == Theme.LIGHT ? GREY_LIGHT : GREY_DARK));
        }
        return List.copyOf(byAgent.values());
    }

    private List<Found> lines(String metric) {
        List<Found> lines = new ArrayList<>();
        for (int seat = 0; seat < agents.size(); seat++) {
            String agent = agents.get(seat).name();
            if (hidden.contains(agent)) {
                continue;
            }
            if (metric.endsWith("/")) {
                for (AgentSpec other : agents) {
                    add(lines, seat, other.name(), metric + other.name());
                }
            } else {
                add(lines, seat, "", metric);
            }
        }
        return lines;
    }

    private void add(List<Found> lines, int seat, String about, String metric) {
        store.find(MetricDictionary.tag(agents.get(seat).name(), metric))
                .ifPresent(series -> lines.add(new Found(seat, about, series)));
    }

    private int seatOf(String agent) {
        return agents.stream().map(AgentSpec::name).toList().indexOf(agent);
    }

    /** Whether it is published where the lines of a chart should be. */
    boolean hasBands(List<String> chart) {
        return chart.get(0).equals(PublishedReturns.METRIC)
                && published.stream().anyMatch(band -> band.points().size() > 1);
    }

    /** Where the lines of a chart should be; agents that should reach the same have one band. */
    List<ChartMarks.Band> bands(List<String> chart, Theme theme) {
        Map<List<PublishedReturns.Point>, ChartMarks.Band> bands = new LinkedHashMap<>();
        if (hasBands(chart)) {
            for (PublishedReturns.Band band : published) {
                if (!hidden.contains(band.agent())) {
                    int colour = colours.of(seatOf(band.agent()), theme);
                    bands.putIfAbsent(band.points(), new ChartMarks.Band(colour, band.points()));
                }
            }
        }
        return List.copyOf(bands.values());
    }

    /** What guessing would reach in a chart of how often an agent's action was predicted. */
    List<ChartMarks.Mark> levels(List<String> chart) {
        String main = chart.get(0);
        if (!main.startsWith("in_play_accuracy/") && !main.startsWith("opponent_model_accuracy/")) {
            return List.of();
        }
        Set<String> about = main.endsWith("/")
                ? lines(main).stream().map(Found::about).collect(Collectors.toSet())
                : Set.of(main.split("/", -1)[1]);
        return agents.stream()
                .filter(agent -> about.contains(agent.name()))
                .mapToDouble(Metrics::chance)
                .filter(chance -> chance > 0)
                .distinct()
                .mapToObj(chance -> new ChartMarks.Mark(chance, Texts.of("chart.chance")))
                .toList();
    }

    /** The mean over an agent's categorical heads of one class's share. */
    private static double chance(AgentSpec agent) {
        return agent.actions().stream()
                .filter(head -> head.kind() == ActionHead.Kind.CATEGORICAL)
                .mapToDouble(head -> 1.0 / head.size())
                .average()
                .orElse(0);
    }
}
