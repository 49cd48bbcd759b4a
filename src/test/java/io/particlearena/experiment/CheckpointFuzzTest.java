package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.fuzz.Fuzzer;
import io.particlearena.fuzz.StateFileMutations;
import io.particlearena.results.CheckpointFile;
import io.particlearena.results.RunFolder;
import io.particlearena.store.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checkpoints of each algorithm that were changed at random. */
final class CheckpointFuzzTest {

    private static final Catalogue CATALOGUE = Catalogue.standard();

    @TempDir
    private Path outside;

    private Fuzzer fuzzer;

    @BeforeEach
    void prepare() throws IOException {
        fuzzer = new Fuzzer(outside);
    }

    private static ExperimentSpec small(String algorithm) {
        SpecDraft draft = new SpecDraft(CATALOGUE).scenario("simple").algorithm("good", algorithm);
        if (!algorithm.equals("ppo")) {
            draft.policyOption("batch_size", 8).policyOption("warm_up_steps", 20);
        }
        return draft.policyOption("num_units", 4)
                .runOption("num_episodes", 4)
                .runOption("checkpoint_interval", 2)
                .runOption("replay_buffer_capacity", 64)
                .seed(3)
                .resolve();
    }

    private Path train(ExperimentSpec spec) {
        Run run = new Experiments(CATALOGUE, fuzzer.folder()).create(spec, "run", List.of(), List.of());
        assertThat(run.execute().state()).isEqualTo(RunState.FINISHED);
        return run.folder();
    }

    /** Leaves the newest checkpoint alone, so that no other one is taken in its place. */
    private static Path only(Path run) throws IOException {
        List<CheckpointFile> files = CheckpointFile.list(new RunFolder(run).checkpoints());
        for (CheckpointFile other : files.subList(1, files.size())) {
            Files.delete(other.path());
        }
        return files.get(0).path();
    }

    private static void restore(Path folder, ExperimentSpec spec) throws IOException {
        try (Trainer trainer = new Trainer(CATALOGUE, spec, folder.resolve("experience"), (tag, step, value) -> {})) {
            new Checkpoints(new RunFolder(folder), CATALOGUE, spec, trainer).restore(trainer, notice -> {});
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"maddpg", "ddpg", "ppo"})
    void aCheckpointIsGoneOnWithOrRefused(String algorithm) throws Exception {
        ExperimentSpec spec = small(algorithm);
        Path folder = train(spec);
        fuzzer.cases(250).run(only(folder), StateFileMutations::any, () -> restore(folder, spec));
    }

    @ParameterizedTest
    @ValueSource(strings = {"maddpg", "ppo"})
    void policiesOfACheckpointPlayOrAreRefused(String algorithm) throws Exception {
        Path folder = train(small(algorithm));
        fuzzer.cases(200)
                .run(
                        only(folder),
                        StateFileMutations::any,
                        () -> new Evaluation(CATALOGUE, folder, Map.of()).newPlayer());
    }

    @Test
    void aCheckpointWithExperienceIsGoneOnWithOrRefused() throws Exception {
        ExperimentSpec spec = TinyLemol.draft().resolve();
        MetricListener counter = new MetricListener(0);
        Experiments experiments = new Experiments(CATALOGUE, fuzzer.folder());
        experiments.create(spec, "whole", List.of(), List.of(counter)).execute();
        // In the second of two cycles of two trajectories.
        MetricListener stopper = new MetricListener(counter.count() * 5 / 8);
        Run run = experiments.create(spec, "run", List.of(), List.of(stopper));
        stopper.listenTo(run);
        assertThat(run.execute().state()).isEqualTo(RunState.STOPPED);
        Path folder = run.folder();
        Path newest = only(folder);
        Path experience = folder.resolve("experience");
        Path kept = fuzzer.folder().resolve("kept");
        copy(experience, kept);
        try (Stream<Path> files = Files.walk(kept)) {
            assertThat(files).anyMatch(file -> file.toString().endsWith(".trajectory"));
        }
        fuzzer.cases(150).run(newest, StateFileMutations::any, () -> {
            // Segments that a checkpoint does not name are deleted when a run goes on.
            Folders.delete(experience);
            copy(kept, experience);
            restore(folder, spec);
        });
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
