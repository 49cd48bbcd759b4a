package io.particlearena.experiment;

import io.particlearena.algo.parts.Actor;
import io.particlearena.env.Environment;
import io.particlearena.env.EpisodeRecorder;
import io.particlearena.env.EpisodeRecording;
import io.particlearena.env.Signal;
import io.particlearena.math.RandomStream;
import io.particlearena.math.RandomStreams;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Plays episodes with actors' newest snapshots, in an environment and with random numbers of its own, so that watching
 * changes nothing.
 */
final class RunPlayer implements EpisodePlayer {

    private final Catalogue catalogue;
    private final Supplier<ExperimentSpec> spec;
    private final Supplier<Players> source;
    private final Supplier<EpisodeRecording.Moment> moment;
    private Players playing = () -> new Actor[0];
    private @Nullable Stand stand;
    private long episode;
    private int step;
    private boolean over = true;
    private int steeredSeat = -1;
    private @Nullable Steering steering;

    /** What is made when the first episode begins. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Stand(ExperimentSpec spec, Lane lane, EpisodeRecorder recorder, double[] returns) {}

    /**
     * @param spec asked at the beginning of each episode; its scenario's live options may have changed
     * @param source asked at the beginning of each episode, perhaps gives after a while who plays in it
     * @param moment asked at the beginning of each episode, when in training it is played
     */
    RunPlayer(
            Catalogue catalogue,
            Supplier<ExperimentSpec> spec,
            Supplier<Players> source,
            Supplier<EpisodeRecording.Moment> moment) {
        this.catalogue = catalogue;
        this.spec = spec;
        this.source = source;
        this.moment = moment;
    }

    @Override
    public EpisodeFrame next() {
        Stand own = stand;
        if (over || own == null) {
            return restart();
        }
        Lane lane = own.lane();
        lane.step(actors(lane.environment()));
        List<List<Signal>> signals = lane.signals(playing.critics());
        for (int seat = 0; seat < own.returns().length; seat++) {
            own.returns()[seat] += lane.after().rewards()[seat];
        }
        step++;
        over = lane.after().episodeOver();
        if (own.recorder().isRecording()) {
            own.recorder().step(lane.chosen(), signals, lane.after());
            if (own.recorder().steps() == EpisodeRecorder.MOST_STEPS) {
                own.recorder().cancel();
            }
        }
        EpisodeFrame frame = frame(own, lane.after().rewards(), lane.executed(), signals);
        if (!over) {
            lane.proceed();
        }
        return frame;
    }

    /** Those who play, one of them perhaps moved by a person. */
    private Actor[] actors(Environment environment) {
        Actor[] actors = playing.actors();
        Steering hand = steering;
        if (hand == null || steeredSeat < 0) {
            return actors;
        }
        Actor[] steered = actors.clone();
        steered[steeredSeat] = new SteeredActor(
                actors[steeredSeat], environment.agents().get(steeredSeat).actions(), hand, step);
        return steered;
    }

    @Override
    public void takeOver(int seat, Steering hand) {
        steeredSeat = seat;
        steering = hand;
    }

    @Override
    public EpisodeFrame restart() {
        playing = source.get();
        Actor[] actors = playing.actors();
        Stand own = stand(actors);
        own.lane().beginAnew(actors);
        Arrays.fill(own.returns(), 0);
        step = 0;
        episode++;
        over = false;
        own.recorder()
                .begin(
                        "watched episode " + episode + (steeredSeat < 0 ? "" : " with a person's help"),
                        moment.get(),
                        own.lane().before());
        double[][] nothing = Arrays.stream(own.lane().executed())
                .map(action -> new double[action.length])
                .toArray(double[][]::new);
        return frame(own, new double[own.returns().length], nothing, own.lane().signals());
    }

    @Override
    public Optional<EpisodeRecording> recording() {
        return stand != null && step > 0 && stand.recorder().isRecording()
                ? Optional.of(stand.recorder().soFar())
                : Optional.empty();
    }

    private Stand stand(Actor[] actors) {
        ExperimentSpec now = spec.get();
        if (stand == null) {
            RandomStreams streams = new RandomStreams(now.seed());
            Environment environment = catalogue.environment(now, streams.stream("gui/world"));
            Lane lane = new Lane(environment, actors, streams, "gui/acting", false);
            stand = new Stand(now, lane, catalogue.recorder(now, environment), new double[actors.length]);
        } else if (!now.scenarioOptions().equals(stand.spec().scenarioOptions())) {
            Lane lane = stand.lane();
            lane.moveTo(catalogue.environment(now, RandomStream.ofSeed(0)));
            stand = new Stand(now, lane, catalogue.recorder(now, lane.environment()), stand.returns());
        }
        return stand;
    }

    private EpisodeFrame frame(Stand own, double[] rewards, double[][] actions, List<List<Signal>> signals) {
        Environment environment = own.lane().environment();
        return new EpisodeFrame(
                episode,
                step,
                environment.scene(),
                environment.agents(),
                boxed(own.returns()),
                boxed(rewards),
                Arrays.stream(actions).map(RunPlayer::boxed).toList(),
                signals,
                over);
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
