package io.particlearena.scenario;

import io.particlearena.env.Scene;
import io.particlearena.math.RandomStream;
import io.particlearena.options.Option;
import io.particlearena.options.OptionGroup;
import io.particlearena.world.Body;
import io.particlearena.world.ParticleWorld;
import java.util.List;

/** The scenario {@code simple}: every agent is paid minus its squared distance to the first landmark. */
final class Simple implements Scenario {

    private static final Scene.Colour AGENT = Colours.agent(0.25, 0.25, 0.25);
    private static final Scene.Colour LANDMARK = Colours.landmark(0.75, 0.25, 0.25);

    /** What can be set. */
    record Options(
            @Option(help = ParticleOptions.RULES, value = "openai")
            Rules rules,

            @Option(help = "Number of agents.", value = "1", min = 1, max = 100)
            int numAgents,

            @Option(help = "Number of landmarks; the first is the goal.", value = "1", min = 1, max = 100)
            int numLandmarks,

            @Option(help = "Radius of agents.", value = "0.05", min = 0.001, max = 1)
            double agentSize,

            @Option(help = "Radius of landmarks.", value = "0.05", min = 0.001, max = 1)
            double landmarkSize,

            @OptionGroup("Particle world") ParticleOptions particles) {}

    private final Cast cast;

    Simple(Options options) {
        ParticleOptions particles = options.particles();
        cast = new Cast(
                Cast.good("agent", options.numAgents(), particles.agent(Body.agent(options.agentSize()))),
                Cast.props(
                        "landmark",
                        options.numLandmarks(),
                        Scene.Kind.LANDMARK,
                        particles.landmark(Body.landmark(options.landmarkSize()))),
                0);
    }

    @Override
    public Cast cast() {
        return cast;
    }

    @Override
    public Sharing sharing() {
        return Sharing.NONE;
    }

    @Override
    public List<String> rewardTerms() {
        return List.of("distance");
    }

    @Override
    public List<String> events() {
        return List.of("goal_reached");
    }

    @Override
    public int observationSize(int agent) {
        return 2 + 2 * cast.landmarks().size();
    }

    @Override
    public void reset(ParticleWorld world, RandomStream random) {
        world.scatterAll(random);
    }

    @Override
    public void score(ParticleWorld world, Score score) {
        int goal = world.agents();
        for (int agent = 0; agent < world.agents(); agent++) {
            score.own()[agent][0] = -Space.squared(world, agent, goal);
            score.events()[agent][0] = Space.touch(world, agent, goal) ? 1 : 0;
        }
    }

    @Override
    public void observe(ParticleWorld world, double[][] observations) {
        for (int agent = 0; agent < world.agents(); agent++) {
            Vision.landmarks(world, agent, observations[agent], Vision.velocity(world, agent, observations[agent], 0));
        }
    }

    @Override
    public Scene.Colour colour(int body) {
        return body < cast.agents().size() ? AGENT : LANDMARK;
    }
}
