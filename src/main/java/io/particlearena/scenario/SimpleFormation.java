package io.particlearena.scenario;

import io.particlearena.math.RandomStream;
import io.particlearena.options.Option;
import io.particlearena.options.OptionGroup;
import io.particlearena.world.ParticleWorld;

/**
 * The scenario {@code simple_formation} of MPE2: agents stand evenly on a circle around a landmark.
 *
 * <p>The targets turn with the agents: the first lies at the smallest polar angle in [0, 2 pi) that any agent has.
 */
final class SimpleFormation implements TargetScenario {

    /** What can be set. */
    record Options(
            @Option(help = ParticleOptions.RULES + " Only mpe2 has this scenario.", value = "mpe2")
            Rules rules,

            @OptionGroup("Task") TargetOptions task,

            @Option(help = "Radius of agents.", value = "0.05", min = 0.001, max = 1)
            double agentSize,

            @Option(help = "Radius of the landmark.", value = "0.03", min = 0.001, max = 1)
            double landmarkSize,

            @Option(help = "Radius of the circle.", value = "0.5", min = 0.01, max = 10)
            double circleRadius,

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
        cast = options.task().cast(options.agentSize(), 1, options.landmarkSize(), options.particles());
        radius = options.circleRadius();
        terminates = options.task().terminateOnSuccess();
        matching = new TargetMatching(options.task().numAgents());
    }

    @Override
    public Cast cast() {
        return cast;
    }

    @Override
    public TargetMatching matching() {
        return matching;
    }

    @Override
    public boolean terminates() {
        return terminates;
    }

    @Override
    public void reset(ParticleWorld world, RandomStream random) {
        for (int body = 0; body < world.bodies(); body++) {
            world.scatter(body, body < world.agents() ? 1 : 0.5, random);
        }
    }

    @Override
    public void score(ParticleWorld world, Score score) {
        placeTargets(world);
        TargetScenario.super.score(world, score);
    }

    private void placeTargets(ParticleWorld world) {
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
    }
}
