package io.particlearena.experiment;

import io.particlearena.algo.parts.Actor;
import io.particlearena.env.AgentSpec;
import io.particlearena.math.RandomStreams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Plays episodes with actors' newest snapshots, in an environment and with random numbers of its own, so that watching
 * changes nothing.
 */
final class RunPlayer implements EpisodePlayer {

    private final Catalogue catalogue;
    private final ExperimentSpec spec;
    private final Supplier<Supplier<Actor[]>> source;
    private final List<AgentSpec> agents;
    private final double[] returns;
    private Supplier<Actor[]> playing = () -> new Actor[0];
    private @Nullable Lane lane;
    private long episode;
    private int step;
    private boolean over = true;

    /**
     * @param agents by seat
     * @param source asked at the beginning of each episode, perhaps gives after a while who plays in it: by seat, and for
     *     every step, their newest snapshots
     */
    RunPlayer(Catalogue catalogue, ExperimentSpec spec, List<AgentSpec> agents, Supplier<Supplier<Actor[]>> source) {
        this.catalogue = catalogue;
        this.spec = spec;
        this.source = source;
        this.agents = agents;
        this.returns = new double[agents.size()];
    }

    @Override
    public EpisodeFrame next() {
        Lane own = lane;
        if (over || own == null) {
            return restart();
        }
        own.step(playing.get());
        for (int seat = 0; seat < returns.length; seat++) {
            returns[seat] += own.after().rewards()[seat];
        }
        step++;
        over = own.after().episodeOver();
        EpisodeFrame frame = frame(own, boxed(own.after().rewards()));
        if (!over) {
            own.proceed();
        }
        return frame;
    }

    @Override
    public EpisodeFrame restart() {
        playing = source.get();
        Actor[] actors = playing.get();
        Lane own = lane(actors);
        own.beginAnew(actors);
        Arrays.fill(returns, 0);
        step = 0;
        episode++;
        over = false;
        return frame(own, boxed(new double[returns.length]));
    }

    private Lane lane(Actor[] actors) {
        if (lane == null) {
            RandomStreams streams = new RandomStreams(spec.seed());
            lane = new Lane(
                    catalogue.environment(spec, streams.stream("gui/world")), actors, streams, "gui/acting", false);
        }
        return lane;
    }

    private EpisodeFrame frame(Lane own, List<Double> rewards) {
        return new EpisodeFrame(
                episode,
                step,
                own.environment().scene(),
                agents,
                boxed(returns),
                rewards,
                Arrays.stream(own.executed()).map(RunPlayer::boxed).toList(),
                own.signals(),
                over);
    }

    private static List<Double> boxed(double[] values) {
        List<Double> list = new ArrayList<>(values.length);
        for (double value : values) {
            list.add(value);
        }
        return list;
    }
}
