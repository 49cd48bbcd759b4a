package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.particlearena.options.OptionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KnownFileTest {

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.writeString(file, text);
    }

    @Test
    void specificationsAreKnownByTheirKeys() throws IOException {
        Path spec = write("mine.json", "{\"title\": \"Mine\", \"scenario\": \"simple\"}");
        assertThat(KnownFile.of(spec)).isEqualTo(new KnownFile(KnownFile.Kind.SPECIFICATION, spec));
    }

    @Test
    void aRunIsKnownByItsFolderAndByTheFilesInIt() {
        Run run = new Experiments(Tiny.CATALOGUE, folder).create(Tiny.spec(Map.of()), "run", List.of(), List.of());
        run.execute();
        Path path = run.folder().toAbsolutePath().normalize();
        for (String file : List.of("", "spec.json", "summary.json")) {
            KnownFile known = KnownFile.of(path.resolve(file));
            assertThat(known.kind()).isEqualTo(KnownFile.Kind.RUN);
            assertThat(known.path()).isEqualTo(path);
        }
    }

    @Test
    void eventFilesOfOthersAreKnownByTheirNames() throws IOException {
        Path file = write("logs/a/events.out.tfevents.1.host", "");
        assertThat(KnownFile.of(folder.resolve("logs")))
                .isEqualTo(new KnownFile(KnownFile.Kind.EVENTS, folder.resolve("logs")));
        assertThat(KnownFile.of(file).kind()).isEqualTo(KnownFile.Kind.EVENTS);
        assertThat(KnownFile.of(file).path()).isEqualTo(file.toAbsolutePath().getParent());
    }

    @Test
    void recordingsOfThePublishedProgramsAreKnownByTheirFormat() throws IOException {
        Path file = write("golden.json", "{\"format\": \"mpe-golden/1\", \"scenario\": \"simple\"}");
        assertThat(KnownFile.of(file).kind()).isEqualTo(KnownFile.Kind.RECORDING);
    }

    @Test
    void whatIsUnknownIsRefusedInOneSentence() throws IOException {
        Path text = write("notes.txt", "Remember the milk");
        Path json = write("other.json", "{\"a\": [1, 2], \"b\": {}}");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        for (Path path : List.of(text, json, empty, folder.resolve("missing"))) {
            assertThatThrownBy(() -> KnownFile.of(path))
                    .isInstanceOf(OptionException.class)
                    .hasMessageContaining(path.toString());
        }
    }
}
