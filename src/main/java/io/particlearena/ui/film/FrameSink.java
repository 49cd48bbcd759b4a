package io.particlearena.ui.film;

import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;

/** Takes the frames of a film, one after the other, all of one size. */
interface FrameSink extends Closeable {

    void add(BufferedImage frame) throws IOException;
}
