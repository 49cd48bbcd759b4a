package io.particlearena.ui.chart;

import java.nio.IntBuffer;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** A picture that fills a surface, and above it a canvas for what follows the mouse. */
final class PictureLayers {

    private final ImageView picture = new ImageView();
    private final Canvas overlay = new Canvas();

    PictureLayers() {
        picture.setManaged(false);
        picture.setPreserveRatio(false);
        overlay.setManaged(false);
        overlay.setMouseTransparent(true);
    }

    /** From the back to the front. */
    List<Node> nodes() {
        return List.of(picture, overlay);
    }

    /** @param pixels from the upper left row by row, with their opacity multiplied in */
    void show(int width, int height, IntBuffer pixels) {
        PixelBuffer<IntBuffer> buffer = new PixelBuffer<>(width, height, pixels, PixelFormat.getIntArgbPreInstance());
        picture.setImage(new WritableImage(buffer));
    }

    void clear() {
        picture.setImage(null);
    }

    /** Fills a surface of this size; says whether the canvas is empty for it. */
    boolean fill(double width, double height) {
        picture.setFitWidth(width);
        picture.setFitHeight(height);
        if (overlay.getWidth() == width && overlay.getHeight() == height) {
            return false;
        }
        overlay.setWidth(width);
        overlay.setHeight(height);
        return true;
    }

    /** The canvas without what was on it. */
    GraphicsContext cleared() {
        GraphicsContext g = overlay.getGraphicsContext2D();
        g.clearRect(0, 0, overlay.getWidth(), overlay.getHeight());
        return g;
    }
}
