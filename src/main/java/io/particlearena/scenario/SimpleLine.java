package io.particlearena.scenario;

import io.particlearena.math.RandomStream;
import io.particlearena.options.Option;
import io.particlearena.options.OptionGroup;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.world.ParticleWorld;

/**
 * The scenario {@code simple_line} of MPE2: agents stand evenly on the line between two landmarks, ends included. The targets
 * are fixed when the episode begins.
 */
final class SimpleLine implements TargetScenario {

    private static final double LENGTH = 1.25;
    private static final double TURN = Math.toRadians(5);

    /** What can be set. */
    record Options(
            @Option(help = ParticleOptions.RULES + " Only mpe2 has this scenario.", value = "mpe2")
            Rules rules,

            @OptionGroup("Task") TargetOptions task,

            @Option(help = "Radius of agents.", value = "0.03", min = 0.001, max = 1)
            double agentSize,

            @Option(help = "Radius of landmarks.", value = "0.02", min = 0.001, max = 1)
            double landmarkSize,

            @OptionGroup("Particle world") ParticleOptions particles) {

        Options {
            ParticleOptions.requireMpe2(rules, "simple_line");
        }
    }

    private final Cast cast;
    private final boolean terminates;
    private final TargetMatching matching;

    SimpleLine(Options options) {
        cast = options.task().cast(options.agentSize(), 2, options.landmarkSize(), options.particles());
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
        int agents = world.agents();
        for (int agent = 0; agent < agents; agent++) {
            world.scatter(agent, 1, random);
        }
        world.scatter(agents, 0.25, random);
        double startX = world.x()[agents];
        double startY = world.y()[agents];
        double direction = 2 * Math.PI * random.nextDouble();
        while (outside(startX + LENGTH * Math.cos(direction)) || outside(startY + LENGTH * Math.sin(direction))) {
            direction += TURN;
        }
        world.place(agents + 1, startX + LENGTH * Math.cos(direction), startY + LENGTH * Math.sin(direction));
        placeTargets(world);
    }

    private static boolean outside(double coordinate) {
        return Math.abs(coordinate) >= 1;
    }

    private void placeTargets(ParticleWorld world) {
        int agents = world.agents();
        double startX = world.x()[agents];
        double startY = world.y()[agents];
        for (int target = 0; target < agents; target++) {
            double part = agents == 1 ? 0 : (double) target / (agents - 1);
            matching.targetX()[target] = startX + part * (world.x()[agents + 1] - startX);
            matching.targetY()[target] = startY + part * (world.y()[agents + 1] - startY);
        }
    }

    @Override
    public void choose(Choices choices, ParticleWorld world) {
        placeTargets(world);
        choices.comparePoints("line_targets", matching.targetX(), matching.targetY());
    }

    @Override
    public void save(StateWriter out) {
        out.putDoubles("target_x", matching.targetX());
        out.putDoubles("target_y", matching.targetY());
    }

    @Override
    public void load(StateReader in) {
        ParticleEnvironment.restore(in, "target_x", matching.targetX());
        ParticleEnvironment.restore(in, "target_y", matching.targetY());
    }
}
