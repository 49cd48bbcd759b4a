package io.particlearena.results;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A deleted run.
 *
 * @param folder where it lies in the trash
 * @param name the name that its folder had
 * @param title what the user called it; empty if nothing
 * @param scenario the scenario's name; empty if it cannot be read
 * @param deleted when it was deleted, in local time; empty if its folder does not say so
 */
public record TrashedRun(Path folder, String name, String title, String scenario, Optional<LocalDateTime> deleted) {

    /** The name of its folder in the trash, which no other one has. */
    public String entry() {
        return String.valueOf(folder.getFileName());
    }
}
