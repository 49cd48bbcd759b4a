package io.particlearena.ui;

/** Where the colours of agents come from. */
public enum Palette {
    /** After the colours in which the scenarios were published. */
    PUBLISHED,

    /** To be told apart with any colour vision: lightness differs as well as hue. */
    SAFE
}
