package io.particlearena.experiment;

import io.particlearena.algo.parts.Actor;
import io.particlearena.algo.parts.Policy;
import io.particlearena.math.RandomStreams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Plays episodes with policies' newest snapshots, in an environment and with random numbers of its own, so that watching
 * changes nothing.
 */
final class RunPlayer implements EpisodePlayer {

    private final Catalogue catalogue;
    private final ExperimentSpec spec;
    private final Supplier<Policies> source;
    private final List<String> agents;
    private final double[] returns;
    private @Nullable Policies policies;
    private List<Policy> playing = List.of();
    private @Nullable Lane lane;
    private long episode;
    private int step;
    private boolean over = true;

    /** @param source gives the policies, perhaps after a while; asked when the first frame is */
    RunPlayer(Catalogue catalogue, ExperimentSpec spec, List<String> agents, Supplier<Policies> source) {
        this.catalogue = catalogue;
        this.spec = spec;
        this.source = source;
        this.agents = agents;
        this.returns = new double[agents.size()];
    }

    @Override
    public EpisodeFrame next() {
        if (over) {
            return restart();
        }
        Lane own = lane();
        Actor[] actors = actors();
        own.step(actors);
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
        playing = List.copyOf(policies().bySeat());
        Lane own = lane();
        own.beginAnew(actors());
        Arrays.fill(returns, 0);
        step = 0;
        episode++;
        over = false;
        return frame(own, boxed(new double[returns.length]));
    }

    private Policies policies() {
        if (policies == null) {
            policies = source.get();
        }
        return policies;
    }

    /** The newest snapshots of those who played when the episode began, whoever plays in the run by now. */
    private Actor[] actors() {
        Actor[] actors = new Actor[playing.size()];
        for (int seat = 0; seat < actors.length; seat++) {
            actors[seat] = playing.get(seat).actor(seat);
        }
        return actors;
    }

    private Lane lane() {
        if (lane == null) {
            RandomStreams streams = new RandomStreams(spec.seed());
            lane = new Lane(
                    catalogue.environment(spec, streams.stream("gui/world")), actors(), streams, "gui/acting", false);
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
