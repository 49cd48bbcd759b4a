package io.particlearena.ui.film;

import io.particlearena.options.OptionException;
import java.nio.file.Path;
import java.util.Locale;

/** The kinds of files that a film can be written to. */
public enum FilmFormat {
    /** A moving picture that browsers and documents show, without end. */
    GIF,
    /** A video of JPEG pictures in a file of the Audio Video Interleave format. */
    AVI,
    /** A picture for each frame, in files with numbers. */
    PNG;

    /**
     * The format that a file's name asks for.
     *
     * @throws OptionException if it asks for none of them
     */
    public static FilmFormat of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        for (FilmFormat format : values()) {
            if (name.endsWith(format.ending())) {
                return format;
            }
        }
        throw new OptionException("file", "The file is \"" + file + "\", but must end with .gif, .avi or .png.");
    }

    /** What the names of such files end with. */
    public String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }
}
