package io.particlearena.cli;

import io.particlearena.experiment.Catalogue;
import io.particlearena.experiment.Experiments;
import io.particlearena.options.OptionException;
import io.particlearena.results.RunIndex;
import io.particlearena.results.TrashedRun;
import io.particlearena.results.Workspace;
import io.particlearena.results.WorkspaceRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** Lists the runs of a folder and keeps them in order. */
@Command(
        name = "runs",
        description = {
            "Lists the runs, newest first, or keeps them in order.",
            "RUN is a run's name as the list has it, or the path of its folder."
        },
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "For example:",
            "  particle-arena runs --tag paper --json",
            "  particle-arena runs tag my-run paper",
            "  particle-arena runs delete my-run",
            "  particle-arena runs export \"agent 0/actions/move\" moves.csv my-run",
            "  particle-arena runs compare episode_return_sum run-1 run-2 run-3 run-4 --by scenario"
        })
final class RunsCommand implements Callable<Integer> {

    private static final Pattern COLOUR = Pattern.compile("#?[0-9a-fA-F]{6}");

    private final Catalogue catalogue;
    private final Console console;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    @Mixin
    final RunsFolderFlag runsFolder = new RunsFolderFlag();

    @Option(names = "--tag", paramLabel = "TAG", description = "List only runs with this tag.")
    private String only = "";

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    RunsCommand(Catalogue catalogue, Console console) {
        this.catalogue = catalogue;
        this.console = console;
    }

    /** Whether help was asked for. */
    boolean isHelpRequested() {
        return help;
    }

    @Override
    public Integer call() {
        RunIndex.Contents contents = new RunIndex(new Workspace(runsFolder.path())).update();
        contents.problems().forEach(this::warn);
        Map<Boolean, List<WorkspaceRun>> usable =
                contents.runs().stream().collect(Collectors.partitioningBy(RunsCommand::isUsable));
        usable.getOrDefault(false, List.of())
                .forEach(run -> warn("The folder " + run.path()
                        + " has files of a run but no spec.json, so it is not listed; 'runs delete' takes it away."));
        List<WorkspaceRun> runs = usable.getOrDefault(true, List.of()).stream()
                .filter(run -> only.isEmpty() || run.metadata().tags().contains(only))
                .toList();
        if (json) {
            say(RunLists.json(runs));
        } else if (runs.isEmpty()) {
            say("There are no runs in " + runsFolder.path()
                    + (only.isEmpty() ? "." : " with the tag \"" + only + "\"."));
        } else {
            RunLists.table(runs).print(console.out());
        }
        return Cli.OK;
    }

    /** Whether other commands can do something with a run. */
    private static boolean isUsable(WorkspaceRun run) {
        return run.listing().isForeign() || run.listing().folder().exists();
    }

    @Command(name = "rename", description = "Gives a run a title; its folder keeps its name.")
    int rename(
            @Parameters(paramLabel = "RUN", description = "The run's name, or the path of its folder.") String run,
            @Parameters(paramLabel = "TITLE", description = "The title; \"\" takes it away.") String title) {
        Workspace workspace = forChange();
        workspace.rename(workspace.find(run), title);
        return Cli.OK;
    }

    @Command(name = "tag", description = "Adds tags to a run.")
    int tag(
            @Parameters(paramLabel = "RUN", description = "The run's name, or the path of its folder.") String run,
            @Parameters(paramLabel = "TAG", arity = "1..*", description = "The tags.") List<String> tags) {
        Workspace workspace = forChange();
        Path folder = workspace.find(run);
        tags.forEach(tag -> workspace.tag(folder, tag));
        return Cli.OK;
    }

    @Command(name = "untag", description = "Takes tags from a run.")
    int untag(
            @Parameters(paramLabel = "RUN", description = "The run's name, or the path of its folder.") String run,
            @Parameters(paramLabel = "TAG", arity = "1..*", description = "The tags.") List<String> tags) {
        Workspace workspace = forChange();
        Path folder = workspace.find(run);
        tags.forEach(tag -> workspace.untag(folder, tag));
        return Cli.OK;
    }

    @Command(name = "colour", description = "Gives the curves of a run a colour.")
    int colour(
            @Parameters(paramLabel = "RUN", description = "The run's name, or the path of its folder.") String run,
            @Parameters(
                            paramLabel = "COLOUR",
                            description = "The colour as #RRGGBB, or none to leave it to the program.")
                    String colour) {
        Workspace workspace = forChange();
        workspace.paint(workspace.find(run), colourOf(colour));
        return Cli.OK;
    }

    private static OptionalInt colourOf(String text) {
        if (text.equals("none")) {
            return OptionalInt.empty();
        }
        if (!COLOUR.matcher(text).matches()) {
            throw new OptionException(
                    "colour", "The colour is \"" + text + "\", but must be of the form #1f6fc4, or none.");
        }
        return OptionalInt.of(Integer.parseInt(text.replace("#", ""), 16));
    }

    @Command(name = "delete", description = "Moves runs to the trash.")
    int delete(@Parameters(paramLabel = "RUN", arity = "1..*", description = "The runs.") List<String> runs) {
        Workspace workspace = forChange();
        List<Path> folders = runs.stream().map(workspace::find).toList();
        for (Path folder : folders) {
            workspace.delete(folder);
            say("Moved " + folder.getFileName() + " to the trash; 'runs restore " + folder.getFileName()
                    + "' brings it back.");
        }
        return Cli.OK;
    }

    @Command(name = "trash", description = "Lists the deleted runs, deleted last first.")
    int trash(
            @Option(names = "--json", description = "Print JSON instead of a table.") boolean asJson,
            @Option(names = "--empty", description = "Delete these runs for good.") boolean empty) {
        if (empty) {
            say("Deleted for good: " + forChange().emptyTrash() + ".");
            return Cli.OK;
        }
        Workspace workspace = new Workspace(runsFolder.path());
        List<TrashedRun> runs = workspace.trash();
        if (asJson) {
            say(RunLists.trashJson(runs));
        } else if (runs.isEmpty()) {
            say("The trash is empty.");
        } else {
            RunLists.trashTable(runs).print(console.out());
        }
        return Cli.OK;
    }

    @Command(name = "restore", description = "Brings deleted runs back.")
    int restore(
            @Parameters(paramLabel = "RUN", arity = "1..*", description = "Names of runs, or entries of the trash.")
                    List<String> runs) {
        Workspace workspace = forChange();
        runs.forEach(run -> say("Restored " + workspace.restore(run) + "."));
        return Cli.OK;
    }

    @Command(name = "open", description = "Lists the runs of a TensorBoard directory as well, from now on.")
    int open(@Parameters(paramLabel = "DIR", description = "The directory.") Path directory) {
        forChange().open(directory);
        return Cli.OK;
    }

    @Command(name = "close", description = "Lists the runs of an opened directory no more; its files stay.")
    int close(@Parameters(paramLabel = "DIR", description = "The directory.") Path directory) {
        forChange().close(directory);
        return Cli.OK;
    }

    @Command(
            name = "export",
            description = "Writes what runs have measured under a tag, metric or histograms, as CSV or JSON.")
    int export(
            @Parameters(paramLabel = "TAG", description = "The tag, for example \"agent 0/episode_return\".")
                    String tag,
            @Parameters(
                            paramLabel = "FILE",
                            description = "The file to be written; .csv or .json says what is written.")
                    Path file,
            @Parameters(paramLabel = "RUN", arity = "1..*", description = "The runs.") List<String> runs) {
        RunValues values = new RunValues(file);
        Workspace workspace = new Workspace(runsFolder.path());
        values.write(runs.stream().map(workspace::find).toList(), tag);
        say(file.toString());
        return Cli.OK;
    }

    @Command(
            name = "compare",
            description = {
                "Groups runs by an option and compares the groups, as the charts of the window do: the mean of each run's"
                        + " points of a metric in the last tenth of all steps, over a group its mean and interquartile"
                        + " mean with a 95 %% bootstrap interval, and between two groups Welch's t test, Hedges' g and the"
                        + " probability that a run of the first has a larger value than one of the second."
            })
    int compare(
            @Parameters(paramLabel = "TAG", description = "The metric, for example \"agent 0/episode_return\".")
                    String tag,
            @Parameters(paramLabel = "RUN", arity = "1..*", description = "The runs.") List<String> runs,
            @Option(
                            names = "--by",
                            paramLabel = "OPTION",
                            defaultValue = "",
                            description = "The option's place in the specification, for example"
                                    + " policies.good.algorithm. Default: runs that differ in their seed only are one"
                                    + " group.")
                    String by,
            @Option(names = "--json", description = "Print JSON instead of tables.") boolean asJson) {
        Workspace workspace = new Workspace(runsFolder.path());
        RunComparison comparison =
                RunComparison.of(runs.stream().map(workspace::find).distinct().toList(), tag, by, this::warn);
        say(asJson ? comparison.json() : String.join(System.lineSeparator(), comparison.lines()));
        return Cli.OK;
    }

    @Command(name = "command", description = "Prints the command that repeats a run.")
    int command(
            @Parameters(paramLabel = "RUN", description = "The run's name, or the path of its folder.") String run) {
        Experiments experiments = new Experiments(catalogue, runsFolder.path());
        say(experiments.command(experiments.find(run)));
        return Cli.OK;
    }

    /** The workspace, after a word on a file that the change will put aside. */
    private Workspace forChange() {
        Workspace workspace = new Workspace(runsFolder.path());
        String problem = workspace.problem();
        if (!problem.isEmpty()) {
            warn(problem);
        }
        return workspace;
    }

    private void say(String text) {
        console.out().println(text);
        console.out().flush();
    }

    private void warn(String sentence) {
        console.err().println(sentence);
        console.err().flush();
    }
}
