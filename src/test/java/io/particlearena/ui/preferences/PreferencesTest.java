package io.particlearena.ui.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.ui.Palette;
import io.particlearena.ui.Theme;
import java.util.List;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

final class PreferencesTest {

    @Test
    void settingsGiveThePreferencesTheyCameFrom() {
        Preferences preferences = new Preferences(
                Theme.DARK, Palette.SAFE, 16, "en", "cuda:1", "runs", new WindowPlace(-5, 20, 1280, 800, true));
        Preferences.Understood again = Preferences.of(preferences.settings());
        assertThat(again.preferences()).isEqualTo(preferences);
        assertThat(again.strange()).isEmpty();
        assertThat(Preferences.of(Map.of()).preferences()).isEqualTo(Preferences.DEFAULTS);
    }

    @Test
    void whatIsStrangeIsNamedAndAtItsDefault() {
        Preferences.Understood understood = Preferences.of(Map.of(
                "theme", "blue",
                "palette", 3.0,
                "text_size", 400.0,
                "language", "tlh",
                "device", "tpu",
                "page", 7.0,
                "window_x", "left",
                "window_maximised", "yes",
                "colour", "red"));
        assertThat(understood.preferences()).isEqualTo(Preferences.DEFAULTS);
        assertThat(understood.strange())
                .containsExactlyInAnyOrder(
                        "theme",
                        "palette",
                        "text_size",
                        "language",
                        "device",
                        "page",
                        "window_x",
                        "window_maximised",
                        "colour");
        assertThat(Preferences.of(Map.of("text_size", Double.NaN)).strange()).containsExactly("text_size");
    }

    @Test
    void aWindowComesToTheScreensThatAreThere() {
        Rectangle2D left = new Rectangle2D(0, 0, 1920, 1080);
        Rectangle2D right = new Rectangle2D(1920, 0, 1280, 1024);
        WindowPlace place = new WindowPlace(2000, 100, 1200, 800, false);
        assertThat(place.on(List.of(left, right))).isEqualTo(place);
        assertThat(place.on(List.of(left))).isEqualTo(new WindowPlace(720, 100, 1200, 800, false));
        assertThat(new WindowPlace(-9000, -9000, 4000, 3000, true).on(List.of(left)))
                .isEqualTo(new WindowPlace(0, 0, 1920, 1080, true));
    }
}
