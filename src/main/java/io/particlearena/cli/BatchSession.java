package io.particlearena.cli;

import io.particlearena.env.AgentSpec;
import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.experiment.Run;
import io.particlearena.experiment.RunBatch;
import io.particlearena.experiment.RunListener;
import io.particlearena.experiment.RunState;
import io.particlearena.experiment.SpecCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Trains several runs in the terminal, as many at a time as there are processors, until all are over or Ctrl-C asks them to
 * write checkpoints and end; then says what became of them.
 */
final class BatchSession {

    private final Console console;
    private final String heading;
    private final List<BatchMember> members = new ArrayList<>();
    private final BatchView view;
    private Function<ExperimentSpec, String> beginning = spec -> "";

    /** @param heading of the column with the labels of the runs */
    BatchSession(Console console, String heading) {
        this.console = console;
        this.heading = heading;
        this.view = new BatchView(console, heading, members);
    }

    /**
     * Adds a run.
     *
     * @param label what the run is called in tables and messages
     * @param agents the agents by seat
     * @param folder of a run that exists; null for a new one
     * @param preparing makes the run that reports to the given listeners
     */
    BatchMember add(
            String label,
            ExperimentSpec spec,
            List<AgentSpec> agents,
            @Nullable Path folder,
            Function<List<RunListener>, Run> preparing) {
        BatchMember member = new BatchMember(label, spec, agents, folder, preparing, view);
        members.add(member);
        return member;
    }

    /** Which command begins the runs from one on that had not begun; for new runs. */
    void setBeginning(Function<ExperimentSpec, String> command) {
        beginning = command;
    }

    /**
     * Trains.
     *
     * @return the exit code, which is that of a failure if one of the runs failed
     */
    int execute() {
        List<BatchMember> open = members.stream().filter(BatchMember::isWaiting).toList();
        RunBatch batch = new RunBatch(open, Runtime.getRuntime().availableProcessors());
        try (StopOnInterrupt interrupt = new StopOnInterrupt(console, batch::stop)) {
            assert interrupt != null;
            batch.execute();
            view.erase();
            new BatchResults(heading, members).print(console.out());
            tellHowToGoOn();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Cli.FAILURE;
        }
        return members.stream().anyMatch(BatchMember::hasFailed) ? Cli.FAILURE : Cli.OK;
    }

    private void tellHowToGoOn() {
        String stopped = members.stream()
                .filter(member -> member.folder() != null && (member.isWaiting() || member.isIn(RunState.STOPPED)))
                .map(member -> " " + SpecCommand.quoted(String.valueOf(member.folder())))
                .collect(Collectors.joining());
        if (!stopped.isEmpty()) {
            console.out().println("Go on with: particle-arena resume" + stopped);
        }
        members.stream()
                .filter(member -> member.folder() == null && member.isWaiting())
                .findFirst()
                .ifPresent(first ->
                        console.out().println("Train those that had not begun with: " + beginning.apply(first.spec())));
        console.out().flush();
    }
}
