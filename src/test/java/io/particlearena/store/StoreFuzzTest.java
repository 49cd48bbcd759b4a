package io.particlearena.store;

import io.particlearena.fuzz.ByteMutations;
import io.particlearena.fuzz.Fuzzer;
import io.particlearena.fuzz.JsonMutations;
import io.particlearena.fuzz.StateFileMutations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** States, segments and settings that were changed at random. */
final class StoreFuzzTest {

    @TempDir
    private Path outside;

    private Fuzzer fuzzer;

    @BeforeEach
    void prepare() throws IOException {
        fuzzer = new Fuzzer(outside);
    }

    @Test
    void aStateIsReadOrRefused() throws Exception {
        Path file = fuzzer.folder().resolve("some.state");
        MemoryState state = new MemoryState();
        state.putLong("steps", 5);
        state.putDouble("rate", Double.NaN);
        state.putString("name", "tag");
        state.putLongs("ends", new long[] {1, 2, 3});
        state.child("part").putFloats("weights", new float[300]);
        state.child("part").child("inner").putBytes("pixels", new byte[70_000]);
        state.child("part").putDoubles("numbers", new double[10]);
        StateFile.write(file, state);
        fuzzer.cases(1_500)
                .run(file, StateFileMutations::any, () -> StateFile.read(file).copyTo(new MemoryState()));
    }

    @Test
    void aSegmentIsReadOrRefused() throws Exception {
        SegmentReference reference = Segments.append(
                fuzzer.folder(), 3, 40, 16, (row, buffer) -> buffer.putLong(row).putLong(-row));
        Path file = fuzzer.folder().resolve(reference.name());
        fuzzer.cases(500).run(file, ByteMutations::any, () -> {
            Segments.verify(fuzzer.folder(), reference);
            Segments.map(fuzzer.folder(), reference);
            Segments.read(fuzzer.folder(), reference, 0, 100, (row, buffer) -> buffer.getLong());
        });
    }

    @Test
    void aReferenceToASegmentIsReadOrRefused() throws Exception {
        SegmentReference reference = Segments.append(
                fuzzer.folder(), 3, 40, 16, (row, buffer) -> buffer.putLong(row).putLong(-row));
        Path file = fuzzer.folder().resolve("reference.state");
        MemoryState state = new MemoryState();
        reference.save(state);
        StateFile.write(file, state);
        fuzzer.cases(1_000).run(file, StateFileMutations::any, () -> {
            SegmentReference read = SegmentReference.load(StateFile.read(file));
            Segments.read(fuzzer.folder(), read, 0, Long.MAX_VALUE, (row, buffer) -> buffer.get());
            Segments.map(fuzzer.folder(), read);
        });
    }

    @Test
    void settingsAreReadOrLeftOut() throws Exception {
        Path file = fuzzer.folder().resolve("preferences.json");
        SettingsFile settings = new SettingsFile(file);
        settings.write(Map.of("theme", "dark", "size", 1.5, "wide", true, "shown", List.of("a", "b")));
        fuzzer.cases(1_500).run(file, StoreFuzzTest::settings, () -> {
            SettingsFile.Content content = settings.read();
            if (!content.problem().isEmpty()) {
                Fuzzer.checkSentence("settings", content.problem(), null);
            }
            SettingsReader reader = new SettingsReader(content.values());
            reader.number("size", 0, 2);
            reader.flag("wide", false);
            reader.text("theme");
            reader.texts("shown");
            reader.strange();
        });
    }

    private static byte[] settings(byte[] whole, SplittableRandom random) throws IOException {
        return JsonMutations.any(whole, random);
    }
}
