package io.particlearena.cli;

import io.particlearena.experiment.Experiments;
import io.particlearena.results.RunFolder;
import io.particlearena.results.RunListing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the runs of a folder, newest first. */
@Command(name = "runs", description = "Lists the runs, newest first.")
final class RunsCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    final HelpFlag help = new HelpFlag();

    @Option(names = "--runs-dir", paramLabel = "DIR", description = "Where runs lie. Default: runs.")
    private Path runsDir = Experiments.defaultRunsFolder();

    RunsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        List<RunListing> runs = RunFolder.list(runsDir);
        if (runs.isEmpty()) {
            console.out().println("There are no runs in " + runsDir + ".");
            console.out().flush();
            return Cli.OK;
        }
        Table table = new Table("RUN", "STATE", "SCENARIO", "POLICIES", "EPISODES", "MEAN RETURNS");
        for (RunListing run : runs) {
            table.row(
                    run.name(),
                    run.state(),
                    run.scenario(),
                    run.algorithms().entrySet().stream()
                            .map(policy -> policy.getKey() + "=" + policy.getValue())
                            .collect(Collectors.joining(" ")),
                    run.episodes() + "/" + run.episodesInAll(),
                    run.problem().isEmpty() ? returns(run) + hint(run) : run.problem());
        }
        table.print(console.out());
        return Cli.OK;
    }

    private static String hint(RunListing run) {
        if (run.hasCheckpoint() || !run.canGoOn()) {
            return "";
        }
        return (run.finalReturns().isEmpty() ? "" : "; ") + "no checkpoint yet, so 'resume' begins anew";
    }

    private static String returns(RunListing run) {
        return run.finalReturns().entrySet().stream()
                .map(agent -> agent.getKey() + String.format(Locale.ROOT, " %.2f", agent.getValue()))
                .collect(Collectors.joining(", "));
    }
}
