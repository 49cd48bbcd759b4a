package io.particlearena.ui.preferences;

import java.util.Comparator;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Where the window is on the screen, in logical pixels.
 *
 * @param maximised whether it fills its screen; the others are then where it goes when it no longer does
 */
public record WindowPlace(double x, double y, double width, double height, boolean maximised) {

    /**
     * The same place moved and made smaller until it lies on one of the screens that are there now.
     *
     * @param screens the parts of screens that windows may use, at least one
     */
    WindowPlace on(List<Rectangle2D> screens) {
        Rectangle2D screen =
                screens.stream().max(Comparator.comparingDouble(this::shared)).orElseThrow();
        double fittingWidth = Math.min(width, screen.getWidth());
        double fittingHeight = Math.min(height, screen.getHeight());
        return new WindowPlace(
                Math.max(screen.getMinX(), Math.min(x, screen.getMaxX() - fittingWidth)),
                Math.max(screen.getMinY(), Math.min(y, screen.getMaxY() - fittingHeight)),
                fittingWidth,
                fittingHeight,
                maximised);
    }

    /**
     * Where a window is.
     *
     * @param before where it was before; null if that is not known
     */
    public static WindowPlace of(Stage window, @Nullable WindowPlace before) {
        // A window that is put away is nowhere.
        if (window.isIconified() && before != null) {
            return before;
        }
        if (window.isMaximized() && before != null) {
            return new WindowPlace(before.x, before.y, before.width, before.height, true);
        }
        return new WindowPlace(
                window.getX(), window.getY(), window.getWidth(), window.getHeight(), window.isMaximized());
    }

    /** Puts a window here, as far as the screens of this moment allow. */
    public void give(Stage window) {
        WindowPlace place =
                on(Screen.getScreens().stream().map(Screen::getVisualBounds).toList());
        window.setX(place.x);
        window.setY(place.y);
        window.setWidth(place.width);
        window.setHeight(place.height);
        window.setMaximized(place.maximised);
    }

    private double shared(Rectangle2D screen) {
        double across = Math.min(x + width, screen.getMaxX()) - Math.max(x, screen.getMinX());
        double down = Math.min(y + height, screen.getMaxY()) - Math.max(y, screen.getMinY());
        return Math.max(0, across) * Math.max(0, down);
    }
}
