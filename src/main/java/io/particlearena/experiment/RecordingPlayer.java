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

/** Shows an episode that was recorded; after its last step it begins again. */
final class RecordingPlayer implements EpisodePlayer {

    private final List<EpisodeFrame> frames;
    private long episode;
    private int step;

    /** @param frames the episode at its beginning and after every step */
    private RecordingPlayer(List<EpisodeFrame> frames) {
        this.frames = List.copyOf(frames);
        this.step = frames.size() - 1;
    }

    /** Shows a recording of ours in its environment. */
    static RecordingPlayer of(EpisodeRecording recording, Environment environment) {
        List<AgentSpec> agents = environment.agents();
        List<Scene> scenes = new EpisodeReplay(recording, environment).scenes();
        double[] returns = new double[agents.size()];
        List<EpisodeFrame> frames = new ArrayList<>();
        for (int step = 0; step < scenes.size(); step++) {
            List<Double> rewards = new ArrayList<>();
            List<List<Double>> actions = new ArrayList<>();
            List<List<Signal>> signals = new ArrayList<>();
            for (int seat = 0; seat < returns.length; seat++) {
                boolean began = step > 0;
                rewards.add(began ? recording.reward(seat, step - 1) : 0);
                returns[seat] += rewards.get(seat);
                int numbers = agents.get(seat).actionSize();
                actions.add(began ? boxed(recording.action(seat, step - 1)) : Collections.nCopies(numbers, 0.0));
                signals.add(began ? recording.signals(seat, step - 1) : List.of());
            }
            frames.add(new EpisodeFrame(
                    1,
                    step,
                    scenes.get(step),
                    agents,
                    boxed(returns),
                    rewards,
                    actions,
                    signals,
                    step == scenes.size() - 1));
        }
        return new RecordingPlayer(frames);
    }

    /** Shows an episode of the reference implementation as our simulation plays its actions. */
    static RecordingPlayer of(GoldenTrajectory golden) {
        List<GoldenTrajectory.Moment> moments = golden.moments();
        double[] returns = new double[golden.agents().size()];
        List<List<Signal>> signals = Collections.nCopies(returns.length, List.of());
        List<EpisodeFrame> frames = new ArrayList<>();
        for (int step = 0; step < moments.size(); step++) {
            GoldenTrajectory.Moment moment = moments.get(step);
            for (int seat = 0; seat < returns.length; seat++) {
                returns[seat] += moment.rewards().get(seat);
            }
            frames.add(new EpisodeFrame(
                    1,
                    step,
                    moment.scene(),
                    golden.agents(),
                    boxed(returns),
                    moment.rewards(),
                    moment.actions(),
                    signals,
                    step == moments.size() - 1));
        }
        return new RecordingPlayer(frames);
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    @Override
    public EpisodeFrame next() {
        if (step == frames.size() - 1) {
            return restart();
        }
        step++;
        return frames.get(step).ofEpisode(episode);
    }

    @Override
    public EpisodeFrame restart() {
        episode++;
        step = 0;
        return frames.get(0).ofEpisode(episode);
    }
}
