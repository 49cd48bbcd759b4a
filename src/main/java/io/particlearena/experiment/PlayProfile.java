package io.particlearena.experiment;

import io.particlearena.algo.parts.Actor;
import io.particlearena.algo.parts.ActorMemory;
import io.particlearena.algo.parts.MetricSink;
import io.particlearena.algo.parts.Policy;
import io.particlearena.env.StepBuffer;
import io.particlearena.math.RandomStream;
import io.particlearena.math.RandomStreams;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the time of learning in play goes, LeMOL against one agent that is not modelling: plays and updates beside a training,
 * each part timed, and leaves replay buffer and experience as they are.
 */
final class PlayProfile {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final MetricSink UNHEARD = (name, value) -> {};

    private final List<Policy> policies;
    private final int student;
    private final int other;
    private final TimedActor[] actors;
    private final Lane lane;
    private final long[] updating;
    private long playing;
    private long steps;

    /** An actor that counts its time. */
    private static final class TimedActor implements Actor {

        private final Actor actor;
        private long acting;
        private long following;

        TimedActor(Actor actor) {
            this.actor = actor;
        }

        @Override
        public ActorMemory newMemory() {
            return actor.newMemory();
        }

        @Override
        public void act(
                StepBuffer step, ActorMemory memory, boolean deterministic, RandomStream random, double[] action) {
            long start = System.nanoTime();
            actor.act(step, memory, deterministic, random, action);
            acting += System.nanoTime() - start;
        }

        @Override
        public void remember(StepBuffer before, double[][] actions, StepBuffer after, ActorMemory memory) {
            long start = System.nanoTime();
            actor.remember(before, actions, after, memory);
            following += System.nanoTime() - start;
        }
    }

    /**
     * @param policies by seat, in training; all of them past exploration
     * @param student the seat of LeMOL's agent
     * @param other the seat of the other agent
     */
    PlayProfile(Catalogue catalogue, ExperimentSpec spec, List<Policy> policies, int student, int other) {
        this.policies = policies;
        this.student = student;
        this.other = other;
        RandomStreams streams = new RandomStreams(spec.seed());
        updating = new long[policies.size()];
        actors = new TimedActor[policies.size()];
        Arrays.setAll(actors, seat -> new TimedActor(policies.get(seat).actor(seat)));
        lane = new Lane(
                catalogue.environment(spec, streams.stream("profile/world")), actors, streams, "profile", false);
        lane.begin();
    }

    /** Plays to the end of an episode and makes the updates that are due. */
    void playEpisode() {
        boolean ended = false;
        while (!ended) {
            long start = System.nanoTime();
            lane.step(actors);
            ended = lane.after().episodeOver();
            lane.proceed();
            playing += System.nanoTime() - start;
            steps++;
            for (int seat = 0; seat < updating.length; seat++) {
                if (policies.get(seat).due(seat, steps)) {
                    update(seat);
                }
            }
        }
    }

    private void update(int seat) {
        long start = System.nanoTime();
        policies.get(seat).update(seat, UNHEARD);
        policies.get(seat).commit(seat);
        updating[seat] += System.nanoTime() - start;
    }

    /**
     * Seconds by part so far. What LeMOL's agent takes longer to act than the other, whose network is alike, its opponent model
     * takes.
     */
    Map<String, Double> seconds() {
        TimedActor modelling = actors[student];
        TimedActor plain = actors[other];
        long environment = playing - modelling.acting - modelling.following - plain.acting - plain.following;
        long model = Math.max(0, modelling.acting - plain.acting) + modelling.following;
        Map<String, Double> seconds = new LinkedHashMap<>();
        seconds.put("updates of MADDPG", updating[other] / NANOS_PER_SECOND);
        seconds.put("updates of LeMOL's policy and critic", updating[student] / NANOS_PER_SECOND);
        seconds.put("acting", 2 * plain.acting / NANOS_PER_SECOND);
        seconds.put("opponent model in play: predicting and following", model / NANOS_PER_SECOND);
        seconds.put("environment", environment / NANOS_PER_SECOND);
        return seconds;
    }
}
