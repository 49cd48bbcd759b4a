package io.particlearena.experiment;

import io.particlearena.algo.parts.AlgorithmEntry;
import io.particlearena.options.OptionDescriptor;
import io.particlearena.options.OptionException;
import io.particlearena.options.OptionType;
import io.particlearena.store.Folders;
import io.particlearena.store.IoReason;
import io.particlearena.store.LockFile;
import io.particlearena.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /**
     * Refuses folders to which no run has written before, so that opening a file that comes from anywhere makes nothing be
     * written elsewhere than in the run's own folder.
     *
     * @param policy the name of a policy
     * @param ofFile the keys of those of its options that nobody but a file has set
     * @throws OptionException if one of these options names such a folder
     */
    static void requireKnown(Catalogue catalogue, ExperimentSpec spec, String policy, Set<String> ofFile) {
        PolicySpec chosen = spec.policies().get(policy);
        if (chosen == null || spec.run().test()) {
            return;
        }
        AlgorithmEntry<?> algorithm = catalogue.algorithm(chosen.algorithm());
        List<Integer> seats = Policies.seats(catalogue.seating(spec), spec, policy);
        List<Path> folders = algorithm.folders(chosen.options(), seats);
        Optional<Path> unknown =
                folders.stream().filter(folder -> !isKnown(folder)).findFirst();
        if (unknown.isEmpty()) {
            return;
        }
        for (OptionDescriptor option : algorithm.options().options()) {
            if (option.type() == OptionType.TEXT && ofFile.contains(option.key())) {
                Map<String, Object> others = new LinkedHashMap<>(chosen.options());
                Object value = others.remove(option.key());
                if (!algorithm.folders(others, seats).equals(folders)) {
                    throw new OptionException(
                            "policies." + policy + "." + option.key(),
                            "Policy " + policy + ": Option " + option.key() + " is " + value
                                    + " in the file, but no run has written to "
                                    + unknown.get().toAbsolutePath().normalize()
                                    + " before, and a file alone does not begin such a folder; give the flag "
                                    + option.flag() + ", or set the option in the window.");
                }
            }
        }
    }

    private static boolean isKnown(Path folder) {
        return Files.isRegularFile(folder.resolve(LOCK), LinkOption.NOFOLLOW_LINKS);
    }

    private static LockFile lock(Path folder, String policy) {
        try {
            Files.createDirectories(folder);
            Folders.requireNoLinks(folder, Integer.MAX_VALUE);
            Optional<LockFile> lock = LockFile.take(folder.resolve(LOCK));
            return lock.orElseThrow(() -> refuse(
                    policy,
                    "Another run that is training writes to the folder " + folder
                            + "; wait for its end, or choose another folder."));
        } catch (IOException e) {
            throw refuse(policy, "The folder " + folder + " cannot be written: " + IoReason.of(e) + ".");
        } catch (StoreException e) {
            throw refuse(policy, String.valueOf(e.getMessage()));
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
