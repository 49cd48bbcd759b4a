package io.particlearena.experiment;

import io.particlearena.options.OptionException;
import io.particlearena.store.IoReason;
import io.particlearena.store.LockFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The folders outside of its own to which a run writes; while it trains, no other run may. */
final class SharedFolders implements AutoCloseable {

    private static final String LOCK = "training.lock";

    private final List<LockFile> locks = new ArrayList<>();

    private SharedFolders() {}

    /**
     * Takes the folders that a specification's policies write to.
     *
     * @throws OptionException if another run writes to one of them, two policies would, or it cannot be written to
     */
    static SharedFolders take(Catalogue catalogue, ExperimentSpec spec) {
        SharedFolders taken = new SharedFolders();
        try {
            of(catalogue, spec).forEach((folder, policy) -> taken.locks.add(lock(folder, policy)));
            return taken;
        } catch (OptionException e) {
            taken.close();
            throw e;
        }
    }

    /** By folder the policy that writes to it. */
    static Map<Path, String> of(Catalogue catalogue, ExperimentSpec spec) {
        Map<Path, String> folders = new LinkedHashMap<>();
        if (spec.run().test()) {
            return folders;
        }
        Seating seating = catalogue.seating(spec);
        spec.policies().forEach((name, policy) -> {
            List<Integer> seats = Policies.seats(seating, spec, name);
            for (Path folder : catalogue.algorithm(policy.algorithm()).folders(policy.options(), seats)) {
                String other = folders.put(folder.toAbsolutePath().normalize(), name);
                if (other != null) {
                    throw refuse(
                            name,
                            "Both policies \"" + other + "\" and \"" + name + "\" would write to the folder " + folder
                                    + "; give each one of its own.");
                }
            }
        });
        return folders;
    }

    private static LockFile lock(Path folder, String policy) {
        try {
            Files.createDirectories(folder);
            Optional<LockFile> lock = LockFile.take(folder.resolve(LOCK));
            return lock.orElseThrow(() -> refuse(
                    policy,
                    "Another run that is training writes to the folder " + folder
                            + "; wait for its end, or choose another folder."));
        } catch (IOException e) {
            throw refuse(policy, "The folder " + folder + " cannot be written: " + IoReason.of(e) + ".");
        }
    }

    private static OptionException refuse(String policy, String message) {
        return new OptionException("policies." + policy, "Policy " + policy + ": " + message);
    }

    @Override
    public void close() {
        locks.forEach(LockFile::close);
        locks.clear();
    }
}
