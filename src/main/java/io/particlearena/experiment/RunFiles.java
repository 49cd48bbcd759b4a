package io.particlearena.experiment;

import io.particlearena.env.AgentSpec;
import io.particlearena.options.OptionException;
import io.particlearena.results.MetricsDigest;
import io.particlearena.results.RunFolder;
import io.particlearena.results.RunSummary;
import io.particlearena.store.AtomicFiles;
import io.particlearena.store.IoReason;
import io.particlearena.store.LockFile;
import io.particlearena.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files of a run but for metrics and checkpoints: specification, provenance, summary and the lock. */
final class RunFiles implements AutoCloseable {

    private static final double NANOS_PER_SECOND = 1e9;

    private final RunFolder run;
    private final boolean resumed;
    private final List<String> command;
    private final Optional<ForkOrigin> origin;
    private final Optional<Path> repeated;
    private @Nullable LockFile lock;
    private double earlierSeconds;
    private long beganAt;
    private long pausedNanos;

    /**
     * @param folder the run's folder, which need not exist for a new run
     * @param resumed whether the run goes on
     * @param command the words of the command that starts this session
     * @param origin where the run comes from, if it does not begin from nothing
     * @param repeated the folder of the run that it repeats, if it does
     */
    RunFiles(Path folder, boolean resumed, List<String> command, Optional<ForkOrigin> origin, Optional<Path> repeated) {
        this.run = new RunFolder(folder);
        this.resumed = resumed;
        this.command = List.copyOf(command);
        this.origin = origin;
        this.repeated = repeated;
    }

    Path folder() {
        return run.path();
    }

    RunFolder run() {
        return run;
    }

    Path experience() {
        return run.path().resolve("experience");
    }

    boolean isResumed() {
        return resumed;
    }

    /**
     * Takes the folder for this process, and makes that of a new run.
     *
     * @throws OptionException if the folder of a new run cannot be made
     */
    void take() {
        if (!resumed) {
            try {
                Files.createDirectories(run.path());
            } catch (IOException e) {
                throw unwritable(e);
            }
        }
        lock = run.lock();
        if (resumed) {
            try {
                run.requireNoLinks();
            } catch (StoreException e) {
                close();
                throw e;
            }
        }
    }

    /**
     * Writes what is known before the first step.
     *
     * @throws OptionException if that cannot be done for a new run, of which nothing is left then
     */
    void begin(Catalogue catalogue, ExperimentSpec spec, Map<String, String> engine) throws IOException {
        beganAt = System.nanoTime();
        Map<String, Object> provenance = Provenance.describe(command, spec.seed(), engine);
        origin.ifPresent(from -> provenance.put("origin", Provenance.origin(run, from)));
        if (resumed) {
            if (Files.exists(run.summary())) {
                earlierSeconds = RunSummary.read(run.summary()).seconds();
            }
            AtomicFiles.write(run.path().resolve(resumedProvenance()), SpecJson.pretty(provenance));
        } else {
            if (Files.exists(run.spec())) {
                throw new StoreException("The folder " + run.path() + " already holds a run.");
            }
            try {
                AtomicFiles.write(run.provenance(), SpecJson.pretty(provenance));
                AtomicFiles.write(run.spec(), SpecJson.write(catalogue, spec));
            } catch (IOException e) {
                close();
                OptionException refused = unwritable(e);
                try {
                    run.deleteBeginning();
                } catch (IOException stays) {
                    refused.addSuppressed(stays);
                }
                throw refused;
            }
        }
    }

    private OptionException unwritable(IOException e) {
        return new OptionException(
                "run", "The run's folder " + run.path() + " cannot be written: " + IoReason.of(e) + ".");
    }

    /** Each further session leaves a description of its own, {@code provenance-2.json} and so on. */
    private String resumedProvenance() {
        int session = 2;
        while (Files.exists(run.path().resolve("provenance-" + session + ".json"))) {
            session++;
        }
        return "provenance-" + session + ".json";
    }

    /** Says which options change in the course of the run; there is no file as long as none does. */
    void writeChanges(List<OptionChange> changes) {
        try {
            if (changes.isEmpty()) {
                Files.deleteIfExists(run.changes());
            } else {
                AtomicFiles.write(run.changes(), SpecJson.writeChanges(changes));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The lessons of the run that goes on or is repeated.
     *
     * @throws StoreException if one is damaged, or of other agents
     */
    List<Lesson> lessons(List<AgentSpec> agents) {
        Optional<Path> earlier = resumed ? Optional.of(run.path()) : repeated;
        return earlier.map(folder -> Lesson.list(new RunFolder(folder).episodes(), agents))
                .orElse(List.of());
    }

    /** Leaves a time out of the time spent training. */
    void addPause(long nanos) {
        pausedNanos += nanos;
    }

    /**
     * Says how far the run has come; digests come at the end.
     *
     * @param state running or paused
     */
    void writeProgress(RunState state, Trainer trainer) {
        summary(state, trainer, "", "", "").write(run.summary());
    }

    /**
     * Says how the run ended; the event file must be complete.
     *
     * @param message why it failed; empty otherwise
     */
    void writeSummary(RunState state, Trainer trainer, String message) throws IOException {
        String weights = PolicyWeights.sha256(trainer.policies());
        String metrics = MetricsDigest.of(run.path());
        summary(state, trainer, weights, metrics, message).write(run.summary());
    }

    private RunSummary summary(RunState state, Trainer trainer, String weights, String metrics, String message) {
        Map<String, Double> returns = new LinkedHashMap<>();
        Map<String, List<Double>> bySide = new LinkedHashMap<>();
        List<Double> means = trainer.meanReturns();
        for (int seat = 0; seat < means.size(); seat++) {
            AgentSpec agent = trainer.seating().agents().get(seat);
            returns.put(agent.name(), means.get(seat));
            bySide.computeIfAbsent(agent.side().name().toLowerCase(Locale.ROOT), side -> new ArrayList<>())
                    .add(means.get(seat));
        }
        Map<String, Double> sides = new LinkedHashMap<>();
        bySide.forEach((side, values) -> sides.put(
                side, values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN)));
        double seconds = earlierSeconds + (System.nanoTime() - beganAt - pausedNanos) / NANOS_PER_SECOND;
        return new RunSummary(
                state.name().toLowerCase(Locale.ROOT),
                trainer.episodes(),
                trainer.steps(),
                trainer.updates(),
                seconds,
                returns,
                sides,
                weights,
                metrics,
                message);
    }

    @Override
    public void close() {
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }
}
