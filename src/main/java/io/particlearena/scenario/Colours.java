package io.particlearena.scenario;

import io.particlearena.env.Scene.Colour;

/** Makes colours as the published scenarios give them. */
final class Colours {

    /** Agents let a little of what lies under them shine through; the published renderer uses 0.5. */
    private static final double AGENT_OPACITY = 0.85;

    private static final double FOREST_OPACITY = 0.6;

    private Colours() {}

    static Colour agent(double red, double green, double blue) {
        return new Colour(red, green, blue, AGENT_OPACITY);
    }

    static Colour landmark(double red, double green, double blue) {
        return new Colour(red, green, blue, 1);
    }

    static Colour forest(double red, double green, double blue) {
        return new Colour(red, green, blue, FOREST_OPACITY);
    }
}
