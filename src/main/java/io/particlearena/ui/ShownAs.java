package io.particlearena.ui;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * Shows the values of a choice by a text of theirs; nothing by an empty one.
 *
 * @param <T> the values
 */
public final class ShownAs<T> extends StringConverter<T> {

    private final Function<T, String> text;

    /** @param text of a value */
    public ShownAs(Function<T, String> text) {
        this.text = text;
    }

    @Override
    public String toString(@Nullable T value) {
        return value == null ? "" : text.apply(value);
    }

    @Override
    public T fromString(String shown) {
        throw new UnsupportedOperationException("A choice is never read back from its text");
    }
}
