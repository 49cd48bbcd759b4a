package io.particlearena.cli;

import io.particlearena.env.AgentSpec;
import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.experiment.Progress;
import io.particlearena.experiment.Run;
import io.particlearena.experiment.RunBatch;
import io.particlearena.experiment.RunListener;
import io.particlearena.experiment.RunState;
import io.particlearena.experiment.Stage;
import io.particlearena.results.RunSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One of several runs that a command trains, and what is known of it; written by its thread, read by all. */
final class BatchMember implements RunBatch.Member, RunListener {

    private final String label;
    private final ExperimentSpec spec;
    private final List<AgentSpec> agents;
    private final Function<List<RunListener>, Run> preparing;
    private final BatchView view;
    private volatile @Nullable Progress progress;
    private volatile @Nullable Path folder;
    private volatile boolean refused;

    /**
     * @param label what the run is called in tables and messages
     * @param agents the agents by seat
     * @param folder of a run that exists; null for a new one
     * @param preparing makes the run that reports to the given listeners
     * @param view is told what happens
     */
    BatchMember(
            String label,
            ExperimentSpec spec,
            List<AgentSpec> agents,
            @Nullable Path folder,
            Function<List<RunListener>, Run> preparing,
            BatchView view) {
        this.label = label;
        this.spec = spec;
        this.agents = List.copyOf(agents);
        this.folder = folder;
        this.preparing = preparing;
        this.view = view;
    }

    String label() {
        return label;
    }

    ExperimentSpec spec() {
        return spec;
    }

    /** The run's folder; null before a new run has begun. */
    @Nullable
    Path folder() {
        return folder;
    }

    /** How far the run has come; null as long as it waits. */
    @Nullable
    Progress progress() {
        return progress;
    }

    /** The run is finished already, so that it is only shown. */
    void setFinished(RunSummary summary) {
        long episodes = summary.episodes();
        progress = new Progress(RunState.FINISHED, episodes, episodes, 0, 0, 0, 0, Double.NaN, List.of(), Stage.SINGLE);
    }

    boolean isIn(RunState state) {
        Progress now = progress;
        return now != null && now.state() == state;
    }

    boolean hasFailed() {
        return refused || isIn(RunState.FAILED);
    }

    boolean isWaiting() {
        return progress == null && !refused;
    }

    boolean isGoing() {
        Progress now = progress;
        return now != null && !now.state().isOver();
    }

    /** What the run does, in a word. */
    String state() {
        Progress now = progress;
        if (refused) {
            return "refused";
        }
        return now == null ? "waiting" : now.state().name().toLowerCase(Locale.ROOT);
    }

    /** The mean returns of the sides' agents so far, in the order of seats. */
    Map<String, Double> sideReturns() {
        Progress now = progress;
        Map<String, List<Double>> sides = new LinkedHashMap<>();
        List<Double> returns = now == null ? List.of() : now.meanReturns();
        for (int seat = 0; seat < returns.size(); seat++) {
            String side = agents.get(seat).side().name().toLowerCase(Locale.ROOT);
            sides.computeIfAbsent(side, any -> new ArrayList<>()).add(returns.get(seat));
        }
        Map<String, Double> means = new LinkedHashMap<>();
        sides.forEach((side, values) -> means.put(
                side, values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN)));
        return means;
    }

    @Override
    public Run prepare() {
        return preparing.apply(List.of(this));
    }

    @Override
    public void refused(RuntimeException reason) {
        refused = true;
        view.say(this, String.valueOf(reason.getMessage()));
    }

    @Override
    public void started(ExperimentSpec started, Path where) {
        folder = where;
        view.began(this);
    }

    @Override
    public void progress(Progress next) {
        progress = next;
        view.moved();
    }

    @Override
    public void notice(String message) {
        view.say(this, message);
    }

    @Override
    public void failed(String message, Throwable cause) {
        view.say(this, message);
    }

    @Override
    public void ended(Progress last) {
        progress = last;
        view.ended(this);
    }
}
