package io.particlearena.scenario;

import io.particlearena.env.Scene;
import io.particlearena.math.RandomStream;
import io.particlearena.options.Option;
import io.particlearena.options.OptionGroup;
import io.particlearena.world.Body;
import io.particlearena.world.ParticleWorld;
import java.util.List;

/**
 * The scenario {@code simple_spread} (cooperative navigation): agents must cover all landmarks and not collide.
 *
 * <p>OpenAI's rules pay every agent the sum of all agents' rewards, each of which holds the whole distance, and count every
 * agent as colliding with itself. MPE2's rules pay collisions to those who collide and the distance to the team.
 */
final class SimpleSpread implements Scenario {

    private static final int DISTANCE = 0;
    private static final int COLLISION = 1;
    private static final int COLLISIONS = 0;
    private static final int COVERED = 1;
    private static final double COVERED_WITHIN = 0.1;
    private static final Scene.Colour AGENT = Colours.agent(0.35, 0.35, 0.85);
    private static final Scene.Colour LANDMARK = Colours.landmark(0.25, 0.25, 0.25);

    /** What can be set. */
    record Options(
            @Option(help = ParticleOptions.RULES, value = "openai")
            Rules rules,

            @Option(help = "Number of agents.", value = "3", min = 1, max = 100, formerName = "N")
            int numAgents,

            @Option(help = "Number of landmarks.", value = "3", min = 1, max = 100, formerName = "N")
            int numLandmarks,

            @Option(help = "Radius of agents.", value = "0.15", min = 0.001, max = 1)
            double agentSize,

            @Option(help = "Radius of landmarks.", value = "0.05", min = 0.001, max = 1)
            double landmarkSize,

            @Option(
                    help = "Length of the messages that agents observe; all zeros, since nobody speaks.",
                    value = "2",
                    min = 0,
                    max = 100)
            int messageSize,

            @Option(
                    help = "Whether agents do not collide with themselves, a correction of OpenAI's rules.",
                    value = "false")
            boolean ignoreSelfCollision,

            @OptionGroup("OpenAI rewards") TeamReward team,

            @OptionGroup("MPE2 rewards") LocalRatio shared,

            @Option(
                    help = "Stage of the curriculum: 0 without a penalty for collisions, 1 with it.",
                    value = "1",
                    min = 0,
                    max = 1,
                    live = true)
            int curriculumStage,

            @Option(help = "Whether the episode ends when every landmark is covered.", value = "false")
            boolean terminateOnSuccess,

            @OptionGroup("Sight") Sight sight,

            @OptionGroup("Particle world") ParticleOptions particles) {

        Options {
            shared.requireMpe2(rules);
            team.requireOpenAi(rules);
            rules.requireForCorrection("ignore_self_collision", ignoreSelfCollision, "nobody collides with itself");
        }
    }

    private final Cast cast;
    private final Sharing sharing;
    private final boolean openai;
    private final int selfCollisions;
    private final boolean penalty;
    private final boolean terminates;
    private final Sight.Field sight;

    SimpleSpread(Options options) {
        ParticleOptions particles = options.particles();
        cast = new Cast(
                Cast.good(
                        "agent",
                        options.numAgents(),
                        particles.agent(Body.agent(options.agentSize()).colliding())),
                Cast.props(
                        "landmark",
                        options.numLandmarks(),
                        Scene.Kind.LANDMARK,
                        particles.landmark(Body.landmark(options.landmarkSize()))),
                options.messageSize());
        openai = options.rules() == Rules.OPENAI;
        if (openai) {
            sharing = options.team().sharing(options.numAgents());
        } else {
            sharing = options.shared().sharing();
        }
        selfCollisions = openai && !options.ignoreSelfCollision() ? 1 : 0;
        penalty = options.curriculumStage() > 0;
        terminates = options.terminateOnSuccess();
        sight = options.sight().field(options.numAgents(), options.numLandmarks());
    }

    @Override
    public Cast cast() {
        return cast;
    }

    @Override
    public Sharing sharing() {
        return sharing;
    }

    @Override
    public List<String> rewardTerms() {
        return List.of("distance", "collision");
    }

    @Override
    public List<String> events() {
        return List.of("collision", "landmark_covered");
    }

    @Override
    public int observationSize(int agent) {
        int others = sight.agents().places(cast.agents().size() - 1);
        return 4 + 2 * sight.landmarks().places(cast.landmarks().size()) + (2 + cast.messageSize()) * others;
    }

    @Override
    public void reset(ParticleWorld world, RandomStream random) {
        world.scatterAll(random);
    }

    @Override
    public void score(ParticleWorld world, Score score) {
        double[][] events = score.events();
        countCollisions(world, events);
        double distance = -distances(world, events);
        score.team()[DISTANCE] = openai ? 0 : distance;
        for (int agent = 0; agent < world.agents(); agent++) {
            double[] own = score.own()[agent];
            own[DISTANCE] = openai ? distance : 0;
            if (penalty && world.body(agent).collides()) {
                own[COLLISION] = -(events[agent][COLLISIONS] + selfCollisions);
            }
        }
    }

    private static void countCollisions(ParticleWorld world, double[][] events) {
        int agents = world.agents();
        for (int agent = 0; agent < agents; agent++) {
            events[agent][COLLISIONS] = 0;
            events[agent][COVERED] = 0;
        }
        for (int a = 0; a < agents; a++) {
            for (int b = a + 1; b < agents; b++) {
                if (Space.touch(world, a, b)) {
                    events[a][COLLISIONS]++;
                    events[b][COLLISIONS]++;
                }
            }
        }
    }

    /** The sum over landmarks of the distance of the agent that is nearest. */
    private static double distances(ParticleWorld world, double[][] events) {
        double[] x = world.x();
        double[] y = world.y();
        int agents = world.agents();
        double sum = 0;
        for (int landmark = agents; landmark < x.length; landmark++) {
            double landmarkX = x[landmark];
            double landmarkY = y[landmark];
            double nearest = Double.POSITIVE_INFINITY;
            for (int agent = 0; agent < agents; agent++) {
                double apartX = x[agent] - landmarkX;
                double apartY = y[agent] - landmarkY;
                double squared = apartX * apartX + apartY * apartY;
                if (squared < nearest) {
                    nearest = squared;
                }
                if (Space.within(squared, COVERED_WITHIN)) {
                    events[agent][COVERED]++;
                }
            }
            sum += Math.sqrt(nearest);
        }
        return sum;
    }

    @Override
    public void observe(ParticleWorld world, double[][] observations) {
        if (sight.limited()) {
            observeNearest(world, observations);
            return;
        }
        for (int agent = 0; agent < world.agents(); agent++) {
            double[] out = observations[agent];
            int at = Vision.position(world, agent, out, Vision.velocity(world, agent, out, 0));
            at = Vision.others(world, agent, out, Vision.landmarks(world, agent, out, at));
            for (int silent = at; silent < out.length; silent++) {
                out[silent] = 0;
            }
        }
    }

    private void observeNearest(ParticleWorld world, double[][] observations) {
        Neighbours others = sight.agents();
        for (int agent = 0; agent < world.agents(); agent++) {
            double[] out = observations[agent];
            int at = Vision.position(world, agent, out, Vision.velocity(world, agent, out, 0));
            at = sight.lookAround(world, agent, out, at);
            for (int place = 0; place < others.size(); place++) {
                at = Vision.message(world, others.get(place), out, at);
            }
            Neighbours.zeros(out.length - at, out, at);
        }
    }

    @Override
    public boolean succeeded(ParticleWorld world) {
        return terminates && covered(world) == cast.landmarks().size();
    }

    private static int covered(ParticleWorld world) {
        int covered = 0;
        for (int landmark = world.agents(); landmark < world.bodies(); landmark++) {
            covered += Math.sqrt(nearest(world, landmark)) < COVERED_WITHIN ? 1 : 0;
        }
        return covered;
    }

    private static double nearest(ParticleWorld world, int landmark) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int agent = 0; agent < world.agents(); agent++) {
            nearest = Math.min(nearest, Space.squared(world, agent, landmark));
        }
        return nearest;
    }

    @Override
    public List<String> diagnostics(int agent) {
        return List.of("reward", "collisions", "distance", "landmarks_covered");
    }

    @Override
    public void readDiagnostics(ParticleWorld world, int agent, double[] out) {
        double distance = 0;
        for (int landmark = world.agents(); landmark < world.bodies(); landmark++) {
            distance += Math.sqrt(nearest(world, landmark));
        }
        int collisions = world.body(agent).collides() ? selfCollisions : 0;
        for (int other = 0; other < world.agents(); other++) {
            if (other != agent && world.body(agent).collides() && Space.touch(world, agent, other)) {
                collisions++;
            }
        }
        out[0] = -distance - collisions;
        out[1] = collisions;
        out[2] = distance;
        out[3] = covered(world);
    }

    @Override
    public Scene.Colour colour(int body) {
        return body < cast.agents().size() ? AGENT : LANDMARK;
    }
}
