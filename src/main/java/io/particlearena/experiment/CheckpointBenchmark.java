package io.particlearena.experiment;

import io.particlearena.results.RunFolder;
import io.particlearena.store.AtomicFiles;
import io.particlearena.store.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Measures what a checkpoint costs while the replay buffer is full: the default preset, in which learning begins once the
 * buffer is full, so that filling it takes little time.
 */
public final class CheckpointBenchmark {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private final ExperimentSpec spec;
    private final Catalogue catalogue = Catalogue.standard();
    private final Path folder;

    private CheckpointBenchmark(int capacity, Path folder) {
        this.folder = folder;
        SpecDraft draft = new SpecDraft(catalogue).over(catalogue.presetLayer(catalogue.defaultPresetName()));
        spec = draft.policyOption("warm_up_steps", capacity)
                .runOption("replay_buffer_capacity", capacity)
                .runOption("num_episodes", (long) 1e9)
                .resolve();
    }

    /**
     * What was measured.
     *
     * @param capacity steps in the replay buffer
     * @param medianMillis time of a checkpoint, the median
     * @param largestMillis time of the slowest checkpoint
     * @param share part of the whole time that went into checkpoints
     * @param trainingSeconds time of training between two checkpoints, the mean
     * @param restoreSeconds time of restoring the last one
     */
    public record Figure(
            int capacity,
            double medianMillis,
            double largestMillis,
            double share,
            double trainingSeconds,
            double restoreSeconds) {}

    /**
     * Trains and writes checkpoints in a temporary folder, which takes 0.6 kB per step of capacity.
     *
     * @param capacity steps in the replay buffer
     * @param interval episodes between checkpoints
     * @param checkpoints checkpoints measured, after the buffer is full
     */
    public static Figure run(int capacity, int interval, int checkpoints) throws IOException {
        Path folder = Files.createTempDirectory("particle-arena-checkpoints");
        try {
            return new CheckpointBenchmark(capacity, folder).measure(interval, checkpoints);
        } finally {
            Folders.delete(folder);
        }
    }

    private Figure measure(int interval, int count) throws IOException {
        long[] writing = new long[count];
        long training = 0;
        try (Trainer trainer = newTrainer()) {
            Checkpoints checkpoints = newCheckpoints(trainer);
            AtomicFiles.write(new RunFolder(folder).spec(), SpecJson.write(catalogue, spec));
            int measured = 0;
            long from = System.nanoTime();
            while (measured < count) {
                if (!trainer.advance() || trainer.episodes() % interval != 0) {
                    continue;
                }
                long before = System.nanoTime();
                checkpoints.write(trainer);
                long after = System.nanoTime();
                if (trainer.steps() > spec.run().replayBufferCapacity()) {
                    training += before - from;
                    writing[measured++] = after - before;
                }
                from = after;
            }
        }
        double restoring = restore();
        long sum = Arrays.stream(writing).sum();
        Arrays.sort(writing);
        return new Figure(
                spec.run().replayBufferCapacity(),
                writing[count / 2] / NANOS_PER_MILLI,
                writing[count - 1] / NANOS_PER_MILLI,
                (double) sum / (sum + training),
                training / NANOS_PER_SECOND / count,
                restoring);
    }

    private double restore() throws IOException {
        try (Trainer trainer = newTrainer()) {
            long before = System.nanoTime();
            newCheckpoints(trainer).restore(trainer, notice -> {});
            return (System.nanoTime() - before) / NANOS_PER_SECOND;
        }
    }

    private Trainer newTrainer() {
        return new Trainer(catalogue, spec, folder.resolve("experience"), (tag, step, value) -> {});
    }

    private Checkpoints newCheckpoints(Trainer trainer) {
        return new Checkpoints(new RunFolder(folder), catalogue, spec, trainer);
    }
}
