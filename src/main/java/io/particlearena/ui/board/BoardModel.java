package io.particlearena.ui.board;

import io.particlearena.results.ChartNote;
import io.particlearena.ui.Theme;
import io.particlearena.ui.chart.Curve;
import io.particlearena.ui.chart.HistogramPart;
import io.particlearena.ui.chart.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which cards the board has, and which curves each of them. Used on the JavaFX thread. */
final class BoardModel {

    /** The name of the group of pinned cards; no prefix of a tag has a slash. */
    static final String PINNED = "/";

    private List<BoardRun> runs = List.of();
    private RunGrouping grouping = RunGrouping.NONE;

    /** By run. */
    private List<String> groups = List.of();

    private int[] tagCounts = new int[0];
    private final NavigableSet<String> tags = new TreeSet<>();
    private Map<String, List<ChartNote>> notes = Map.of();
    private final Map<String, CardState> states = new HashMap<>();
    private final Map<String, List<Curve>> curves = new HashMap<>();
    private final Map<String, List<HistogramPart>> histograms = new HashMap<>();

    /** Cards that belong together. */
    record Group(String name, List<String> tags) {
        Group {
            tags = List.copyOf(tags);
        }
    }

    List<BoardRun> runs() {
        return runs;
    }

    void show(List<BoardRun> next) {
        runs = List.copyOf(next);
        groups = grouping.groups(runs);
        tagCounts = new int[runs.size()];
        tags.clear();
        curves.clear();
        histograms.clear();
        refresh();
    }

    /** Looks for tags that have appeared since; says whether there are any. */
    boolean refresh() {
        int known = tags.size();
        for (int i = 0; i < tagCounts.length; i++) {
            BoardRun run = runs.get(i);
            int count = run.store().tagCount() + run.store().histogramTagCount();
            if (count != tagCounts[i]) {
                tagCounts[i] = count;
                tags.addAll(run.store().tags());
                run.store().histogramTags().forEach(tag -> tags.add(HistogramTags.card(tag)));
                curves.clear();
                histograms.clear();
            }
        }
        return tags.size() != known;
    }

    /** Colours have changed. */
    void recolour() {
        curves.clear();
        histograms.clear();
    }

    /** What was chosen for a tag's card. */
    CardState state(String tag) {
        return states.computeIfAbsent(tag, key -> new CardState());
    }

    /** The tags for whose cards this was chosen, sorted. */
    List<String> tagsWith(Predicate<CardState> choice) {
        return states.entrySet().stream()
                .filter(entry -> choice.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Shows these notes and no others. */
    void setNotes(List<ChartNote> next) {
        notes = next.stream().collect(Collectors.groupingBy(ChartNote::tag));
    }

    /** The notes on a tag's chart, the same list until they are set again. */
    List<ChartNote> notes(String tag) {
        return notes.getOrDefault(tag, List.of());
    }

    /** Shows this part of the axis on all cards; null for everything. */
    void zoomAll(@Nullable Span span) {
        tags.forEach(tag -> state(tag).zoom = span);
    }

    /** Whether the runs have any. */
    boolean hasTags() {
        return !tags.isEmpty();
    }

    /**
     * The tags that pass: first the pinned ones, then all others by what stands before their first slash, beginning with
     * those that have none.
     */
    List<Group> groups(Predicate<String> filter) {
        List<String> pinned = new ArrayList<>();
        Map<String, List<String>> found = new TreeMap<>();
        for (String tag : tags) {
            if (filter.test(HistogramTags.tag(tag))) {
                List<String> members =
                        state(tag).pinned ? pinned : found.computeIfAbsent(prefix(tag), key -> new ArrayList<>());
                members.add(tag);
            }
        }
        List<Group> groups = new ArrayList<>();
        if (!pinned.isEmpty()) {
            groups.add(new Group(PINNED, pinned));
        }
        found.forEach((name, members) -> groups.add(new Group(name, members)));
        return groups;
    }

    static String prefix(String tag) {
        return tag.substring(0, Math.max(0, tag.indexOf('/')));
    }

    /** Groups the runs from now on; those of a group look like its first run. */
    void group(RunGrouping next) {
        grouping = next;
        groups = next.groups(runs);
        curves.clear();
        histograms.clear();
    }

    /** The histograms of a card, the same list until something changes; they are read from now on. */
    List<HistogramPart> histograms(String card, Theme theme) {
        return histograms.computeIfAbsent(card, key -> {
            String tag = HistogramTags.tag(key);
            boolean single = grouping.equals(RunGrouping.NONE);
            return members().stream()
                    .filter(member -> member.run().store().hasHistograms(tag))
                    .map(member -> new HistogramPart(
                            member.run().name(),
                            single ? "" : member.group(),
                            grouping.shortened(member.group()),
                            member.like().colour(theme),
                            member.run().histograms().series(tag)))
                    .toList();
        });
    }

    /** The curves of a tag, the same list until something changes. */
    List<Curve> curves(String tag, Theme theme) {
        return curves.computeIfAbsent(tag, key -> {
            List<Curve> found = new ArrayList<>();
            for (Member member : members()) {
                BoardRun run = member.run();
                BoardRun like = member.like();
                run.store()
                        .find(key)
                        .ifPresent(series -> found.add(new Curve(
                                run.id(), run.name(), member.group(), series, like.colour(theme), like.dash())));
            }
            return List.copyOf(found);
        });
    }

    /** A run in its group, and the run that it looks like. */
    private record Member(BoardRun run, String group, BoardRun like) {}

    private List<Member> members() {
        boolean single = grouping.equals(RunGrouping.NONE);
        Map<String, BoardRun> firsts = new HashMap<>();
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            BoardRun run = runs.get(i);
            BoardRun like = single ? run : firsts.computeIfAbsent(groups.get(i), first -> run);
            members.add(new Member(run, groups.get(i), like));
        }
        return members;
    }
}
