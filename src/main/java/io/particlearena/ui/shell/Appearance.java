package io.particlearena.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.particlearena.ui.AgentColours;
import io.particlearena.ui.Palette;
import io.particlearena.ui.Theme;
import io.particlearena.ui.preferences.KeptPreferences;
import io.particlearena.ui.preferences.Preferences;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** The look of the window: light or dark, and the size of its texts. */
final class Appearance {

    static final double NORMAL_TEXT = Preferences.NORMAL_TEXT;

    /** While the theme changes, lists in closed pop-ups look their colours up in vain for a moment; JavaFX reports each. */
    private static final Logger STYLE_WARNINGS = Logger.getLogger("javafx.css");

    static {
        STYLE_WARNINGS.setLevel(Level.SEVERE);
    }

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final ObjectProperty<Palette> palette = new SimpleObjectProperty<>(Palette.PUBLISHED);
    private final ReadOnlyDoubleWrapper textSize = new ReadOnlyDoubleWrapper(NORMAL_TEXT);

    ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    ReadOnlyDoubleProperty textSizeProperty() {
        return textSize.getReadOnlyProperty();
    }

    void setTextSize(double size) {
        textSize.set(Preferences.limited(size));
    }

    /** Changes from light to dark, or back. */
    void changeTheme() {
        theme.set(theme.get().other());
    }

    /** Makes texts larger by so many pixels, or smaller. */
    void changeText(double pixels) {
        setTextSize(textSize.get() + pixels);
    }

    /** Looks as the user prefers, now and whenever that changes. */
    void follow(KeptPreferences preferences) {
        take(preferences.get());
        preferences.property().addListener((o, before, now) -> takeChanges(before, now));
    }

    /** Calls this now, and whenever anything of the look has changed. */
    void setOnChange(Runnable listener) {
        List.of(theme, palette, textSize).forEach(part -> part.addListener((o, before, now) -> listener.run()));
        listener.run();
    }

    /** Lets changes from now on, but not what was set before for this session only, be preferences. */
    void keepIn(KeptPreferences preferences) {
        theme.addListener((o, before, now) -> preferences.setTheme(now));
        textSize.addListener((o, before, now) -> preferences.setTextSize(now.doubleValue()));
    }

    private void take(Preferences preferences) {
        AgentColours.use(preferences.palette());
        palette.set(preferences.palette());
        theme.set(preferences.theme());
        setTextSize(preferences.textSize());
    }

    /** What stays as it was may have been set otherwise for this session. */
    private void takeChanges(Preferences before, Preferences now) {
        AgentColours.use(now.palette());
        palette.set(now.palette());
        if (now.theme() != before.theme()) {
            theme.set(now.theme());
        }
        if (now.textSize() != before.textSize()) {
            setTextSize(now.textSize());
        }
    }

    /** Gives the scene this look, now and whenever it changes. */
    void dress(Scene scene) {
        for (String sheet : List.of("controls.css", "window.css")) {
            scene.getStylesheets()
                    .add(Objects.requireNonNull(Theme.class.getResource(sheet), sheet)
                            .toExternalForm());
        }
        apply(scene.getRoot());
        theme.addListener((o, before, now) -> apply(scene.getRoot()));
        textSize.addListener((o, before, now) -> apply(scene.getRoot()));
    }

    /** Gives a dialog this look. */
    void dress(Parent dialog) {
        for (String sheet : List.of("controls.css", "window.css")) {
            dialog.getStylesheets()
                    .add(Objects.requireNonNull(Theme.class.getResource(sheet), sheet)
                            .toExternalForm());
        }
        apply(dialog);
    }

    private void apply(Parent root) {
        boolean light = theme.get() == Theme.LIGHT;
        Application.setUserAgentStylesheet(
                light ? new PrimerLight().getUserAgentStylesheet() : new PrimerDark().getUserAgentStylesheet());
        root.getStyleClass().removeAll("light", "dark");
        root.getStyleClass().add(light ? "light" : "dark");
        root.setStyle("-fx-font-size: " + textSize.get() + "px;");
    }
}
