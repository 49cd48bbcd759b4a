package io.particlearena.algo.parts;

import io.particlearena.env.AgentSpec;
import io.particlearena.math.RandomStreams;
import java.nio.file.Path;
import java.util.List;

/**
 * What a policy is created with.
 *
 * @param name the policy's name in the specification, for example {@code good}
 * @param seats the seats that it plays, ascending
 * @param agents all agents of the environment by seat
 * @param streams from which it derives streams whose names begin with {@code policy/NAME/}
 * @param replay the experience shared by all policies; a policy that learns off-policy samples from it, with indices of
 *     its own
 * @param maxEpisodeLength the time limit of an episode in steps
 * @param learns whether the run learns; otherwise its policies only play
 * @param experience where a {@link Student} keeps what it has experienced; made when first needed
 */
public record PolicyContext(
        String name,
        List<Integer> seats,
        List<AgentSpec> agents,
        RandomStreams streams,
        JointReplay replay,
        int maxEpisodeLength,
        Path experience,
        boolean learns) {

    public PolicyContext {
        seats = List.copyOf(seats);
        agents = List.copyOf(agents);
    }
}
