package io.particlearena.results;

import java.util.List;
import java.util.OptionalInt;

/**
 * What the user has noted about a run, and the colour that the program gave it.
 *
 * @param title what to call the run; empty for the name of its folder
 * @param tags in the order in which they were added
 * @param colour the colour of its curves as {@code 0xRRGGBB}, if one was chosen
 * @param automaticColour the colour of its curves as long as none is chosen, if one was given
 */
public record RunMetadata(String title, List<String> tags, OptionalInt colour, OptionalInt automaticColour) {

    /** Nothing noted. */
    public static final RunMetadata NONE = new RunMetadata("", List.of(), OptionalInt.empty(), OptionalInt.empty());

    public RunMetadata {
        tags = List.copyOf(tags);
    }
}
