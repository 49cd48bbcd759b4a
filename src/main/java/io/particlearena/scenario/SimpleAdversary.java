package io.particlearena.scenario;

import io.particlearena.env.Scene;
import io.particlearena.math.RandomStream;
import io.particlearena.options.Option;
import io.particlearena.options.OptionGroup;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.world.Body;
import io.particlearena.world.ParticleWorld;
import java.util.ArrayList;
import java.util.List;

/**
 * The scenario {@code simple_adversary} (physical deception): good agents know the goal landmark and must reach it without
 * telling the adversary, which does not know it, by where they go.
 *
 * <p>The adversary's own reward is minus the squared distance under OpenAI's rules and minus the distance under MPE2's. An
 * agent sees neither its own velocity nor its own position.
 */
final class SimpleAdversary implements Scenario {

    private static final Scene.Colour ADVERSARY = Colours.agent(0.85, 0.35, 0.35);
    private static final Scene.Colour GOOD = Colours.agent(0.35, 0.35, 0.85);
    private static final Scene.Colour LANDMARK = Colours.landmark(0.15, 0.15, 0.15);
    private static final Scene.Colour GOAL = Colours.landmark(0.15, 0.65, 0.15);

    /** What can be set. */
    record Options(
            @Option(help = ParticleOptions.RULES, value = "openai")
            Rules rules,

            @Option(help = "Number of adversaries.", value = "1", min = 1, max = 100)
            int numAdversaries,

            @Option(help = "Number of good agents.", value = "2", min = 1, max = 100, formerName = "N")
            int numGoodAgents,

            @Option(
                    help = "Number of landmarks, one of them the goal.",
                    value = "2",
                    min = 1,
                    max = 100,
                    formerName = "N")
            int numLandmarks,

            @Option(help = "Radius of agents.", value = "0.15", min = 0.001, max = 1)
            double agentSize,

            @Option(help = "Radius of landmarks.", value = "0.08", min = 0.001, max = 1)
            double landmarkSize,

            @Option(
                    help = "Whether adversaries are paid minus the distance under OpenAI's rules too, not its square,"
                            + " a correction.",
                    value = "false")
            boolean unsquaredDistance,

            @OptionGroup("Sight") Sight sight,

            @OptionGroup("Particle world") ParticleOptions particles) {

        Options {
            rules.requireForCorrection("unsquared_distance", unsquaredDistance, "the distance is not squared");
        }
    }

    private final Cast cast;
    private final int adversaries;
    private final boolean squared;
    private final Sight.Field sight;
    private int goal;

    SimpleAdversary(Options options) {
        ParticleOptions particles = options.particles();
        Body agent = particles.agent(Body.agent(options.agentSize()));
        Body landmark = particles.landmark(Body.landmark(options.landmarkSize()));
        cast = Cast.ofTwoSides(
                Cast.bad("adversary", options.numAdversaries(), agent),
                Cast.good("agent", options.numGoodAgents(), agent),
                Cast.props("landmark", options.numLandmarks(), Scene.Kind.LANDMARK, landmark));
        adversaries = options.numAdversaries();
        squared = options.rules() == Rules.OPENAI && !options.unsquaredDistance();
        sight = options.sight().field(cast.agents().size(), options.numLandmarks());
        goal = cast.agents().size();
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
        return List.of("goal_reached");
    }

    @Override
    public int observationSize(int agent) {
        int seen = sight.landmarks().places(cast.landmarks().size())
                + sight.agents().places(cast.agents().size() - 1);
        return 2 * seen + (agent < adversaries ? 0 : 2);
    }

    @Override
    public void reset(ParticleWorld world, RandomStream random) {
        goal = world.agents() + random.nextInt(cast.landmarks().size());
        world.scatterAll(random);
    }

    @Override
    public void score(ParticleWorld world, Score score) {
        double far = 0;
        for (int adversary = 0; adversary < adversaries; adversary++) {
            double away = Space.squared(world, adversary, goal);
            score.own()[adversary][0] = squared ? -away : -Math.sqrt(away);
            far += Math.sqrt(away);
        }
        double nearest = Double.POSITIVE_INFINITY;
        for (int agent = adversaries; agent < world.agents(); agent++) {
            nearest = Math.min(nearest, Space.squared(world, agent, goal));
        }
        for (int agent = adversaries; agent < world.agents(); agent++) {
            score.own()[agent][0] = -Math.sqrt(nearest);
            score.own()[agent][1] = far;
        }
        for (int agent = 0; agent < world.agents(); agent++) {
            score.events()[agent][0] = Space.touch(world, agent, goal) ? 1 : 0;
        }
    }

    @Override
    public void observe(ParticleWorld world, double[][] observations) {
        for (int agent = 0; agent < world.agents(); agent++) {
            double[] out = observations[agent];
            int at = agent < adversaries ? 0 : Vision.relative(world, agent, goal, out, 0);
            if (sight.limited()) {
                sight.lookAround(world, agent, out, at);
            } else {
                Vision.others(world, agent, out, Vision.landmarks(world, agent, out, at));
            }
        }
    }

    @Override
    public List<String> diagnostics(int agent) {
        if (agent < adversaries) {
            return List.of("squared_goal_distance");
        }
        List<String> names = new ArrayList<>();
        for (Figure landmark : cast.landmarks()) {
            names.add("squared_distance_of_" + landmark.name().replace(' ', '_'));
        }
        names.add("squared_goal_distance");
        return names;
    }

    @Override
    public void readDiagnostics(ParticleWorld world, int agent, double[] out) {
        int next = 0;
        if (agent >= adversaries) {
            for (int landmark = world.agents(); landmark < world.bodies(); landmark++) {
                out[next++] = Space.squared(world, agent, landmark);
            }
        }
        out[next] = Space.squared(world, agent, goal);
    }

    @Override
    public Scene.Colour colour(int body) {
        if (body < cast.agents().size()) {
            return body < adversaries ? ADVERSARY : GOOD;
        }
        return body == goal ? GOAL : LANDMARK;
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
