package io.particlearena.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What there is to read about each scenario and algorithm, in Markdown, under the headings that NetLogo's models library
 * made usual.
 */
public final class InfoPages {

    /** The headings of every page, in their order. */
    public static final List<String> HEADINGS = List.of(
            "WHAT IS IT?",
            "HOW IT WORKS",
            "HOW TO USE IT",
            "THINGS TO NOTICE",
            "THINGS TO TRY",
            "EXTENDING",
            "CREDITS AND REFERENCES");

    private static final String FOLDER = "/io/particlearena/info/";
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]+");

    private InfoPages() {}

    /** The page of a scenario or algorithm of the catalogue; empty where none ships with the program. */
    public static Optional<String> find(String name) {
        String known = name.replace('-', '_');
        return NAME.matcher(known).matches()
                ? read("scenarios/" + known).or(() -> read("algorithms/" + known))
                : Optional.empty();
    }

    private static Optional<String> read(String page) {
        try (InputStream in = InfoPages.class.getResourceAsStream(FOLDER + page + ".md")) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException("The page " + page + " cannot be read", e);
        }
    }
}
