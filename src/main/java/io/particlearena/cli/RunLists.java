package io.particlearena.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.particlearena.results.RunListing;
import io.particlearena.results.TrashedRun;
import io.particlearena.results.WorkspaceRun;
import io.particlearena.store.JsonLimits;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Lists of runs as tables and as JSON. */
final class RunLists {

    private static final ObjectMapper JSON = JsonLimits.mapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /** Places of columns. */
    private static final int TITLE = 1;

    private static final int TAGS = 6;

    private RunLists() {}

    /** Runs by line; columns that would be empty throughout are left out. */
    static Table table(List<WorkspaceRun> runs) {
        boolean titles = runs.stream().anyMatch(run -> !run.metadata().title().isEmpty());
        boolean tags = runs.stream().anyMatch(run -> !run.metadata().tags().isEmpty());
        Table table = new Table(line(
                titles, tags, "RUN", "TITLE", "STATE", "SCENARIO", "POLICIES", "EPISODES", "TAGS", "MEAN RETURNS"));
        for (WorkspaceRun run : runs) {
            RunListing listing = run.listing();
            table.row(line(
                    titles,
                    tags,
                    run.name(),
                    run.metadata().title(),
                    listing.state(),
                    listing.scenario(),
                    policies(listing),
                    episodes(listing),
                    String.join(", ", run.metadata().tags()),
                    listing.problem().isEmpty() ? returns(listing) + hint(listing) : listing.problem()));
        }
        return table;
    }

    private static String[] line(boolean titles, boolean tags, String... cells) {
        List<String> kept = new ArrayList<>(List.of(cells));
        if (!tags) {
            kept.remove(TAGS);
        }
        if (!titles) {
            kept.remove(TITLE);
        }
        return kept.toArray(String[]::new);
    }

    private static String policies(RunListing run) {
        return run.algorithms().entrySet().stream()
                .map(policy -> policy.getKey() + "=" + policy.getValue())
                .collect(Collectors.joining(" "));
    }

    private static String episodes(RunListing run) {
        return run.isForeign() ? "" : run.episodes() + "/" + run.episodesInAll();
    }

    private static String hint(RunListing run) {
        if (run.hasCheckpoint() || !run.canGoOn()) {
            return "";
        }
        return (run.finalReturns().isEmpty() ? "" : "; ") + "no checkpoint yet, so 'resume' begins anew";
    }

    private static String returns(RunListing run) {
        return run.finalReturns().entrySet().stream()
                .map(agent -> agent.getKey() + String.format(Locale.ROOT, " %.2f", agent.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Runs with all that is known about them. */
    static String json(List<WorkspaceRun> runs) {
        return write(runs.stream().map(RunLists::fields).toList());
    }

    private static Map<String, Object> fields(WorkspaceRun run) {
        RunListing listing = run.listing();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", run.name());
        fields.put("title", run.metadata().title());
        fields.put("tags", run.metadata().tags());
        run.metadata().colour().ifPresent(colour -> fields.put("colour", "#%06x".formatted(colour)));
        fields.put("folder", run.path().toString());
        fields.put("state", listing.state());
        fields.put("scenario", listing.scenario());
        fields.put("policies", listing.algorithms());
        listing.seed().ifPresent(seed -> fields.put("seed", seed));
        fields.put("episodes", listing.episodes());
        fields.put("episodesInAll", listing.episodesInAll());
        fields.put("finalReturns", listing.finalReturns());
        fields.put("sideReturns", listing.sideReturns());
        listing.started().ifPresent(started -> fields.put("started", started.toString()));
        fields.put("modified", listing.modified().toString());
        fields.put("problem", listing.problem());
        return fields;
    }

    /** Deleted runs by line. */
    static Table trashTable(List<TrashedRun> runs) {
        Table table = new Table("RUN", "TITLE", "SCENARIO", "DELETED", "ENTRY");
        for (TrashedRun run : runs) {
            table.row(run.name(), run.title(), run.scenario(), time(run), run.entry());
        }
        return table;
    }

    /** Deleted runs with all that is known about them. */
    static String trashJson(List<TrashedRun> runs) {
        return write(runs.stream()
                .map(run -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("name", run.name());
                    fields.put("title", run.title());
                    fields.put("scenario", run.scenario());
                    fields.put("deleted", time(run));
                    fields.put("entry", run.entry());
                    fields.put("folder", run.folder().toString());
                    return fields;
                })
                .toList());
    }

    private static String time(TrashedRun run) {
        return run.deleted().map(MINUTE::format).orElse("");
    }

    private static String write(List<?> lines) {
        try {
            return JSON.writeValueAsString(lines);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Plain values can always be written as JSON", e);
        }
    }
}
