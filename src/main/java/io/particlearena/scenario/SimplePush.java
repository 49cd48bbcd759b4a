package io.particlearena.scenario;

import io.particlearena.env.Scene;
import io.particlearena.math.RandomStream;
import io.particlearena.options.Option;
import io.particlearena.options.OptionGroup;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.world.Body;
import io.particlearena.world.ParticleWorld;
import java.util.List;

/**
 * The scenario {@code simple_push} (keep-away): a good agent knows the goal landmark and goes there; an adversary, which does
 * not know it, is paid for keeping the agent away and must push.
 *
 * <p>A good agent sees its own colour, which names the goal, and the colours of all landmarks.
 */
final class SimplePush implements Scenario {

    private static final int CHANNELS = 3;

    /** What can be set. */
    record Options(
            @Option(help = ParticleOptions.RULES, value = "openai")
            Rules rules,

            @Option(help = "Number of adversaries.", value = "1", min = 1, max = 100)
            int numAdversaries,

            @Option(help = "Number of good agents.", value = "1", min = 1, max = 100, formerName = "num-good")
            int numGoodAgents,

            @Option(
                    help = "Number of landmarks, one of them the goal; each has a colour.",
                    value = "2",
                    min = 1,
                    max = 3)
            int numLandmarks,

            @Option(help = "Radius of agents.", value = "0.05", min = 0.001, max = 1)
            double agentSize,

            @Option(help = "Radius of landmarks.", value = "0.05", min = 0.001, max = 1)
            double landmarkSize,

            @OptionGroup("Particle world") ParticleOptions particles) {}

    private final Cast cast;
    private final int adversaries;
    private final double[][] landmarkColours;
    private final double[][] goalColours;
    private int goal;

    SimplePush(Options options) {
        ParticleOptions particles = options.particles();
        Body agent = particles.agent(Body.agent(options.agentSize()).colliding());
        Body landmark = particles.landmark(Body.landmark(options.landmarkSize()));
        cast = Cast.ofTwoSides(
                Cast.bad("adversary", options.numAdversaries(), agent),
                Cast.good("agent", options.numGoodAgents(), agent),
                Cast.props("landmark", options.numLandmarks(), Scene.Kind.LANDMARK, landmark));
        adversaries = options.numAdversaries();
        landmarkColours = colours(options.numLandmarks(), 0.1, 0.9);
        goalColours = colours(options.numLandmarks(), 0.25, 0.75);
        goal = cast.agents().size();
    }

    /** One colour per landmark: the first is green, the second blue, the third red. */
    private static double[][] colours(int landmarks, double dark, double bright) {
        double[][] colours = new double[landmarks][CHANNELS];
        for (int landmark = 0; landmark < landmarks; landmark++) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                colours[landmark][channel] = channel == (landmark + 1) % CHANNELS ? bright : dark;
            }
        }
        return colours;
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
        return List.of("own_distance", "opponent_distance");
    }

    @Override
    public List<String> events() {
        return List.of("goal_reached", "push");
    }

    @Override
    public int observationSize(int agent) {
        int landmarks = cast.landmarks().size();
        int common = 2 + 2 * landmarks + 2 * (cast.agents().size() - 1);
        return agent < adversaries ? common : common + 2 + CHANNELS + CHANNELS * landmarks;
    }

    @Override
    public void reset(ParticleWorld world, RandomStream random) {
        goal = world.agents() + random.nextInt(cast.landmarks().size());
        world.scatterAll(random);
    }

    @Override
    public void score(ParticleWorld world, Score score) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int agent = 0; agent < world.agents(); agent++) {
            double distance = Space.distance(world, agent, goal);
            score.own()[agent][0] = -distance;
            score.events()[agent][0] = Space.touch(world, agent, goal) ? 1 : 0;
            score.events()[agent][1] = 0;
            if (agent >= adversaries) {
                nearest = Math.min(nearest, distance);
            }
        }
        for (int adversary = 0; adversary < adversaries; adversary++) {
            score.own()[adversary][1] = nearest;
            for (int agent = adversaries; agent < world.agents(); agent++) {
                if (Space.touch(world, adversary, agent)) {
                    score.events()[adversary][1]++;
                    score.events()[agent][1]++;
                }
            }
        }
    }

    @Override
    public void observe(ParticleWorld world, double[][] observations) {
        for (int agent = 0; agent < world.agents(); agent++) {
            double[] out = observations[agent];
            int at = Vision.velocity(world, agent, out, 0);
            if (agent < adversaries) {
                at = Vision.landmarks(world, agent, out, at);
            } else {
                at = Vision.relative(world, agent, goal, out, at);
                at = Vision.constants(goalColours[goal - world.agents()], out, at);
                at = Vision.landmarks(world, agent, out, at);
                for (double[] colour : landmarkColours) {
                    at = Vision.constants(colour, out, at);
                }
            }
            Vision.others(world, agent, out, at);
        }
    }

    @Override
    public Scene.Colour colour(int body) {
        int agents = cast.agents().size();
        if (body < adversaries) {
            return Colours.agent(0.75, 0.25, 0.25);
        }
        double[] rgb = body < agents ? goalColours[goal - agents] : landmarkColours[body - agents];
        return body < agents ? Colours.agent(rgb[0], rgb[1], rgb[2]) : Colours.landmark(rgb[0], rgb[1], rgb[2]);
    }

    @Override
    public void choose(Choices choices, ParticleWorld world) {
        goal = world.agents() + choices.index("goal_landmark");
    }

    @Override
    public void save(StateWriter out) {
        out.putLong("goal", goal);
    }

    @Override
    public void load(StateReader in) {
        goal = (int) in.getLong("goal");
    }
}
