package io.particlearena.experiment;

import io.particlearena.algo.Algorithms;
import io.particlearena.options.OptionException;
import io.particlearena.results.CheckpointFile;
import io.particlearena.results.RunFolder;
import io.particlearena.results.RunSummary;
import io.particlearena.store.StoreException;
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
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Begins runs and goes on with interrupted ones. */
public final class Experiments {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    /** The start script of an installer's program sets this property. */
    private static final String INSTALLED = "particlearena.installed";

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

    /**
     * Where runs lie if the user does not say: {@code runs} in the working directory, and in the folder {@code
     * particle-arena} of the user for an installed program, which desktops start anywhere.
     */
    public static Path defaultRunsFolder() {
        Path runs = Path.of("runs");
        return Boolean.getBoolean(INSTALLED)
                ? Path.of(System.getProperty("user.home", "."))
                        .resolve("particle-arena")
                        .resolve(runs)
                : runs;
    }

    Path runsFolder() {
        return runsFolder;
    }

    /**
     * Chooses what this process computes on, before it computes anything; else that is chosen automatically.
     *
     * @param request {@code auto}, {@code cpu}, or {@code cuda:} and the number of a card
     * @return why this device was taken, as a sentence; empty if it was asked for by name
     * @throws OptionException if it cannot be used
     */
    public static String useDevice(String request) {
        return Algorithms.useDevice(request);
    }

    /** The devices that can be chosen on this machine, {@code auto} first; may take a moment. */
    public static List<String> devices() {
        return Algorithms.devices();
    }

    /** Whether this package of the program can compute on graphics cards at all. */
    public static boolean hasCuda() {
        return Algorithms.hasCuda();
    }

    /** Which device {@code auto} means on this machine, and why, as a sentence; may take a moment. */
    public static String automaticDevice() {
        return Algorithms.automaticDevice();
    }

    /** Loads the maths library, which else is loaded when something first computes. */
    public static void loadEngine() {
        Algorithms.engine();
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
        return create(spec, name, command, listeners, Optional.empty());
    }

    private Run create(
            ExperimentSpec spec,
            String name,
            List<String> command,
            List<RunListener> listeners,
            Optional<Path> repeated) {
        EarlierPolicies earlier = new EarlierPolicies(catalogue, this, catalogue.normalise(spec));
        ExperimentSpec shaped = earlier.spec();
        CourseRules.checkReplay(catalogue, shaped);
        List<String> words = command.isEmpty() ? SpecCommand.arguments(catalogue, shaped) : command;
        RunFiles files = new RunFiles(newFolder(shaped, name), false, words, Optional.empty(), repeated);
        return new Run(catalogue, shaped, shaped.changes(), files, earlier.states(), Optional.empty(), listeners);
    }

    /**
     * Prepares the runs of several seeds; nothing is written before they are executed.
     *
     * @param spec its seed is the first one
     * @param count of seeds, at least 1
     * @param name what the names of all folders begin with; empty for scenario and time
     * @throws OptionException if one of the runs could not be started
     */
    public SeedGroup seeds(ExperimentSpec spec, int count, String name) {
        String common = name.isEmpty() ? spec.scenario() + "-" + stamp() : name;
        return new SeedGroup(catalogue, this, catalogue.normalise(spec), count, common);
    }

    /**
     * A checkpoint from which a new run can go on.
     *
     * @param nameOrPath see {@link #find}
     * @param checkpoint its step; empty for the newest one
     * @throws OptionException if there is no such run or checkpoint
     */
    public ForkOrigin origin(String nameOrPath, OptionalLong checkpoint) {
        Path folder = find(nameOrPath);
        List<CheckpointFile> files = CheckpointFile.list(new RunFolder(folder).checkpoints());
        if (files.isEmpty()) {
            throw new OptionException("run", "The run " + folder + " has no checkpoint to go on from.");
        }
        long step = checkpoint.orElse(files.get(0).step());
        return new ForkOrigin(
                folder,
                Checkpoints.file(step, new RunFolder(folder).checkpoints()).step());
    }

    /**
     * Prepares a new run that goes on from a checkpoint of another one; nothing is written before it is executed.
     *
     * @param spec the other run's specification with changed options
     * @param name see {@link #create}
     * @param command the words of the command that asks for it; empty for the one that would
     * @throws OptionException if the specification is not valid, or changes what a checkpoint depends on
     */
    public Run fork(
            ForkOrigin origin, ExperimentSpec spec, String name, List<String> command, List<RunListener> listeners) {
        return fork(origin, spec, name, command, listeners, Optional.empty());
    }

    private Run fork(
            ForkOrigin origin,
            ExperimentSpec spec,
            String name,
            List<String> command,
            List<RunListener> listeners,
            Optional<Path> repeated) {
        ExperimentSpec before = spec(origin.run());
        ExperimentSpec after = catalogue.normalise(spec);
        CourseRules.checkReplay(catalogue, after);
        Fork fork = new Fork(catalogue, origin, before, after);
        List<String> words = command.isEmpty() ? SpecCommand.forkArguments(catalogue, origin, before, after) : command;
        RunFiles files = new RunFiles(newFolder(after, name), false, words, Optional.of(origin), repeated);
        return new Run(catalogue, after, after.changes(), files, Map.of(), Optional.of(fork), listeners);
    }

    /** The same on a thread of its own. */
    public RunHandle startFork(ForkOrigin origin, ExperimentSpec spec, List<RunListener> listeners) {
        Run run = fork(origin, spec, "", List.of(), listeners);
        run.start();
        return run;
    }

    /** The checkpoint of another run at which a run on disk began, if it did. */
    public static Optional<ForkOrigin> originOf(Path folder) {
        return Provenance.origin(unlinked(folder));
    }

    /** As {@link #spec}, with the changes that were made while the run trained. */
    public ExperimentSpec repetition(Path folder) {
        RunFolder run = unlinked(folder);
        return resolve(new SpecDraft(catalogue).overRun(run), run.spec());
    }

    /**
     * Prepares a new run that does the same as another one: what was changed while that one trained changes at the same
     * steps, it learns from the same lessons, and where that one went on from a checkpoint, so does this one.
     *
     * @param nameOrPath see {@link #find}
     * @param name see {@link #create}
     * @throws OptionException if there is no such run, or the run from whose checkpoint it went on is not there any more
     */
    public Run repeat(String nameOrPath, String name, List<String> command, List<RunListener> listeners) {
        Path folder = find(nameOrPath);
        ExperimentSpec spec = repetition(folder);
        Optional<ForkOrigin> origin = originOf(folder);
        return origin.isPresent()
                ? fork(origin.get(), spec, name, command, listeners, Optional.of(folder))
                : create(spec, name, command, listeners, Optional.of(folder));
    }

    /**
     * The command line that does the same as a run on disk: {@code train} with its options, or {@code repeat} where these do
     * not say all, since it went on from a checkpoint or learned from what a person played.
     *
     * @throws OptionException if it is no run
     */
    public String command(Path folder) {
        ExperimentSpec spec = repetition(folder);
        return isOfItsSpecification(folder)
                ? SpecCommand.line(catalogue, spec)
                : SpecCommand.line(List.of("repeat", folder.toString()));
    }

    private static boolean isOfItsSpecification(Path folder) {
        return originOf(folder).isEmpty()
                && Lesson.files(new RunFolder(folder).episodes()).isEmpty();
    }

    /**
     * Whether a run on disk trained from the beginning as it was set up: none of its options changed, and nobody taught it.
     *
     * @throws OptionException if it is no run
     */
    boolean isUndisturbed(Path folder) {
        return isOfItsSpecification(folder) && repetition(folder).changes().isEmpty();
    }

    /**
     * Prepares to go on with a run.
     *
     * @param nameOrPath see {@link #find}
     * @throws OptionException if there is no such run, or it is finished
     */
    public Run resume(String nameOrPath, List<String> command, List<RunListener> listeners) {
        Path folder = find(nameOrPath);
        if (finished(folder).isPresent()) {
            throw new OptionException("run", "The run " + folder + " is finished, so there is nothing to go on with.");
        }
        List<String> words = command.isEmpty() ? List.of("resume", folder.toString()) : command;
        RunFiles files = new RunFiles(folder, true, words, Optional.empty(), Optional.empty());
        List<OptionChange> changes = repetition(folder).changes();
        return new Run(catalogue, spec(folder), changes, files, Map.of(), Optional.empty(), listeners);
    }

    /** What a run says that is finished; empty for one that could go on. */
    public Optional<RunSummary> finished(Path folder) {
        Path file = new RunFolder(folder).summary();
        return Files.exists(file)
                ? Optional.of(RunSummary.read(file))
                        .filter(summary -> summary.state().equals("finished"))
                : Optional.empty();
    }

    /**
     * The specification with which a run on disk began.
     *
     * @throws OptionException with one sentence that names its file if it is not valid, or the run's folder holds a
     *     symbolic link
     */
    public ExperimentSpec spec(Path folder) {
        Path file = unlinked(folder).spec();
        return resolve(new SpecDraft(catalogue).over(SpecJson.read(file)), file);
    }

    /** All that is done with a run begins with its specification, so that this is where links are looked for. */
    private static RunFolder unlinked(Path folder) {
        RunFolder run = new RunFolder(folder);
        try {
            run.requireNoLinks();
            return run;
        } catch (StoreException e) {
            throw new OptionException("run", String.valueOf(e.getMessage()));
        }
    }

    private static ExperimentSpec resolve(SpecDraft draft, Path file) {
        try {
            return draft.resolve();
        } catch (OptionException e) {
            throw new OptionException(e.option(), "In the specification " + file + ": " + e.getMessage());
        }
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

    /** @throws OptionException if there is a run of this name, or no run can have it */
    void requireFree(ExperimentSpec spec, String name) {
        newFolder(spec, name);
    }

    private static String stamp() {
        return STAMP.format(LocalDateTime.now(ZoneId.systemDefault()));
    }

    /**
     * The same policy, taken over from a run of the runs' folder by its name, so that the folder can be moved.
     *
     * @throws OptionException if it is to be taken over from a run that is not there
     */
    PolicySpec byName(PolicySpec policy) {
        if (policy.loadedFrom().isEmpty()) {
            return policy;
        }
        Path folder = find(policy.loadedFrom()).toAbsolutePath().normalize();
        boolean own = runsFolder.toAbsolutePath().normalize().equals(folder.getParent());
        return own
                ? new PolicySpec(policy.algorithm(), policy.options(), String.valueOf(folder.getFileName()))
                : policy;
    }

    private Path newFolder(ExperimentSpec spec, String name) {
        if (!name.isEmpty()) {
            if (!RUN_NAME.matcher(name).matches()) {
                throw new OptionException(
                        "run",
                        "The run's name is \"" + name
                                + "\", but must be at most 100 letters from a to z, digits, dots, hyphens and underscores, first no"
                                + " dot.");
            }
            Path folder = runsFolder.resolve(name);
            if (Files.exists(folder) && !new RunFolder(folder).isBrokenOffBeginning()) {
                throw new OptionException("run", "There is already something at " + folder + ".");
            }
            return folder;
        }
        String stamped = spec.scenario() + "-seed" + spec.seed() + "-" + stamp();
        Path folder = runsFolder.resolve(stamped);
        for (int i = 2; Files.exists(folder); i++) {
            folder = runsFolder.resolve(stamped + "-" + i);
        }
        return folder;
    }
}
