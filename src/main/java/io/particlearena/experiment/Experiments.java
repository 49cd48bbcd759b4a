package io.particlearena.experiment;

import io.particlearena.options.OptionException;
import io.particlearena.results.RunFolder;
import io.particlearena.results.RunSummary;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Begins runs and goes on with interrupted ones. */
public final class Experiments {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private static final Pattern RUN_NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");

    private final Catalogue catalogue;
    private final Path runsFolder;

    /**
     * @param catalogue what there is to choose from
     * @param runsFolder where all runs lie, each in a folder of its own; made when the first one begins
     */
    public Experiments(Catalogue catalogue, Path runsFolder) {
        this.catalogue = catalogue;
        this.runsFolder = runsFolder;
    }

    /** Where runs lie if the user does not say: {@code runs} in the working directory. */
    public static Path defaultRunsFolder() {
        return Path.of("runs");
    }

    /**
     * Begins a run on a thread of its own.
     *
     * @throws OptionException if the specification is not valid, before anything is written
     */
    public RunHandle start(ExperimentSpec spec, List<RunListener> listeners) {
        Run run = create(spec, "", List.of(), listeners);
        run.start();
        return run;
    }

    /**
     * Goes on with a run on a thread of its own.
     *
     * @throws OptionException if there is no such run, or it is finished
     */
    public RunHandle startAgain(Path folder, List<RunListener> listeners) {
        Run run = resume(folder.toString(), List.of(), listeners);
        run.start();
        return run;
    }

    /**
     * Prepares a new run; nothing is written before it is executed.
     *
     * @param name the name of the run's folder; empty for scenario, seed and time
     * @param command the words of the command that asks for it; empty for the one that would
     * @throws OptionException if the specification is not valid, or a run of this name exists
     */
    public Run create(ExperimentSpec spec, String name, List<String> command, List<RunListener> listeners) {
        EarlierPolicies earlier = new EarlierPolicies(catalogue, this, catalogue.normalise(spec));
        ExperimentSpec shaped = earlier.spec();
        List<String> words = command.isEmpty() ? SpecCommand.arguments(catalogue, shaped) : command;
        return new Run(
                catalogue, shaped, new RunFiles(newFolder(shaped, name), false, words), earlier.states(), listeners);
    }

    /**
     * Prepares to go on with a run.
     *
     * @param nameOrPath see {@link #find}
     * @throws OptionException if there is no such run, or it is finished
     */
    public Run resume(String nameOrPath, List<String> command, List<RunListener> listeners) {
        Path folder = find(nameOrPath);
        RunFolder earlier = new RunFolder(folder);
        if (Files.exists(earlier.summary())
                && RunSummary.read(earlier.summary()).state().equals("finished")) {
            throw new OptionException("run", "The run " + folder + " is finished, so there is nothing to go on with.");
        }
        List<String> words = command.isEmpty() ? List.of("resume", folder.toString()) : command;
        return new Run(catalogue, spec(folder), new RunFiles(folder, true, words), Map.of(), listeners);
    }

    /** The specification of a run on disk. */
    public ExperimentSpec spec(Path folder) {
        return new SpecDraft(catalogue)
                .over(SpecJson.read(new RunFolder(folder).spec()))
                .resolve();
    }

    /**
     * The folder of a run.
     *
     * @param nameOrPath the path of its folder, or its name below the runs' folder
     * @throws OptionException if there is no such run
     */
    public Path find(String nameOrPath) {
        try {
            for (Path folder : List.of(runsFolder.resolve(nameOrPath), Path.of(nameOrPath))) {
                if (Files.isDirectory(folder) && new RunFolder(folder).exists()) {
                    return folder;
                }
            }
        } catch (InvalidPathException e) {
            throw new OptionException("run", "\"" + nameOrPath + "\" is no name of a run: " + e.getReason() + ".");
        }
        Optional<Path> shipped = Snapshots.shipped(nameOrPath);
        if (shipped.isPresent()) {
            return shipped.get();
        }
        throw new OptionException(
                "run",
                "There is no run \"" + nameOrPath + "\" in "
                        + runsFolder.toAbsolutePath().normalize() + ", and no run's folder of that path.");
    }

    private Path newFolder(ExperimentSpec spec, String name) {
        if (!name.isEmpty()) {
            if (!RUN_NAME.matcher(name).matches()) {
                throw new OptionException(
                        "run",
                        "The run's name is \"" + name
                                + "\", but must be letters, digits, dots, hyphens and underscores, first no dot.");
            }
            if (Files.exists(runsFolder.resolve(name))) {
                throw new OptionException("run", "There is already something at " + runsFolder.resolve(name) + ".");
            }
            return runsFolder.resolve(name);
        }
        String stamped =
                spec.scenario() + "-seed" + spec.seed() + "-" + STAMP.format(LocalDateTime.now(ZoneId.systemDefault()));
        Path folder = runsFolder.resolve(stamped);
        for (int i = 2; Files.exists(folder); i++) {
            folder = runsFolder.resolve(stamped + "-" + i);
        }
        return folder;
    }
}
