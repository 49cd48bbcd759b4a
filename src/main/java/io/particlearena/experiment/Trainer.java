package io.particlearena.experiment;

import io.particlearena.algo.parts.Actor;
import io.particlearena.algo.parts.JointReplay;
import io.particlearena.algo.parts.Policy;
import io.particlearena.env.StepBuffer;
import io.particlearena.math.RandomStreams;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.store.Stateful;
import java.util.ArrayList;
import java.util.List;

/**
 * The training loop, one environment step at a time: act, step, remember, learn, report. Knows neither threads nor files
 * nor the clock, so that the same specification always yields the same metrics and weights.
 *
 * <p>{@link #save} covers all but the replay buffer, which lies in segments of its own (see {@link Checkpoints}).
 */
final class Trainer implements Stateful, AutoCloseable {

    private final Seating seating;
    private final boolean learns;
    private final JointReplay replay;
    private final Policies policies;
    private final Learning learning;
    private final EpisodeStatistics statistics;
    private final List<Lane> lanes = new ArrayList<>();
    private final Actor[] actors;
    private final MetricLog log;
    private long steps;

    /**
     * Makes everything new; nothing has happened yet.
     *
     * @param spec valid
     * @param log receives the metrics
     */
    Trainer(Catalogue catalogue, ExperimentSpec spec, MetricLog log) {
        this.log = log;
        seating = catalogue.seating(spec);
        learns = !spec.run().test();
        RandomStreams streams = new RandomStreams(spec.seed());
        replay = new JointReplay(seating.agents(), spec.run().replayBufferCapacity());
        policies = new Policies(catalogue, spec, seating, replay);
        actors = policies.actors();
        for (int i = 0; i < spec.run().numEnvironments(); i++) {
            Lane lane = new Lane(
                    catalogue.environment(spec, streams.stream("world/" + i)), actors, streams, "acting/" + i, false);
            lane.begin();
            lanes.add(lane);
        }
        statistics = new EpisodeStatistics(
                lanes.get(0).environment(), lanes.size(), spec.run().saveRate());
        learning = new Learning(policies.bySeat(), seating.names(), spec.run().agentUpdates());
    }

    /**
     * Makes one step of the environment whose turn it is, and lets learn whoever is due.
     *
     * @return whether an episode ended
     */
    boolean advance() {
        int number = (int) (steps % lanes.size());
        Lane lane = lanes.get(number);
        lane.step(actors);
        steps++;
        StepBuffer after = lane.after();
        statistics.step(number, after);
        if (learns) {
            replay.add(lane.before(), lane.executed(), after);
            for (Policy policy : policies.byName().values()) {
                policy.observe(number, lane.before(), lane.executed(), after);
            }
            learning.update(steps, actors, log);
        }
        boolean ended = after.episodeOver();
        if (ended) {
            statistics.endEpisode(number, steps, log);
        }
        lane.proceed();
        return ended;
    }

    /** Environment steps made. */
    long steps() {
        return steps;
    }

    /** Updates made, summed over agents. */
    long updates() {
        return learning.updates();
    }

    /** Episodes that ended. */
    long episodes() {
        return statistics.episodes();
    }

    /** By seat, the mean return of the latest episodes; empty before the first ended. */
    List<Double> meanReturns() {
        return statistics.meanReturns();
    }

    Seating seating() {
        return seating;
    }

    Policies policies() {
        return policies;
    }

    JointReplay replay() {
        return replay;
    }

    /** Takes the actors' newest snapshots, after policies were loaded. */
    void refreshActors() {
        System.arraycopy(policies.actors(), 0, actors, 0, actors.length);
    }

    @Override
    public void save(StateWriter out) {
        out.putLong("steps", steps);
        out.putLong("updates", learning.updates());
        out.put("statistics", statistics);
        out.put("policies", policies);
        for (int i = 0; i < lanes.size(); i++) {
            out.child("lane").put(Integer.toString(i), lanes.get(i));
        }
    }

    @Override
    public void load(StateReader in) {
        steps = in.getLong("steps");
        learning.restoreUpdates(in.getLong("updates"));
        in.get("statistics", statistics);
        in.get("policies", policies);
        for (int i = 0; i < lanes.size(); i++) {
            in.child("lane").get(Integer.toString(i), lanes.get(i));
        }
        refreshActors();
    }

    @Override
    public void close() {
        learning.close();
    }
}
