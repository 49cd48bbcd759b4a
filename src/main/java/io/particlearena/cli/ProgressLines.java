package io.particlearena.cli;

import io.particlearena.env.AgentSpec;
import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.experiment.Progress;
import io.particlearena.experiment.RunListener;
import io.particlearena.experiment.RunState;
import io.particlearena.experiment.Stage;
import io.particlearena.options.OptionException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Shows a run's progress: a bar that stays in its line on a terminal; elsewhere a line every minute and at the beginning
 * of every trajectory and study.
 */
final class ProgressLines implements RunListener {

    private static final int BAR = 24;
    private static final long NANOS_BETWEEN_LINES = 60_000_000_000L;

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean terminal;
    private final List<AgentSpec> agents;
    private long lastLine = System.nanoTime();
    private int width;
    private @Nullable ExperimentSpec spec;
    private Stage stage = Stage.SINGLE;
    private boolean refused;

    /**
     * @param terminal whether a line can be overwritten
     * @param agents the agents by seat
     */
    ProgressLines(PrintWriter out, PrintWriter err, boolean terminal, List<AgentSpec> agents) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.agents = List.copyOf(agents);
    }

    @Override
    public void started(ExperimentSpec started, Path folder) {
        spec = started;
        boolean several = started.run().nOppCycles() > 1 || started.run().trajPerIter() > 1;
        out.println("Training " + started.scenario() + " for " + started.run().numEpisodes() + " episodes "
                + (several ? "in each trajectory, in " : "in ") + folder);
        out.flush();
    }

    @Override
    public void progress(Progress progress) {
        if (terminal && !progress.state().isOver()) {
            String line = bar(progress) + " " + describe(progress);
            out.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
            out.flush();
            width = line.length();
        } else if (!terminal
                && progress.state() == RunState.RUNNING
                && (isNew(progress.stage()) || System.nanoTime() - lastLine >= NANOS_BETWEEN_LINES)) {
            stage = progress.stage();
            lastLine = System.nanoTime();
            out.println(describe(progress));
            out.flush();
        }
    }

    @Override
    public void notice(String message) {
        endLine();
        err.println(message);
        err.flush();
    }

    @Override
    public void failed(String message, Throwable cause) {
        endLine();
        refused = cause instanceof OptionException && spec == null;
        err.println(message);
        err.flush();
    }

    @Override
    public void ended(Progress progress) {
        endLine();
        if (spec == null) {
            return;
        }
        String state = progress.state().name().charAt(0)
                + progress.state().name().substring(1).toLowerCase(Locale.ROOT);
        out.println(state + ": " + describe(progress));
        out.flush();
    }

    /** Whether the run was refused before it had begun. */
    boolean isRefused() {
        return refused;
    }

    private void endLine() {
        if (width > 0) {
            out.println();
            width = 0;
        }
    }

    private boolean isNew(Stage next) {
        return next.isPartOfCourse() && !(next.isSameTrajectory(stage) && next.isStudying() == stage.isStudying());
    }

    private static String bar(Progress progress) {
        int full = (int) (BAR * progress.episode() / Math.max(1, progress.episodes()));
        return "[" + "#".repeat(full) + "-".repeat(BAR - full) + "]";
    }

    private String describe(Progress progress) {
        StringBuilder text = new StringBuilder();
        text.append(progress.state() == RunState.PAUSED ? "paused, " : "");
        if (spec != null
                && progress.stage().isPartOfCourse()
                && !progress.state().isOver()) {
            text.append(progress.stage().describe(spec)).append("  ");
        }
        text.append("episode ").append(progress.episode()).append('/').append(progress.episodes());
        for (int seat = 0; seat < progress.meanReturns().size(); seat++) {
            text.append(seat == 0 ? "  return " : ", ");
            text.append(agents.get(seat).name());
            text.append(
                    String.format(Locale.ROOT, " %.2f", progress.meanReturns().get(seat)));
        }
        if (progress.stepsPerSecond() > 0) {
            text.append(String.format(Locale.ROOT, "  %,.0f steps/s", progress.stepsPerSecond()));
        }
        if (!Double.isNaN(progress.secondsLeft()) && !progress.state().isOver()) {
            text.append("  ")
                    .append(duration(Math.round(progress.secondsLeft())))
                    .append(" left");
        }
        return text.toString();
    }

    /** Hours, minutes and seconds. */
    static String duration(long seconds) {
        long hours = seconds / 3600;
        return hours > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", hours, seconds / 60 % 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }
}
