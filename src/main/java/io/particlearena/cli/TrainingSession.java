package io.particlearena.cli;

import io.particlearena.env.AgentSpec;
import io.particlearena.experiment.Progress;
import io.particlearena.experiment.Run;
import io.particlearena.experiment.RunListener;
import io.particlearena.experiment.RunState;
import io.particlearena.experiment.SpecCommand;
import java.util.List;
import java.util.function.Function;

/** Executes a run in the terminal until it is over or Ctrl-C asks it to write a checkpoint and end. */
final class TrainingSession {

    private TrainingSession() {}

    /**
     * Executes a run on this thread.
     *
     * @param console where progress goes
     * @param agents the agents by seat
     * @param preparing makes the run that reports to the given listeners
     * @return the exit code
     */
    static int execute(Console console, List<AgentSpec> agents, Function<List<RunListener>, Run> preparing) {
        ProgressLines progress = new ProgressLines(console.out(), console.err(), console.terminal(), agents);
        Run run = preparing.apply(List.of(progress));
        try (StopOnInterrupt interrupt = new StopOnInterrupt(console, run::stop)) {
            assert interrupt != null;
            Progress end = run.execute();
            return progress.isRefused() ? Cli.BAD_INPUT : tell(console, run, end);
        }
    }

    private static int tell(Console console, Run run, Progress end) {
        if (end.state() == RunState.STOPPED) {
            console.out()
                    .println("Go on with: particle-arena resume "
                            + SpecCommand.quoted(run.folder().toString()));
            console.out().flush();
        }
        return end.state() == RunState.FAILED ? Cli.FAILURE : Cli.OK;
    }
}
