package io.particlearena.results;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a workspace's file holds.
 *
 * @param runs what was noted, by the name of a run in the runs folder or the path of another one
 * @param directories the opened TensorBoard directories
 * @param notes beside the charts
 * @param problem why the file cannot be read, in one sentence; empty if it can or does not exist
 */
record WorkspaceContent(Map<String, RunMetadata> runs, List<Path> directories, List<ChartNote> notes, String problem) {

    WorkspaceContent {
        runs = Map.copyOf(runs);
        directories = List.copyOf(directories);
        notes = List.copyOf(notes);
    }

    RunMetadata of(String key) {
        return runs.getOrDefault(key, RunMetadata.NONE);
    }
}
