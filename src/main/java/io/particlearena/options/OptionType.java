package io.particlearena.options;

/** The kinds of value that an option can hold. */
public enum OptionType {
    INTEGER,
    NUMBER,
    BOOLEAN,
    TEXT,
    CHOICE,
    LIST
}
