package io.particlearena.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.experiment.Catalogue;
import io.particlearena.ui.Texts;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FieldTest {

    private static final Catalogue CATALOGUE = Catalogue.standard();

    @AfterEach
    void speakEnglishAgain() {
        Texts.speak("en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "zh"})
    void aFieldIsFoundByWhatItIsCalledAndByItsFlag(String language) {
        Texts.speak(language);
        FormModel form = new FormModel("", CATALOGUE.runOptions());
        assertThat(form.fields())
                .isNotEmpty()
                .allMatch(field -> field.matches(field.title()))
                .allMatch(field -> field.matches(field.option().help()))
                .allMatch(field -> field.matches(field.option().flag().substring(2)));
    }

    @Test
    void aFieldSpeaksTheLanguageOfTheWindow() {
        Field episodes = run("num_episodes");
        assertThat(episodes.title()).isEqualTo("Number of episodes");
        assertThat(episodes.allowed()).endsWith(" episodes");
        Texts.speak("de");
        assertThat(episodes.title()).isEqualTo("Episoden");
        assertThat(episodes.allowed()).endsWith(" Episoden");
        assertThat(episodes.help()).startsWith("Wie viele Episoden");
        assertThat(scenario("simple_spread", "terminate_on_success").help()).contains("jede Landmarke besetzt");
        assertThat(scenario("simple_line", "terminate_on_success").help()).contains("an seinem Ziel");
    }

    private static Field run(String key) {
        return new FormModel("", CATALOGUE.runOptions()).find(key).orElseThrow();
    }

    private static Field scenario(String name, String key) {
        Optional<Field> field = CATALOGUE.scenarios().stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .flatMap(entry -> new FormModel(name, entry.options()).find(key));
        return field.orElseThrow();
    }
}
