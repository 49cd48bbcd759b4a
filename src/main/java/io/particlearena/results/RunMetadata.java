package io.particlearena.results;

import java.util.List;
import java.util.OptionalInt;

/**
 * What the user has noted about a run.
 *
 * @param title what to call the run; empty for the name of its folder
 * @param tags in the order in which they were added
 * @param colour the colour of its curves as {@code 0xRRGGBB}, if one was chosen
 */
public record RunMetadata(String title, List<String> tags, OptionalInt colour) {

    /** Nothing noted. */
    public static final RunMetadata NONE = new RunMetadata("", List.of(), OptionalInt.empty());

    public RunMetadata {
        tags = List.copyOf(tags);
    }
}
