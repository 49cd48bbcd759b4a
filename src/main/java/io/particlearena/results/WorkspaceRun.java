package io.particlearena.results;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A run of a workspace with what the user has noted about it.
 *
 * @param listing the run as it lies on disk
 * @param metadata what the user has noted
 * @param name the name of its folder; for a run of an opened directory, the path from that directory on
 * @param directory the opened TensorBoard directory that it belongs to; empty for a run of the runs folder
 */
public record WorkspaceRun(RunListing listing, RunMetadata metadata, String name, Optional<Path> directory) {

    /** What to call the run. */
    public String title() {
        return metadata.title().isEmpty() ? name : metadata.title();
    }

    /** The run's folder. */
    public Path path() {
        return listing.folder().path();
    }
}
