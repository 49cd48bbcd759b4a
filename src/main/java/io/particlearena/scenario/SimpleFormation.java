package io.particlearena.scenario;

import io.particlearena.env.Scene;
import io.particlearena.math.RandomStream;
import io.particlearena.options.Option;
import io.particlearena.options.OptionGroup;
import io.particlearena.world.Body;
import io.particlearena.world.ParticleWorld;
import java.util.List;

/**
 * The scenario {@code simple_formation} of MPE2: agents stand evenly on a circle around a landmark.
 *
 * <p>The targets turn with the agents: the first lies at the smallest polar angle in [0, 2 pi) that any agent has.
 */
final class SimpleFormation implements Scenario {

    private static final Scene.Colour AGENT = Colours.agent(0.35, 0.35, 0.85);
    private static final Scene.Colour LANDMARK = Colours.landmark(0.25, 0.25, 0.25);

    /** What can be set. */
    record Options(
            @Option(help = ParticleOptions.RULES + " Only mpe2 has this scenario.", value = "mpe2")
            Rules rules,

            @Option(help = "Number of agents.", value = "4", min = 1, max = 100, formerName = "N")
            int numAgents,

            @Option(help = "Radius of agents.", value = "0.05", min = 0.001, max = 1)
            double agentSize,

            @Option(help = "Radius of the landmark.", value = "0.03", min = 0.001, max = 1)
            double landmarkSize,

            @Option(help = "Radius of the circle.", value = "0.5", min = 0.01, max = 10)
            double circleRadius,

            @Option(help = "Whether the episode ends when every agent is within 0.05 of its target.", value = "false")
            boolean terminateOnSuccess,

            @OptionGroup("Particle world") ParticleOptions particles) {

        Options {
            ParticleOptions.requireMpe2(rules, "simple_formation");
        }
    }

    private final Cast cast;
    private final double radius;
    private final boolean terminates;
    private final TargetMatching matching;

    SimpleFormation(Options options) {
        ParticleOptions particles = options.particles();
        cast = new Cast(
                Cast.good(
                        "agent",
                        options.numAgents(),
                        particles.agent(Body.agent(options.agentSize()).colliding())),
                Cast.props(
                        "landmark", 1, Scene.Kind.LANDMARK, particles.landmark(Body.landmark(options.landmarkSize()))),
                0);
        radius = options.circleRadius();
        terminates = options.terminateOnSuccess();
        matching = new TargetMatching(options.numAgents());
    }

    @Override
    public Cast cast() {
        return cast;
    }

    @Override
    public Sharing sharing() {
        return Sharing.localRatio(0);
    }

    @Override
    public List<String> rewardTerms() {
        return List.of("distance");
    }

    @Override
    public List<String> events() {
        return List.of("target_reached");
    }

    @Override
    public int observationSize(int agent) {
        return 6;
    }

    @Override
    public void reset(ParticleWorld world, RandomStream random) {
        for (int body = 0; body < world.bodies(); body++) {
            world.scatter(body, body < world.agents() ? 1 : 0.5, random);
        }
    }

    @Override
    public void score(ParticleWorld world, Score score) {
        match(world);
        matching.score(score);
    }

    private void match(ParticleWorld world) {
        int agents = world.agents();
        double centreX = world.x()[agents];
        double centreY = world.y()[agents];
        double smallest = Double.POSITIVE_INFINITY;
        for (int agent = 0; agent < agents; agent++) {
            double angle = Math.atan2(world.y()[agent] - centreY, world.x()[agent] - centreX);
            smallest = Math.min(smallest, angle < 0 ? angle + 2 * Math.PI : angle);
        }
        double apart = 2 * Math.PI / agents;
        for (int target = 0; target < agents; target++) {
            matching.targetX()[target] = centreX + radius * Math.cos(smallest + target * apart);
            matching.targetY()[target] = centreY + radius * Math.sin(smallest + target * apart);
        }
        matching.match(world);
    }

    @Override
    public void observe(ParticleWorld world, double[][] observations) {
        for (int agent = 0; agent < world.agents(); agent++) {
            double[] out = observations[agent];
            int at = Vision.position(world, agent, out, Vision.velocity(world, agent, out, 0));
            Vision.landmarks(world, agent, out, at);
        }
    }

    @Override
    public boolean succeeded(ParticleWorld world) {
        return terminates && matching.reached();
    }

    @Override
    public Scene.Colour colour(int body) {
        return body < cast.agents().size() ? AGENT : LANDMARK;
    }
}
