package io.particlearena.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsFileTest {

    @TempDir
    private Path folder;

    @Test
    void settingsAreReadAsTheyWereWritten() throws IOException {
        SettingsFile file = new SettingsFile(folder.resolve("new").resolve("settings.json"));
        assertThat(file.read()).isEqualTo(new SettingsFile.Content(Map.of(), ""));
        Map<String, Object> values =
                Map.of("name", "a \"b\" ü", "size", 1.5, "whole", 3.0, "on", true, "list", List.of("a", "b\n"));
        file.write(values);
        assertThat(file.read()).isEqualTo(new SettingsFile.Content(values, ""));
        assertThat(folder.resolve("new")).isDirectoryContaining("glob:**settings.json");
    }

    @Test
    void damagedForeignAndHugeFilesAreToldInASentence() throws IOException {
        assertThat(problem("{\"theme\": \"da")).contains("settings.json is damaged");
        assertThat(problem("[1, 2]")).contains("is not a JSON object");
        assertThat(problem("{\"a\": \"" + "x".repeat(SettingsFile.LARGEST_BYTES) + "\"}"))
                .contains("is larger than 1048576 bytes");
        assertThat(problem("{\"a\": " + "[".repeat(20_000) + "]".repeat(20_000) + "}"))
                .contains("is damaged");
        assertThat(problem("")).contains("is not a JSON object");
        assertThat(new SettingsFile(folder).read().problem()).contains("cannot be read");
    }

    @Test
    void valuesOfOtherKindsAreLeftOut() throws IOException {
        Path file =
                Files.writeString(folder.resolve("s.json"), "{\"a\": [\"x\", 1], \"b\": null, \"c\": 2, \"d\": {}}");
        assertThat(new SettingsFile(file).read()).isEqualTo(new SettingsFile.Content(Map.of("c", 2.0), ""));
    }

    private String problem(String content) throws IOException {
        SettingsFile.Content read =
                new SettingsFile(Files.writeString(folder.resolve("settings.json"), content)).read();
        assertThat(read.values()).isEmpty();
        return read.problem();
    }

    @Test
    void aLinkIsNeitherReadNorReplaced() throws IOException {
        Path elsewhere = folder.resolve("elsewhere.json");
        new SettingsFile(elsewhere).write(Map.of("theme", "dark"));
        Path link = Files.createSymbolicLink(folder.resolve("preferences.json"), elsewhere);
        SettingsFile settings = new SettingsFile(link);
        assertThat(settings.read().values()).isEmpty();
        assertThat(settings.read().problem()).contains("(it is a symbolic link)");
        assertThatThrownBy(() -> settings.write(Map.of("theme", "light")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is a symbolic link");
        assertThat(new SettingsFile(elsewhere).read().values()).containsEntry("theme", "dark");
        assertThat(Files.isSymbolicLink(link)).isTrue();
    }
}
