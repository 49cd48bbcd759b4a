package io.particlearena.ui.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.fuzz.Fuzzer;
import io.particlearena.fuzz.JsonMutations;
import io.particlearena.store.SettingsFile;
import io.particlearena.ui.Theme;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Preferences that were changed at random. */
final class PreferencesFuzzTest {

    @TempDir
    private Path outside;

    @Test
    void preferencesAreUnderstoodOrAtTheirDefaults() throws Exception {
        Fuzzer fuzzer = new Fuzzer(outside);
        Preferences some = Preferences.DEFAULTS
                .withTheme(Theme.DARK)
                .withLanguage("de")
                .withDevice("cuda:0")
                .left("runs", new WindowPlace(10, 20, 1200, 800, false));
        SettingsFile file = new SettingsFile(fuzzer.folder().resolve("preferences.json"));
        file.write(some.settings());
        fuzzer.cases(1_500).neverRefused().run(file.path(), JsonMutations::any, () -> {
            try (KeptPreferences kept = KeptPreferences.in(fuzzer.folder())) {
                kept.setOnProblem(problem -> Fuzzer.checkSentence("preferences", problem, null));
                Preferences understood = kept.get();
                assertThat(understood.textSize()).isBetween(Preferences.SMALLEST_TEXT, Preferences.LARGEST_TEXT);
                assertThat(Preferences.of(understood.settings()).preferences()).isEqualTo(understood);
            }
        });
    }
}
