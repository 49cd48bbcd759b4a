package io.particlearena.ui.arena;

import io.particlearena.env.Scene;
import io.particlearena.ui.AgentColours;
import io.particlearena.ui.Theme;
import javafx.scene.paint.Color;

/**
 * The colours of the arena. Bodies keep their scenario's published colours, but where these were made for a white page
 * (dark grey landmarks, dark blue food) a dark page lightens them.
 */
final class ArenaColours {

    private static final double DARKEST_ON_DARK = 0.42;

    private final Theme theme;

    ArenaColours(Theme theme) {
        this.theme = theme;
    }

    Color page() {
        return theme == Theme.LIGHT ? Color.web("#eef1f4") : Color.web("#0b0f14");
    }

    Color floor() {
        return theme == Theme.LIGHT ? Color.web("#ffffff") : Color.web("#141a22");
    }

    Color grid() {
        return theme == Theme.LIGHT ? Color.web("#e4e8ec") : Color.web("#1f2833");
    }

    Color axis() {
        return theme == Theme.LIGHT ? Color.web("#cfd6dd") : Color.web("#2e3947");
    }

    Color edge() {
        return theme == Theme.LIGHT ? Color.web("#a9b3bd") : Color.web("#465364");
    }

    Color bubble() {
        return theme == Theme.LIGHT ? Color.web("#24292f") : Color.web("#e6edf3");
    }

    Color bubbleText() {
        return theme == Theme.LIGHT ? Color.WHITE : Color.web("#0b0f14");
    }

    /** A body's colour on this page. */
    Color body(Scene.Colour colour) {
        Color published = Color.color(colour.red(), colour.green(), colour.blue());
        if (theme == Theme.LIGHT) {
            return published;
        }
        double light = luminance(published);
        if (light >= DARKEST_ON_DARK) {
            return published;
        }
        return published.interpolate(Color.WHITE, (DARKEST_ON_DARK - light) / (1 - light));
    }

    /** A colour given as {@code 0xRRGGBB}. */
    static Color rgb(int colour) {
        return Color.rgb(colour >> 16 & 255, colour >> 8 & 255, colour & 255);
    }

    /** The colour of an agent as everywhere in the window. */
    Color agent(AgentColours agents, int seat) {
        return rgb(agents.of(seat, theme));
    }

    /** The ground behind bars and texts that must be read over whatever is drawn there. */
    Color panel() {
        return theme == Theme.LIGHT ? Color.web("#ffffff", 0.88) : Color.web("#0f151c", 0.86);
    }

    /** A prediction that came true; much darker than {@link #wrong} on a light page, much lighter on a dark one. */
    Color right() {
        return theme == Theme.LIGHT ? Color.web("#0b5cad") : Color.web("#8ecbff");
    }

    /** A prediction that did not come true. */
    Color wrong() {
        return theme == Theme.LIGHT ? Color.web("#f0922b") : Color.web("#cf5f10");
    }

    Color outline(Color body) {
        return theme == Theme.LIGHT ? body.deriveColor(0, 1, 0.62, 1) : body.interpolate(Color.WHITE, 0.45);
    }

    private static double luminance(Color colour) {
        return 0.299 * colour.getRed() + 0.587 * colour.getGreen() + 0.114 * colour.getBlue();
    }
}
