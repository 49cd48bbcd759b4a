package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.particlearena.options.OptionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

final class PresetsTest {

    static final List<String> NAMES = Presets.NAMES;

    @Test
    void listNamesEveryFileOfTheFolder() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("presets"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            NAMES.stream().map(name -> name + ".json").toList());
        }
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void presetHasTitleAndDescription(String name) {
        SpecLayer layer = Presets.layer(name);
        assertThat(layer.title()).isNotBlank();
        assertThat(layer.description()).isNotBlank();
        assertThat(layer.scenario()).isNotNull();
        assertThat(layer.policies()).containsKey("good");
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void presetIsValid(String name) {
        Catalogue catalogue = Catalogue.standard();
        Preset preset = catalogue.preset(name);
        assertThat(catalogue.agents(preset.spec())).isNotEmpty();
        assertThat(Presets.layer(name).policies().keySet())
                .isEqualTo(preset.spec().policies().keySet());
        assertThat(SpecCommand.line(catalogue, preset.spec())).startsWith("particle-arena train --scenario ");
    }

    @Test
    void underscoresAreAcceptedInNames() {
        assertThat(Presets.layer("maddpg_openai")).isEqualTo(Presets.layer("maddpg-openai"));
    }

    @Test
    void unknownPresetIsRefused() {
        assertThatThrownBy(() -> Presets.layer("../spec"))
                .isInstanceOf(OptionException.class)
                .hasMessage("There is no preset \"../spec\"; the presets are " + String.join(", ", NAMES) + ".");
    }
}
