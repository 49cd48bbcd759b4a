package io.particlearena.results;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.particlearena.store.InputFiles;
import io.particlearena.store.JsonLimits;
import io.particlearena.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A line in a list of runs. What could not be read is left empty, and the problem says why.
 *
 * @param folder where the run lies
 * @param state as in {@link RunSummary}; {@code interrupted} for a run that says it is going on while no process trains it,
 *     {@code tensorboard} for a folder of event files that is no run of this program, {@code unknown} if it cannot be read
 * @param scenario the scenario's name
 * @param algorithms the algorithm's name by policy
 * @param seed the seed, if it could be read
 * @param episodes episodes completed
 * @param episodesInAll episodes asked for; 0 if unknown
 * @param updates updates made, summed over agents
 * @param finalReturns the mean return of the latest episodes by agent
 * @param sideReturns the same as a mean over the agents of a side, {@code good} and {@code bad}
 * @param hasCheckpoint whether the run could go on from a checkpoint, and need not begin anew
 * @param started when the run began, if that is known
 * @param modified when the run last wrote its specification or summary
 * @param options the specification's values by their place, such as {@code scenario}, {@code seed},
 *     {@code policies.good.algorithm}, {@code policies.good.lr}, {@code scenario_options.num_agents} and
 *     {@code run.num_episodes}
 * @param problem what is wrong with the folder, in one sentence; empty if nothing is
 */
public record RunListing(
        RunFolder folder,
        String state,
        String scenario,
        Map<String, String> algorithms,
        Optional<Long> seed,
        long episodes,
        long episodesInAll,
        long updates,
        Map<String, Double> finalReturns,
        Map<String, Double> sideReturns,
        boolean hasCheckpoint,
        Optional<Instant> started,
        Instant modified,
        Map<String, String> options,
        String problem) {

    /** The run that wrote last comes first; runs of the same moment by name. */
    static final Comparator<RunListing> NEWEST_FIRST = Comparator.comparing(
                    RunListing::modified, Comparator.reverseOrder())
            .thenComparing(RunListing::name);

    private static final ObjectMapper JSON = JsonLimits.mapper();
    private static final String UNKNOWN = "unknown";
    private static final String INTERRUPTED = "interrupted";
    private static final String TENSORBOARD = "tensorboard";

    public RunListing {
        algorithms = Collections.unmodifiableMap(new LinkedHashMap<>(algorithms));
        finalReturns = Collections.unmodifiableMap(new LinkedHashMap<>(finalReturns));
        sideReturns = Collections.unmodifiableMap(new LinkedHashMap<>(sideReturns));
        options = Map.copyOf(options);
    }

    /** Whether no process can be training the run, because its own summary says that it is over. */
    public boolean isOver() {
        return isOver(state);
    }

    /** Whether it is a folder of event files that is no run of this program. */
    public boolean isForeign() {
        return state.equals(TENSORBOARD);
    }

    /** Whether the run stands still before its end. */
    public boolean canGoOn() {
        return switch (state) {
            case "stopped", "failed", INTERRUPTED -> true;
            default -> false;
        };
    }

    /** The run's name. */
    public String name() {
        return folder.name();
    }

    /** Reads what there is to say about a run; never fails. */
    public static RunListing of(RunFolder folder) {
        String problem = "";
        JsonNode spec = JSON.nullNode();
        try {
            spec = JSON.readTree(InputFiles.ownBytes(folder.spec(), JsonLimits.FILE_BYTES));
            if (!spec.isObject()) {
                problem = "Its specification " + folder.spec() + " is damaged: it is no object in braces.";
            }
        } catch (IOException e) {
            problem = "Its specification " + folder.spec() + " cannot be read.";
        }
        RunSummary summary = new RunSummary(UNKNOWN, 0, 0, 0, 0, Map.of(), Map.of(), "", "", "");
        try {
            if (Files.exists(folder.summary())) {
                summary = RunSummary.read(folder.summary());
            }
        } catch (StoreException e) {
            problem = String.valueOf(e.getMessage());
        }
        try {
            folder.requireNoLinkedEntries();
        } catch (StoreException e) {
            problem = String.valueOf(e.getMessage());
        }
        Map<String, String> algorithms = new LinkedHashMap<>();
        spec.path("policies")
                .properties()
                .forEach(policy -> algorithms.put(
                        policy.getKey(), policy.getValue().path("algorithm").asText("")));
        JsonNode seed = spec.path("seed");
        return new RunListing(
                folder,
                state(folder, summary),
                spec.path("scenario").asText(""),
                algorithms,
                seed.isIntegralNumber() ? Optional.of(seed.longValue()) : Optional.empty(),
                summary.episodes(),
                episodesInAll(spec),
                summary.updates(),
                summary.finalReturns(),
                summary.sideReturns(),
                folder.hasCheckpoint(),
                started(folder),
                lastWrite(Stream.of(folder.spec(), folder.summary())),
                SpecOptions.flatten(spec),
                problem);
    }

    /** Says what there is to say about a folder of event files that is no run of this program; never fails. */
    static RunListing ofEventFiles(RunFolder folder, List<Path> files) {
        return new RunListing(
                folder,
                TENSORBOARD,
                "",
                Map.of(),
                Optional.empty(),
                0,
                0,
                0,
                Map.of(),
                Map.of(),
                false,
                files.stream().findFirst().flatMap(EventFiles::begun),
                lastWrite(files.stream()),
                Map.of(),
                "");
    }

    /** From the description of the first session, else from the name of the first event file. */
    private static Optional<Instant> started(RunFolder folder) {
        try {
            return Optional.of(
                    Instant.parse(JSON.readTree(InputFiles.ownBytes(folder.provenance(), JsonLimits.FILE_BYTES))
                            .path("started")
                            .asText("")));
        } catch (IOException | DateTimeParseException e) {
            // The file is missing or damaged; the date is no more than a convenience.
            return beginningOfMetrics(folder);
        }
    }

    private static Optional<Instant> beginningOfMetrics(RunFolder folder) {
        try {
            return folder.eventFiles().stream().findFirst().flatMap(EventFiles::begun);
        } catch (IOException e) {
            // As above.
            return Optional.empty();
        }
    }

    /** Those of all trajectories, see {@code docs/options.md} on cycles. */
    private static long episodesInAll(JsonNode spec) {
        JsonNode run = spec.path("run");
        long cycles = run.path("n_opp_cycles").asLong(1);
        if (run.path("skip_to_om_training").asBoolean(false)) {
            cycles = 0;
        } else if (run.path("skip_to_om_training_first_cycle").asBoolean(false)) {
            cycles--;
        }
        long trajectories = run.path("traj_per_iter").asLong(1)
                * Math.max(1, spec.path("opponents").size());
        return run.path("num_episodes").asLong(0) * trajectories * cycles;
    }

    private static String state(RunFolder folder, RunSummary summary) {
        if (isOver(summary.state()) || isLocked(folder)) {
            return summary.state();
        }
        return summary.state().equals(UNKNOWN) ? UNKNOWN : INTERRUPTED;
    }

    private static boolean isOver(String state) {
        return switch (state) {
            case "stopped", "finished", "failed" -> true;
            default -> false;
        };
    }

    /** Whether a process trains the run; true where that is not to be found out. */
    static boolean isLocked(RunFolder folder) {
        try {
            return folder.isLocked();
        } catch (StoreException e) {
            // A folder that this user may only read: whether a process trains the run is not to be found out.
            return true;
        }
    }

    private static Instant lastWrite(Stream<Path> files) {
        return files.map(RunListing::timeOf).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }

    private static Instant timeOf(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            // The file is missing, which state and problem tell already.
            return Instant.EPOCH;
        }
    }
}
