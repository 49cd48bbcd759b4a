package io.particlearena.experiment;

import io.particlearena.env.AgentSpec;
import io.particlearena.env.Environment;
import io.particlearena.env.EpisodeRecording;
import io.particlearena.env.EpisodeReplay;
import io.particlearena.env.Scene;
import io.particlearena.env.Signal;
import io.particlearena.scenario.GoldenTrajectory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * An episode from its beginning to its end, ready to be shown at any of its moments. Immutable.
 *
 * @param scenario the scenario's name
 * @param origin where the episode comes from, for people
 * @param moment when in training it was played
 * @param agents the agents by seat
 * @param rewardTerms the names of the terms whose sum is a reward
 * @param events the names of the events that are counted
 * @param moments the episode at its beginning and after every step
 * @param recording what it was made from, if that can be kept as a file
 */
public record Episode(
        String scenario,
        String origin,
        EpisodeRecording.Moment moment,
        List<AgentSpec> agents,
        List<String> rewardTerms,
        List<String> events,
        List<Moment> moments,
        Optional<EpisodeRecording> recording) {

    public Episode {
        agents = List.copyOf(agents);
        rewardTerms = List.copyOf(rewardTerms);
        events = List.copyOf(events);
        moments = List.copyOf(moments);
    }

    /**
     * The episode at its beginning or after a step.
     *
     * @param frame the picture, with actions, rewards and signals of the step
     * @param observations by seat, the real-valued parts of what the agents see now, one after the other
     * @param rewardTerms by seat, the reward of the step by term; zeros at the beginning
     * @param events by seat, how often each event happened in the step; zeros at the beginning
     */
    public record Moment(
            EpisodeFrame frame,
            List<List<Double>> observations,
            List<List<Double>> rewardTerms,
            List<List<Double>> events) {
        public Moment {
            observations = List.copyOf(observations);
            rewardTerms = List.copyOf(rewardTerms);
            events = List.copyOf(events);
        }
    }

    /** The number of steps. */
    public int steps() {
        return moments.size() - 1;
    }

    /** The pictures, one more than there are steps. */
    public List<EpisodeFrame> frames() {
        return moments.stream().map(Moment::frame).toList();
    }

    /** A recording of ours, shown in its environment. */
    static Episode of(EpisodeRecording recording, Environment environment) {
        List<AgentSpec> agents = environment.agents();
        List<Scene> scenes = new EpisodeReplay(recording, environment).scenes();
        EpisodeRecording.About about = recording.about();
        double[] returns = new double[agents.size()];
        List<Moment> moments = new ArrayList<>();
        for (int step = 0; step < scenes.size(); step++) {
            Rows rows = new Rows();
            for (int seat = 0; seat < returns.length; seat++) {
                rows.add(recording, seat, step, agents.get(seat));
                returns[seat] += rows.rewards.get(seat);
            }
            EpisodeFrame frame = new EpisodeFrame(
                    1,
                    step,
                    scenes.get(step),
                    agents,
                    boxed(returns),
                    rows.rewards,
                    rows.actions,
                    rows.signals,
                    step == scenes.size() - 1);
            moments.add(new Moment(frame, rows.observations, rows.rewardTerms, rows.events));
        }
        return new Episode(
                about.scenario(),
                about.origin(),
                about.moment(),
                agents,
                about.rewardTerms(),
                about.events(),
                moments,
                Optional.of(recording));
    }

    /** What a recording tells of one moment, seat after seat. */
    private static final class Rows {
        private final List<List<Double>> observations = new ArrayList<>();
        private final List<List<Double>> actions = new ArrayList<>();
        private final List<Double> rewards = new ArrayList<>();
        private final List<List<Double>> rewardTerms = new ArrayList<>();
        private final List<List<Double>> events = new ArrayList<>();
        private final List<List<Signal>> signals = new ArrayList<>();

        void add(EpisodeRecording recording, int seat, int step, AgentSpec agent) {
            boolean began = step > 0;
            EpisodeRecording.About about = recording.about();
            observations.add(boxed(recording.observation(seat, step)));
            actions.add(began ? boxed(recording.action(seat, step - 1)) : zeros(agent.actionSize()));
            rewards.add(began ? recording.reward(seat, step - 1) : 0);
            rewardTerms.add(
                    began
                            ? boxed(recording.rewardTerms(seat, step - 1))
                            : zeros(about.rewardTerms().size()));
            events.add(
                    began
                            ? boxed(recording.events(seat, step - 1))
                            : zeros(about.events().size()));
            signals.add(began ? recording.signals(seat, step - 1) : List.of());
        }
    }

    /** An episode of the reference implementation as our simulation plays its actions. */
    static Episode of(GoldenTrajectory golden, String origin) {
        List<GoldenTrajectory.Moment> recorded = golden.moments();
        double[] returns = new double[golden.agents().size()];
        List<List<Signal>> signals = Collections.nCopies(returns.length, List.of());
        List<Moment> moments = new ArrayList<>();
        for (int step = 0; step < recorded.size(); step++) {
            GoldenTrajectory.Moment moment = recorded.get(step);
            for (int seat = 0; seat < returns.length; seat++) {
                returns[seat] += moment.rewards().get(seat);
            }
            EpisodeFrame frame = new EpisodeFrame(
                    1,
                    step,
                    moment.scene(),
                    golden.agents(),
                    boxed(returns),
                    moment.rewards(),
                    moment.actions(),
                    signals,
                    step == recorded.size() - 1);
            moments.add(new Moment(frame, moment.observations(), moment.rewardTerms(), moment.events()));
        }
        return new Episode(
                golden.scenario(),
                origin,
                EpisodeRecording.Moment.UNKNOWN,
                golden.agents(),
                golden.rewardTerms(),
                golden.events(),
                moments,
                Optional.empty());
    }

    private static List<Double> zeros(int count) {
        return Collections.nCopies(count, 0.0);
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
