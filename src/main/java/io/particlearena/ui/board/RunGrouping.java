package io.particlearena.ui.board;

import io.particlearena.results.RunGroups;
import io.particlearena.ui.Texts;
import java.util.List;
import java.util.Map;

/**
 * By which option runs are grouped.
 *
 * @param option the option's place; empty to group none, {@code *} to group runs that differ in their seed only
 */
record RunGrouping(String option) {

    /** Every run by itself. */
    static final RunGrouping NONE = new RunGrouping("");

    /** Runs with the same options but for the seed. */
    static final RunGrouping BUT_SEED = new RunGrouping("*");

    /** The options in which the runs differ, see {@link RunGroups#differing}. */
    static List<String> differing(List<BoardRun> runs) {
        return RunGroups.differing(options(runs));
    }

    /** The name of each run's group, in the order of the runs. */
    List<String> groups(List<BoardRun> runs) {
        if (equals(NONE)) {
            return runs.stream().map(BoardRun::name).toList();
        }
        if (!equals(BUT_SEED)) {
            return RunGroups.by(option, options(runs));
        }
        return RunGroups.butSeed(options(runs)).stream()
                .map(name -> name.isEmpty() ? Texts.of("board.group.all") : name)
                .toList();
    }

    /** A group's name where there is little room: the value of the option, or of the options in which the groups differ. */
    String shortened(String group) {
        if (equals(NONE)) {
            return group;
        }
        return equals(BUT_SEED) ? RunGroups.values(group) : RunGroups.value(option, group);
    }

    private static List<Map<String, String>> options(List<BoardRun> runs) {
        return runs.stream().map(BoardRun::options).toList();
    }
}
