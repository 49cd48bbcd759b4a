package io.particlearena.scenario;

import io.particlearena.env.Scene;
import io.particlearena.options.Option;
import io.particlearena.world.Body;
import io.particlearena.world.ParticleWorld;
import java.util.List;

/** What the scenarios share in which every agent must stand at a target of its own; see {@link TargetMatching}. */
interface TargetScenario extends Scenario {

    /** The options that these scenarios share. */
    record TargetOptions(
            @Option(help = "Number of agents, and of targets.", value = "4", min = 1, max = 100, formerName = "N")
            int numAgents,

            @Option(help = "Whether the episode ends when every agent is within 0.05 of its target.", value = "false")
            boolean terminateOnSuccess) {

        /** Colliding agents and landmarks of these sizes. */
        Cast cast(double agentSize, int landmarks, double landmarkSize, ParticleOptions particles) {
            Body agent = particles.agent(Body.agent(agentSize).colliding());
            Body landmark = particles.landmark(Body.landmark(landmarkSize));
            return new Cast(
                    Cast.good("agent", numAgents, agent),
                    Cast.props("landmark", landmarks, Scene.Kind.LANDMARK, landmark),
                    0);
        }
    }

    /** The targets and who stands at which. */
    TargetMatching matching();

    /** Whether an episode ends when the task is done. */
    boolean terminates();

    @Override
    default Sharing sharing() {
        return Sharing.localRatio(0);
    }

    @Override
    default List<String> rewardTerms() {
        return List.of("distance");
    }

    @Override
    default List<String> events() {
        return List.of("target_reached");
    }

    @Override
    default int observationSize(int agent) {
        return 4 + 2 * cast().landmarks().size();
    }

    @Override
    default void score(ParticleWorld world, Score score) {
        matching().match(world);
        matching().score(score);
    }

    @Override
    default void observe(ParticleWorld world, double[][] observations) {
        for (int agent = 0; agent < world.agents(); agent++) {
            double[] out = observations[agent];
            int at = Vision.position(world, agent, out, Vision.velocity(world, agent, out, 0));
            Vision.landmarks(world, agent, out, at);
        }
    }

    @Override
    default boolean succeeded(ParticleWorld world) {
        return terminates() && matching().reached();
    }

    @Override
    default Scene.Colour colour(int body) {
        return body < cast().agents().size() ? Colours.agent(0.35, 0.35, 0.85) : Colours.landmark(0.25, 0.25, 0.25);
    }
}
