package io.particlearena.ui.setup;

import io.particlearena.options.OptionException;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The seed as the user writes it. Knows no controls. */
final class SeedSetup {

    private final StringProperty text = new SimpleStringProperty("0");
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");

    SeedSetup() {
        text.addListener((observable, before, now) -> check());
    }

    StringProperty textProperty() {
        return text;
    }

    /** What is wrong with it, or an empty text. */
    ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    void showError(String message) {
        error.set(message);
    }

    /** @throws OptionException if the text is no number */
    long number() {
        try {
            return Long.parseLong(text.get().strip());
        } catch (NumberFormatException e) {
            throw new OptionException(
                    "seed", "The seed is \"" + text.get() + "\", but must be a whole number of at most 18 digits.");
        }
    }

    private void check() {
        try {
            number();
            error.set("");
        } catch (OptionException e) {
            error.set(String.valueOf(e.getMessage()));
        }
    }
}
