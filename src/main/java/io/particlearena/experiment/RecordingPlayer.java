package io.particlearena.experiment;

import io.particlearena.env.EpisodeRecording;
import io.particlearena.env.Scene;
import io.particlearena.env.Signal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Shows a recorded episode; after its last step it begins again. */
final class RecordingPlayer implements EpisodePlayer {

    private final EpisodeRecording recording;
    private final List<Scene> scenes;
    private long episode;
    private int step;

    /** @param scenes what the episode looks like at its beginning and after every step */
    RecordingPlayer(EpisodeRecording recording, List<Scene> scenes) {
        this.recording = recording;
        this.scenes = List.copyOf(scenes);
        this.step = recording.steps();
    }

    @Override
    public EpisodeFrame next() {
        if (step >= recording.steps()) {
            return restart();
        }
        step++;
        return frame();
    }

    @Override
    public EpisodeFrame restart() {
        episode++;
        step = 0;
        return frame();
    }

    private EpisodeFrame frame() {
        List<Double> returns = new ArrayList<>();
        List<Double> rewards = new ArrayList<>();
        List<List<Double>> actions = new ArrayList<>();
        List<List<Signal>> signals = new ArrayList<>();
        for (int seat = 0; seat < recording.agentNames().size(); seat++) {
            double sum = 0;
            for (int i = 0; i < step; i++) {
                sum += recording.reward(seat, i);
            }
            returns.add(sum);
            rewards.add(step == 0 ? 0 : recording.reward(seat, step - 1));
            double[] action = recording.action(seat, Math.max(0, step - 1));
            actions.add(Arrays.stream(action)
                    .map(value -> step == 0 ? 0 : value)
                    .boxed()
                    .toList());
            signals.add(step == 0 ? List.of() : recording.signals(seat, step - 1));
        }
        return new EpisodeFrame(
                episode,
                step,
                scenes.get(step),
                recording.agentNames(),
                returns,
                rewards,
                actions,
                signals,
                step == recording.steps());
    }
}
