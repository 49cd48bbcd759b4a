package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.env.EpisodeRecording;
import io.particlearena.fuzz.Fuzzer;
import io.particlearena.fuzz.JsonMutations;
import io.particlearena.fuzz.StateFileMutations;
import io.particlearena.results.EpisodeFile;
import io.particlearena.results.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Specifications, presets and recordings that were changed at random. */
final class FilesFuzzTest {

    private static final Catalogue CATALOGUE = Catalogue.standard();

    @TempDir
    private Path outside;

    private Fuzzer fuzzer;

    @BeforeEach
    void prepare() throws IOException {
        fuzzer = new Fuzzer(outside);
    }

    @ParameterizedTest
    @ValueSource(strings = {"simple_push", "simple_tag"})
    void aSpecificationIsUnderstoodOrRefused(String scenario) throws Exception {
        SpecDraft draft = TinyLemol.draft().scenario(scenario);
        Path file = fuzzer.folder().resolve("spec.json");
        Files.writeString(file, SpecJson.write(CATALOGUE, draft.resolve()));
        Experiments experiments = new Experiments(CATALOGUE, fuzzer.folder());
        fuzzer.cases(1_500).run(file, JsonMutations::any, () -> {
            KnownFile.of(file);
            ExperimentSpec spec =
                    new SpecDraft(CATALOGUE).over(SpecJson.read(file)).resolve();
            SpecCommand.arguments(CATALOGUE, spec);
            experiments.spec(fuzzer.folder());
        });
    }

    @Test
    void thePartsOfARunAreUnderstoodOrRefused() throws Exception {
        RunFolder run = new RunFolder(fuzzer.folder());
        Files.writeString(
                run.spec(), SpecJson.write(CATALOGUE, TinyLemol.draft().resolve()));
        Files.writeString(run.changes(), SpecJson.writeChanges(List.of(new OptionChange(10, "good", "lr", 0.5))));
        Files.writeString(
                run.provenance(),
                SpecJson.pretty(Map.of("seed", 1, "origin", Map.of("run", "/some/run", "checkpoint", 5))));
        Experiments experiments = new Experiments(CATALOGUE, fuzzer.folder());
        for (Path file : List.of(run.changes(), run.provenance())) {
            fuzzer.cases(800).run(file, JsonMutations::any, () -> {
                experiments.repetition(run.path());
                Experiments.originOf(run.path());
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mpe/simple-1", "mpe/simple_tag-1", "mpe/core-1", "mpe2/simple_crypto-1"})
    void aRecordingOfTheReferencesIsShownOrRefused(String name) throws Exception {
        Path file = fuzzer.folder().resolve("recording.json");
        Files.copy(Path.of("src/test/resources/golden", name + ".json"), file);
        fuzzer.cases(200).run(file, JsonMutations::any, () -> {
            KnownFile.of(file);
            Recordings.episode(CATALOGUE, file);
            Recordings.verify(CATALOGUE, file);
        });
    }

    @Test
    void aRecordingIsShownOrRefused() throws Exception {
        Path run = smallRun("simple_spread", Map.of("record_every", 2));
        Path recorded = EpisodeFile.list(new RunFolder(run).episodes()).get(0).path();
        fuzzer.cases(1_500).run(recorded, StateFileMutations::any, () -> {
            EpisodeRecording.read(recorded);
            Recordings.episode(CATALOGUE, recorded);
            Recordings.verify(CATALOGUE, recorded);
        });
    }

    private Path smallRun(String scenario, Map<String, Object> options) {
        SpecDraft draft = new SpecDraft(CATALOGUE)
                .scenario(scenario)
                .algorithm("good", "maddpg")
                .policyOption("batch_size", 8)
                .policyOption("num_units", 4)
                .policyOption("warm_up_steps", 20)
                .runOption("num_episodes", 4)
                .runOption("checkpoint_interval", 2)
                .runOption("replay_buffer_capacity", 64)
                .seed(3);
        options.forEach(draft::runOption);
        Run run = new Experiments(CATALOGUE, fuzzer.folder()).create(draft.resolve(), "run", List.of(), List.of());
        run.execute();
        return run.folder();
    }

    @Test
    void aPresetOfTheUserIsOfferedOrLeftOut() throws Exception {
        UserPresets presets = new UserPresets(fuzzer.folder());
        String name = presets.save(
                CATALOGUE, "My own", TinyLemol.draft().scenario("simple_tag").resolve());
        Path file = fuzzer.folder().resolve(name + ".json");
        fuzzer.cases(600).run(file, JsonMutations::any, () -> {
            assertThat(presets.names()).containsExactly(name);
            new SpecDraft(CATALOGUE).over(presets.layer(name)).resolve();
        });
    }
}
