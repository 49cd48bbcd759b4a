package io.particlearena.experiment;

import io.particlearena.options.OptionException;
import io.particlearena.results.CheckpointFile;
import io.particlearena.results.EventFileLengths;
import io.particlearena.results.RunFolder;
import io.particlearena.store.MemoryState;
import io.particlearena.store.Segments;
import io.particlearena.store.StateFile;
import io.particlearena.store.StateReader;
import io.particlearena.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The checkpoints of a run: {@code checkpoint-STEP.state} holds everything but the replay buffer, whose rows lie in the
 * segments of {@code replay/}. A file is replaced in one step, so that a run that is killed at any moment leaves the
 * checkpoint before whole.
 */
final class Checkpoints {

    private static final String FORMAT = "particle-arena-checkpoint/1";
    /** The file name of a checkpoint that holds nothing but policies. */
    static final String COPY = CheckpointFile.name(0);

    private final RunFolder run;
    private final Path folder;
    private final int kept;
    private final Catalogue catalogue;
    private final ExperimentSpec spec;
    private final ReplaySegments replay;

    /** The segments that each checkpoint needs. */
    private final Map<Path, Set<String>> segmentsOf = new TreeMap<>();

    /**
     * @param run the run's folder
     * @param spec the run's specification; a checkpoint of another one is refused
     * @param trainer whose replay buffer is kept
     */
    Checkpoints(RunFolder run, Catalogue catalogue, ExperimentSpec spec, Trainer trainer) {
        this.run = run;
        this.folder = run.checkpoints();
        this.kept = spec.run().checkpointsKept();
        this.catalogue = catalogue;
        this.spec = spec;
        this.replay = new ReplaySegments(folder.resolve("replay"), trainer.replay());
    }

    /**
     * Writes a checkpoint, which counts on the metrics flushed so far, and deletes those that are no longer to be kept.
     *
     * @throws StoreException if the run's folder is gone; a new one would hold but a part of the run
     */
    void write(Trainer trainer) throws IOException {
        if (!run.exists()) {
            throw new StoreException("The run's folder " + run.path() + " was deleted or moved while it trained.");
        }
        MemoryState state = new MemoryState();
        state.putString("format", FORMAT);
        state.putString("spec", SpecJson.write(catalogue, spec));
        EventFileLengths.save(run.path(), state.child("events"));
        replay.save(state.child("replay"));
        state.put("trainer", trainer);
        Path file = folder.resolve(CheckpointFile.name(trainer.steps()));
        StateFile.write(file, state);
        segmentsOf.put(file, ReplaySegments.names(state.reader().child("replay")));
        prune();
    }

    private void prune() {
        // A file that this run cannot use takes no place, and is not ours to delete.
        List<Path> files = list(folder).stream().filter(segmentsOf::containsKey).toList();
        for (int age = 1; age < files.size(); age++) {
            Path old = files.get(age);
            // The beginning is only there to come back to as long as there is nothing else.
            if (age >= kept || old.endsWith(CheckpointFile.name(0))) {
                try {
                    Files.deleteIfExists(old);
                } catch (IOException e) {
                    throw new UncheckedIOException("Cannot delete the old checkpoint " + old, e);
                }
                segmentsOf.remove(old);
            }
        }
        Set<String> needed = new HashSet<>();
        segmentsOf.values().forEach(needed::addAll);
        Segments.deleteExcept(folder.resolve("replay"), needed);
    }

    /**
     * Brings a trainer to the newest checkpoint that is whole.
     *
     * @param notices receives a sentence for each checkpoint that had to be passed over
     * @return whether there was a checkpoint at all
     * @throws OptionException if there are checkpoints, but none can be used, or metrics from before it were lost
     */
    boolean restore(Trainer trainer, Consumer<String> notices) throws IOException {
        List<Path> files = list(folder);
        for (Path file : files) {
            try {
                segmentsOf.put(file, ReplaySegments.names(checked(file).child("replay")));
            } catch (StoreException e) {
                // Refused below, with its reason, if it would have been used.
                segmentsOf.remove(file);
            }
        }
        Map<Path, String> passedOver = new LinkedHashMap<>();
        for (Path file : files) {
            try {
                StateReader state = checked(file);
                checkMetrics(state.child("events"));
                load(state, trainer);
                passedOver.forEach((other, reason) ->
                        notices.accept("The checkpoint " + other.getFileName() + " cannot be used: " + reason));
                return true;
            } catch (StoreException e) {
                passedOver.put(file, String.valueOf(e.getMessage()));
            }
        }
        if (files.isEmpty()) {
            return false;
        }
        String newest = Objects.requireNonNull(passedOver.get(files.get(0)));
        throw new OptionException(
                "run",
                files.size() == 1
                        ? "The only checkpoint of the run cannot be used: " + newest
                        : "None of the run's " + files.size() + " checkpoints can be used; the newest: " + newest);
    }

    /**
     * Brings a trainer, whose options may be others by now, to a certain checkpoint, whatever became of the metrics.
     *
     * @throws OptionException if there is no checkpoint of that step
     * @throws StoreException if it cannot be used
     */
    void restoreAt(long step, Trainer trainer) {
        StateReader state = checked(file(step, folder).path());
        load(state, trainer);
    }

    private void load(StateReader state, Trainer trainer) {
        restoring(() -> {
            replay.load(state.child("replay"));
            state.get("trainer", trainer);
        });
    }

    /**
     * Does what restores something from a state that was written by another version of the program, or forged.
     *
     * @throws StoreException if it makes no sense, whatever the restored parts found
     */
    static void restoring(Runnable work) {
        try {
            work.run();
        } catch (IllegalArgumentException
                | IndexOutOfBoundsException
                | NegativeArraySizeException
                | ArithmeticException e) {
            throw new StoreException("What was stored makes no sense: " + e.getMessage() + ".", e);
        }
    }

    /**
     * The run is not taken back to an older checkpoint instead: as soon as its new values made the file long enough, the
     * newer checkpoint would seem to fit again.
     */
    private void checkMetrics(StateReader lengths) throws IOException {
        Optional<String> loss = EventFileLengths.loss(run.path(), lengths);
        if (loss.isPresent()) {
            throw new OptionException("run", loss.get());
        }
    }

    private StateReader checked(Path file) {
        return checked(file, catalogue, spec);
    }

    private static StateReader checked(Path file, Catalogue catalogue, ExperimentSpec spec) {
        StateReader state = open(file);
        try {
            ExperimentSpec saved = new SpecDraft(catalogue)
                    .over(SpecJson.parse(state.getString("spec").getBytes(StandardCharsets.UTF_8), file.toString()))
                    .resolve();
            if (!saved.equals(spec)) {
                throw new StoreException("it belongs to a run with another specification.");
            }
            return state;
        } catch (OptionException e) {
            throw new StoreException("its specification is not valid here: " + e.getMessage(), e);
        }
    }

    private static StateReader open(Path file) {
        StateReader state = StateFile.read(file);
        String format = state.has("format") ? state.getString("format") : "";
        if (!format.equals(FORMAT)) {
            throw new StoreException(file + " is not a checkpoint of this program.");
        }
        return state;
    }

    /**
     * What the policies of a run had learned at a checkpoint.
     *
     * @param policies the state of each by name
     * @param step the environment steps made in training until then
     */
    record Learned(StateReader policies, long step) {}

    /**
     * What the policies had learned in the newest checkpoint that is whole.
     *
     * @param folder a run's folder of checkpoints
     * @param spec the run's specification; a checkpoint of another one is passed over
     * @throws StoreException if there is no usable checkpoint
     */
    static Learned newest(Path folder, Catalogue catalogue, ExperimentSpec spec) {
        List<String> reasons = new ArrayList<>();
        for (CheckpointFile file : CheckpointFile.list(folder)) {
            try {
                return learned(file, catalogue, spec);
            } catch (StoreException e) {
                reasons.add(String.valueOf(e.getMessage()));
            }
        }
        throw new StoreException(
                reasons.isEmpty()
                        ? "There is no checkpoint in " + folder + "."
                        : "No checkpoint in " + folder + " can be used: " + reasons.get(0));
    }

    /**
     * What the policies had learned in a certain checkpoint.
     *
     * @throws OptionException if there is none of that step
     * @throws StoreException if it cannot be used
     */
    static Learned at(long step, Path folder, Catalogue catalogue, ExperimentSpec spec) {
        return learned(file(step, folder), catalogue, spec);
    }

    private static Learned learned(CheckpointFile file, Catalogue catalogue, ExperimentSpec spec) {
        return new Learned(
                checked(file.path(), catalogue, spec).child("trainer").child("policies"), file.step());
    }

    /**
     * The checkpoint of a step.
     *
     * @throws OptionException if there is none; the sentence names those that there are
     */
    static CheckpointFile file(long step, Path folder) {
        List<CheckpointFile> files = CheckpointFile.list(folder);
        return files.stream()
                .filter(file -> file.step() == step)
                .findFirst()
                .orElseThrow(() -> new OptionException(
                        "checkpoint",
                        "There is no checkpoint of step " + step + "; "
                                + (files.isEmpty()
                                        ? "the run has none."
                                        : "the run has those of steps "
                                                + files.stream()
                                                        .map(file -> Long.toString(file.step()))
                                                        .collect(Collectors.joining(", "))
                                                + ".")));
    }

    /** Writes a checkpoint that holds nothing but the policies of the newest one of another folder that is whole. */
    static void copyPolicies(Path from, Path to, Catalogue catalogue, ExperimentSpec spec) {
        StateReader policies = newest(from, catalogue, spec).policies();
        MemoryState state = new MemoryState();
        state.putString("format", FORMAT);
        state.putString("spec", SpecJson.write(catalogue, spec));
        policies.copyTo(state.child("trainer").child("policies"));
        StateFile.write(to.resolve(COPY), state);
    }

    /** The checkpoints of a folder, newest first. */
    static List<Path> list(Path folder) {
        return CheckpointFile.list(folder).stream().map(CheckpointFile::path).toList();
    }
}
