package io.particlearena.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Flags of the programs that users come from for which there is no flag here, and what does the same. */
final class OriginalFlags {

    private static final String RUN_FOLDER = "--runs-dir says where runs lie, with their weights, metrics and logs";
    private static final String LOAD = "--load-good and --load-bad take policies over from an earlier run";

    private static final Map<String, String> INSTEAD = new LinkedHashMap<>();

    static {
        INSTEAD.put("--base-dir", RUN_FOLDER);
        INSTEAD.put("--save-dir", RUN_FOLDER);
        INSTEAD.put("--log-dir", RUN_FOLDER);
        INSTEAD.put("--plots-dir", "the window draws the curves, from the event file in the run's folder");
        INSTEAD.put("--load-dir", LOAD);
        INSTEAD.put("--load-name", LOAD);
        INSTEAD.put("--restore", "'resume RUN' goes on with a run");
        INSTEAD.put("--display", "the window shows episodes while a run trains, and 'replay' recorded ones");
        INSTEAD.put("--benchmark", "'evaluate RUN' measures the policies of a run");
        INSTEAD.put("--benchmark-iters", "'evaluate RUN --episodes N' says how many episodes are measured");
        INSTEAD.put("--benchmark-dir", "'evaluate RUN --json' prints the figures, for a file of any name");
    }

    private OriginalFlags() {}

    /** What does the same as a flag of theirs, without a full stop. */
    static Optional<String> instead(String flag) {
        return Optional.ofNullable(INSTEAD.get(flag));
    }

    /** All of them as lines of a help text. */
    static List<String> help() {
        int width = INSTEAD.keySet().stream().mapToInt(String::length).max().orElse(0);
        List<String> lines = new ArrayList<>();
        INSTEAD.forEach((flag, instead) -> lines.add("  " + flag + " ".repeat(width - flag.length() + 2) + instead));
        return lines;
    }
}
