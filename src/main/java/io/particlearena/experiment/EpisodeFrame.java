package io.particlearena.experiment;

import io.particlearena.env.AgentSpec;
import io.particlearena.env.Scene;
import io.particlearena.env.Signal;
import java.util.List;

/**
 * One picture of an episode.
 *
 * @param episode the number of the episode since the player began, from 1
 * @param step the step within the episode, 0 after a reset
 * @param scene what to draw
 * @param agents the agents by seat
 * @param returns by seat, the sum of the rewards of this episode so far
 * @param rewards by seat, the rewards of the last step
 * @param actions by seat, the numbers of the heads of the last action as executed; zeros after a reset
 * @param signals by seat, what the agents emitted while choosing their last action
 * @param last whether the episode is over
 */
public record EpisodeFrame(
        long episode,
        int step,
        Scene scene,
        List<AgentSpec> agents,
        List<Double> returns,
        List<Double> rewards,
        List<List<Double>> actions,
        List<List<Signal>> signals,
        boolean last) {

    public EpisodeFrame {
        agents = List.copyOf(agents);
        returns = List.copyOf(returns);
        rewards = List.copyOf(rewards);
        actions = List.copyOf(actions);
        signals = List.copyOf(signals);
    }

    /** The same picture in an episode of another number. */
    EpisodeFrame ofEpisode(long number) {
        return new EpisodeFrame(number, step, scene, agents, returns, rewards, actions, signals, last);
    }
}
