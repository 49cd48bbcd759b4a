package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.particlearena.options.OptionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UserPresetsTest {

    @TempDir
    private Path folder;

    @Test
    void aSavedPresetIsListedBesideTheShippedOnesAndGivesTheSameSettings() {
        UserPresets own = new UserPresets(folder.resolve("presets"));
        Catalogue catalogue = Catalogue.standard().with(own);
        ExperimentSpec spec = new SpecDraft(catalogue)
                .over(catalogue.presetLayer("simple-tag"))
                .policyOption("good", "lr", 0.5)
                .resolve();
        String name = own.save(catalogue, "My hunt, 2nd try!", spec);

        assertThat(name).isEqualTo("my-hunt-2nd-try");
        assertThat(catalogue.presetNames()).startsWith("maddpg-openai").endsWith(name);
        assertThat(catalogue.preset(name).title()).isEqualTo("My hunt, 2nd try!");
        assertThat(catalogue.preset(name).spec()).isEqualTo(spec);
        assertThat(catalogue.presets()).extracting(Preset::name).endsWith(name);

        own.delete(name);
        assertThat(catalogue.presetNames()).doesNotContain(name);
        assertThatThrownBy(() -> own.delete(name)).isInstanceOf(OptionException.class);
    }

    @Test
    void namesOfShippedPresetsAndTitlesWithoutLettersAreRefused() {
        UserPresets own = new UserPresets(folder);
        Catalogue catalogue = Catalogue.standard();
        ExperimentSpec spec = catalogue.preset("simple").spec();
        for (String title : List.of("Simple tag", " ! ")) {
            assertThatThrownBy(() -> own.save(catalogue, title, spec)).isInstanceOf(OptionException.class);
        }
        assertThatThrownBy(() -> own.delete("simple-tag")).isInstanceOf(OptionException.class);
    }

    @Test
    void aDamagedPresetHidesNoOtherAndSaysWhatIsWrongWhenItIsNamed() throws IOException {
        Files.writeString(folder.resolve("broken.json"), "{");
        Catalogue catalogue = Catalogue.standard().with(new UserPresets(folder));
        assertThat(catalogue.presets()).hasSameSizeAs(Catalogue.standard().presets());
        assertThatThrownBy(() -> catalogue.preset("broken"))
                .isInstanceOf(OptionException.class)
                .hasMessageContaining("broken.json");
    }
}
