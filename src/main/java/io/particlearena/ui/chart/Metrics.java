package io.particlearena.ui.chart;

import io.particlearena.env.AgentSpec;
import io.particlearena.results.MetricDescription;
import io.particlearena.results.MetricDictionary;
import io.particlearena.results.SeriesStore;
import io.particlearena.ui.AgentColours;
import io.particlearena.ui.Theme;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which metrics and agents there are to show. Used on the JavaFX thread. */
final class Metrics {

    /** The metrics whose charts are shown from the start. */
    static final List<String> FIRST = List.of("episode_return", "critic_loss", "policy_loss", "q_mean");

    private static final int RUN_LIGHT = 0x24292f;
    private static final int RUN_DARK = 0xe6edf3;

    private List<AgentSpec> agents = List.of();
    private AgentColours colours = AgentColours.none();
    private final Set<String> hidden = new HashSet<>();
    private SeriesStore store = new SeriesStore();
    private final List<String> names = new ArrayList<>(FIRST);
    private int knownTags;

    void begin(List<AgentSpec> next, AgentColours nextColours, SeriesStore source) {
        agents = List.copyOf(next);
        colours = nextColours;
        store = source;
        knownTags = 0;
        hidden.clear();
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

    /** The metrics' names without their agents. */
    List<String> names() {
        return names;
    }

    /** Looks for metrics that have appeared since; says whether there are any. */
    boolean refresh() {
        List<String> tags = store.tags();
        if (tags.size() == knownTags) {
            return false;
        }
        knownTags = tags.size();
        boolean found = false;
        for (String tag : tags) {
            String name = MetricDictionary.name(tag);
            if (!names.contains(name)) {
                names.add(name);
                found = true;
            }
        }
        return found;
    }

    /** What the metric of this name means. */
    Optional<MetricDescription> describe(String name) {
        return MetricDictionary.ALL.stream()
                .filter(metric -> metric.describes(name))
                .findFirst();
    }

    /** The lines of a metric that has values by now: one per agent that is not hidden, or one for the run. */
    List<Curve> curves(String name, Theme theme) {
        boolean ofRun = describe(name).map(metric -> !metric.perAgent()).orElse(false);
        if (ofRun) {
            int colour = theme == Theme.LIGHT ? RUN_LIGHT : RUN_DARK;
            return store.find(name).map(series -> new Curve("run", "run", series, colour)).stream()
                    .toList();
        }
        List<Curve> curves = new ArrayList<>();
        for (int seat = 0; seat < agents.size(); seat++) {
            String agent = agents.get(seat).name();
            if (!hidden.contains(agent)) {
                int colour = colours.of(seat, theme);
                store.find(MetricDictionary.tag(agent, name))
                        .ifPresent(series -> curves.add(new Curve("run", agent, series, colour)));
            }
        }
        return curves;
    }
}
