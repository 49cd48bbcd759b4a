package io.particlearena.scenario;

import io.particlearena.env.Scene;
import io.particlearena.math.RandomStream;
import io.particlearena.options.Option;
import io.particlearena.options.OptionGroup;
import io.particlearena.world.Body;
import io.particlearena.world.ParticleWorld;
import java.util.List;

/**
 * The scenario {@code simple_tag} (predator and prey): slower adversaries chase faster prey around obstacles.
 *
 * <p>Every adversary is paid for every pair of adversary and prey that touch, whoever they are.
 */
final class SimpleTag implements Scenario {

    private static final int TAG = 0;
    private static final int OUTSIDE = 1;
    private static final int SHAPING = 2;
    private static final int TAGS = 0;
    private static final int LEFT = 1;
    private static final double PAY = 10;
    private static final double SHAPING_WEIGHT = 0.1;
    private static final double[] PREY_SPEED = {0.5, 0.75, 1};
    private static final Scene.Colour ADVERSARY = Colours.agent(0.85, 0.35, 0.35);
    private static final Scene.Colour PREY = Colours.agent(0.35, 0.85, 0.35);
    private static final Scene.Colour OBSTACLE = Colours.landmark(0.25, 0.25, 0.25);

    /** What can be set. */
    record Options(
            @Option(help = ParticleOptions.RULES, value = "openai")
            Rules rules,

            @Option(help = "Number of adversaries.", value = "3", min = 1, max = 100)
            int numAdversaries,

            @Option(help = "Number of prey.", value = "1", min = 1, max = 100, formerName = "num-good")
            int numGoodAgents,

            @Option(help = "Number of obstacles.", value = "2", min = 0, max = 100)
            int numObstacles,

            @Option(help = "Radius of adversaries.", value = "0.075", min = 0.001, max = 1)
            double adversarySize,

            @Option(help = "Radius of prey.", value = "0.05", min = 0.001, max = 1)
            double preySize,

            @Option(help = "Radius of obstacles.", value = "0.2", min = 0.001, max = 1)
            double obstacleSize,

            @Option(help = "Force of an adversary's full action.", value = "3", min = 0, max = 100, live = true)
            double adversaryAccel,

            @Option(help = "Force of a prey's full action.", value = "4", min = 0, max = 100, live = true)
            double preyAccel,

            @Option(
                    help = "Largest speed of adversaries.",
                    value = "1",
                    min = 0,
                    max = 100,
                    unit = "units/s",
                    live = true)
            double adversaryMaxSpeed,

            @Option(help = "Largest speed of prey.", value = "1.3", min = 0, max = 100, unit = "units/s", live = true)
            double preyMaxSpeed,

            @Option(
                    help =
                            "Whether rewards also hold 0.1 times distances: prey are paid for being far from adversaries,"
                                    + " adversaries for the team being near to prey.",
                    value = "false")
            boolean shapedRewards,

            @Option(
                    help = "Stage of the curriculum: prey at 0.5, 0.75 or 1 times their force and largest speed.",
                    value = "2",
                    min = 0,
                    max = 2,
                    live = true)
            int curriculumStage,

            @Option(help = "Whether the episode ends when every prey is touched at once.", value = "false")
            boolean terminateOnSuccess,

            @OptionGroup("Sight") Sight sight,

            @OptionGroup("Particle world") ParticleOptions particles) {}

    private final Cast cast;
    private final int adversaries;
    private final boolean shaped;
    private final boolean terminates;
    private final Sight.Field sight;

    SimpleTag(Options options) {
        ParticleOptions particles = options.particles();
        double scale = PREY_SPEED[options.curriculumStage()];
        Body adversary = Body.agent(options.adversarySize())
                .colliding()
                .withDrive(options.adversaryAccel(), options.adversaryMaxSpeed());
        Body prey = Body.agent(options.preySize())
                .colliding()
                .withDrive(options.preyAccel() * scale, options.preyMaxSpeed() * scale);
        Body obstacle = Body.landmark(options.obstacleSize()).colliding();
        cast = Cast.ofTwoSides(
                Cast.bad("adversary", options.numAdversaries(), particles.agent(adversary)),
                Cast.good("agent", options.numGoodAgents(), particles.agent(prey)),
                Cast.props("obstacle", options.numObstacles(), Scene.Kind.OBSTACLE, particles.landmark(obstacle)));
        adversaries = options.numAdversaries();
        shaped = options.shapedRewards();
        terminates = options.terminateOnSuccess();
        sight = options.sight().field(cast.agents().size(), options.numObstacles());
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
        return shaped ? List.of("tag", "outside", "shaping") : List.of("tag", "outside");
    }

    @Override
    public List<String> events() {
        return List.of("tag", "left_arena");
    }

    @Override
    public int observationSize(int agent) {
        int agents = cast.agents().size();
        int others = sight.agents().places(agents - 1);
        int velocities = sight.agents().limited() ? others : agents - adversaries - (agent < adversaries ? 0 : 1);
        return 4 + 2 * sight.landmarks().places(cast.landmarks().size()) + 2 * others + 2 * velocities;
    }

    @Override
    public void reset(ParticleWorld world, RandomStream random) {
        for (int body = 0; body < world.bodies(); body++) {
            world.scatter(body, body < world.agents() ? 1 : 0.9, random);
        }
    }

    @Override
    public void score(ParticleWorld world, Score score) {
        int tags = countTags(world, score.events());
        for (int adversary = 0; adversary < adversaries; adversary++) {
            score.own()[adversary][TAG] = world.body(adversary).collides() ? PAY * tags : 0;
        }
        for (int prey = adversaries; prey < world.agents(); prey++) {
            double[] own = score.own()[prey];
            own[TAG] = world.body(prey).collides() ? -PAY * score.events()[prey][TAGS] : 0;
            own[OUTSIDE] = -Space.outside(world, prey);
        }
        for (int agent = 0; agent < world.agents(); agent++) {
            score.events()[agent][LEFT] = Space.left(world, agent) ? 1 : 0;
        }
        if (shaped) {
            shape(world, score);
        }
    }

    private int countTags(ParticleWorld world, double[][] events) {
        int tags = 0;
        for (int agent = 0; agent < world.agents(); agent++) {
            events[agent][TAGS] = 0;
        }
        for (int adversary = 0; adversary < adversaries; adversary++) {
            for (int prey = adversaries; prey < world.agents(); prey++) {
                if (Space.touch(world, adversary, prey)) {
                    events[adversary][TAGS]++;
                    events[prey][TAGS]++;
                    tags++;
                }
            }
        }
        return tags;
    }

    private void shape(ParticleWorld world, Score score) {
        double team = 0;
        for (int prey = adversaries; prey < world.agents(); prey++) {
            score.own()[prey][SHAPING] = 0;
        }
        for (int adversary = 0; adversary < adversaries; adversary++) {
            double nearest = Double.POSITIVE_INFINITY;
            for (int prey = adversaries; prey < world.agents(); prey++) {
                double distance = Space.distance(world, adversary, prey);
                score.own()[prey][SHAPING] += SHAPING_WEIGHT * distance;
                nearest = Math.min(nearest, distance);
            }
            team -= SHAPING_WEIGHT * nearest;
        }
        for (int adversary = 0; adversary < adversaries; adversary++) {
            score.own()[adversary][SHAPING] = team;
        }
    }

    @Override
    public void observe(ParticleWorld world, double[][] observations) {
        for (int agent = 0; agent < world.agents(); agent++) {
            double[] out = observations[agent];
            int at = Vision.position(world, agent, out, Vision.velocity(world, agent, out, 0));
            if (sight.limited()) {
                observeNearest(world, agent, out, at);
            } else {
                at = Vision.others(world, agent, out, Vision.landmarks(world, agent, out, at));
                preyVelocities(world, agent, out, at);
            }
        }
    }

    private void preyVelocities(ParticleWorld world, int agent, double[] out, int at) {
        int next = at;
        for (int prey = adversaries; prey < world.agents(); prey++) {
            if (prey != agent) {
                next = Vision.velocity(world, prey, out, next);
            }
        }
    }

    private void observeNearest(ParticleWorld world, int agent, double[] out, int from) {
        int at = sight.lookAround(world, agent, out, from);
        Neighbours others = sight.agents();
        if (!others.limited()) {
            preyVelocities(world, agent, out, at);
            return;
        }
        for (int place = 0; place < others.size(); place++) {
            int other = others.get(place);
            at = other < adversaries ? Neighbours.zeros(2, out, at) : Vision.velocity(world, other, out, at);
        }
        Neighbours.zeros(out.length - at, out, at);
    }

    @Override
    public boolean succeeded(ParticleWorld world) {
        if (!terminates) {
            return false;
        }
        for (int prey = adversaries; prey < world.agents(); prey++) {
            if (!tagged(world, prey)) {
                return false;
            }
        }
        return true;
    }

    private boolean tagged(ParticleWorld world, int prey) {
        for (int adversary = 0; adversary < adversaries; adversary++) {
            if (Space.touch(world, adversary, prey)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<String> diagnostics(int agent) {
        return List.of("collisions");
    }

    @Override
    public void readDiagnostics(ParticleWorld world, int agent, double[] out) {
        out[0] = 0;
        if (agent < adversaries) {
            for (int prey = adversaries; prey < world.agents(); prey++) {
                out[0] += Space.touch(world, agent, prey) ? 1 : 0;
            }
        }
    }

    @Override
    public Scene.Colour colour(int body) {
        if (body < adversaries) {
            return ADVERSARY;
        }
        return body < cast.agents().size() ? PREY : OBSTACLE;
    }
}
