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
 * The scenario {@code collect_treasure} of MPE2, after Iqbal and Sha 2019 (arXiv:1810.02912): collectors pick up treasures and
 * bring them to the deposit of their type, which moves as well.
 *
 * <p>Deviation, by default: everyone is paid for each treasure that is taken or delivered in a step. MPE2 looks for who could
 * take or deliver after everything was taken and delivered already, and so almost never pays; {@code treasure_pay =
 * reference} does the same.
 */
final class CollectTreasure implements Scenario {

    private static final int COLLISION = 0;
    private static final int DISTANCE = 1;
    private static final int TREASURE = 2;
    private static final double COLLISION_PAY = -5;
    private static final double DISTANCE_WEIGHT = -0.1;
    private static final double TREASURE_PAY = 5;
    private static final double HELD_SHADE = 0.85;
    private static final double DEPOSIT_SHADE = 0.35;
    private static final double[][] TYPE_COLOURS = {
        {0.212, 0.408, 0.776},
        {0.945, 0.553, 0},
        {0.169, 0.627, 0.173},
        {0.839, 0.149, 0.157},
        {0.58, 0.404, 0.741},
        {0.549, 0.337, 0.294}
    };

    /** When treasures are paid for. */
    enum TreasurePay {
        /** Whenever one is taken or delivered. */
        EVENTS,
        /** Where one could be taken or delivered after everything was, as MPE2 does. */
        REFERENCE
    }

    /** What can be set. */
    record Options(
            @Option(help = ParticleOptions.RULES + " Only mpe2 has this scenario.", value = "mpe2")
            Rules rules,

            @Option(help = "Number of collectors.", value = "6", min = 1, max = 100)
            int numCollectors,

            @Option(
                    help = "Number of deposits; each takes a type of treasure of its own.",
                    value = "2",
                    min = 1,
                    max = 6)
            int numDeposits,

            @Option(help = "Number of treasures.", value = "6", min = 1, max = 100)
            int numTreasures,

            @Option(
                    help = "When everyone is paid 5: events at every pick-up and delivery, reference almost never,"
                            + " as MPE2 does by mistake.",
                    value = "events")
            TreasurePay treasurePay,

            @Option(
                    help = "Probability per step that a treasure that was taken comes back.",
                    value = "1",
                    min = 0,
                    max = 1,
                    live = true)
            double respawnProbability,

            @Option(help = "Radius of collectors.", value = "0.05", min = 0.001, max = 1)
            double collectorSize,

            @Option(help = "Radius of deposits.", value = "0.075", min = 0.001, max = 1)
            double depositSize,

            @Option(help = "Radius of treasures.", value = "0.025", min = 0.001, max = 1)
            double treasureSize,

            @Option(
                    help = "Mass of a deposit; a collector's is 1.",
                    value = "2.25",
                    min = 0.001,
                    max = 1000,
                    live = true)
            double depositMass,

            @Option(help = "Force of an agent's full action.", value = "1.5", min = 0, max = 100, live = true)
            double accel,

            @Option(help = "Largest speed of agents.", value = "1", min = 0, max = 100, unit = "units/s", live = true)
            double maxSpeed,

            @OptionGroup("Particle world") ParticleOptions particles) {

        Options {
            ParticleOptions.requireMpe2(rules, "collect_treasure");
        }
    }

    private final Cast cast;
    private final int collectors;
    private final int types;
    private final boolean payEvents;
    private final Treasury treasury;
    private final Neighbours others;
    private final Neighbours treasures;

    CollectTreasure(Options options) {
        ParticleOptions particles = options.particles();
        Body collector = Body.agent(options.collectorSize()).withDrive(options.accel(), options.maxSpeed());
        Body deposit = Body.agent(options.depositSize())
                .withDrive(options.accel(), options.maxSpeed())
                .withMass(options.depositMass());
        List<Figure> agents =
                new ArrayList<>(Cast.good("collector", options.numCollectors(), particles.agent(collector)));
        agents.addAll(Cast.good("deposit", options.numDeposits(), particles.agent(deposit)));
        Body treasure = particles.landmark(Body.landmark(options.treasureSize()));
        cast = new Cast(agents, Cast.props("treasure", options.numTreasures(), Scene.Kind.FOOD, treasure), 0);
        collectors = options.numCollectors();
        types = options.numDeposits();
        payEvents = options.treasurePay() == TreasurePay.EVENTS;
        treasury = new Treasury(collectors, types, options.numTreasures(), options.respawnProbability());
        others = new Neighbours(agents.size(), agents.size());
        treasures = new Neighbours(options.numTreasures(), options.numTreasures());
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
        return List.of("collision", "distance", "treasure");
    }

    @Override
    public List<String> events() {
        return List.of("collision", "pick_up", "delivery");
    }

    @Override
    public int observationSize(int agent) {
        int perAgent = 4 + 2 * types;
        int perTreasure = 2 + types;
        return 4
                + (agent < collectors ? types : 0)
                + perAgent * (cast.agents().size() - 1)
                + perTreasure * cast.landmarks().size();
    }

    @Override
    public void reset(ParticleWorld world, RandomStream random) {
        for (int agent = 0; agent < world.agents(); agent++) {
            world.scatter(agent, 1, random);
        }
        treasury.reset(world, random);
    }

    @Override
    public void afterStep(ParticleWorld world, RandomStream random) {
        treasury.trade(world, random);
    }

    @Override
    public void score(ParticleWorld world, Score score) {
        double team = TREASURE_PAY * (payEvents ? treasury.trades() : treasury.opportunities(world));
        for (int agent = 0; agent < world.agents(); agent++) {
            double[] own = score.own()[agent];
            double[] events = score.events()[agent];
            own[TREASURE] = team;
            events[2] = treasury.delivered(agent);
            if (agent < collectors) {
                events[0] = overlaps(world, agent);
                events[1] = treasury.pickedUp(agent);
                own[COLLISION] = COLLISION_PAY * events[0];
                own[DISTANCE] = DISTANCE_WEIGHT * collectorDistance(world, agent);
            } else {
                own[DISTANCE] = DISTANCE_WEIGHT * depositDistance(world, agent);
            }
        }
    }

    private int overlaps(ParticleWorld world, int collector) {
        int overlaps = 0;
        for (int other = 0; other < collectors; other++) {
            overlaps += other != collector && Space.touch(world, collector, other) ? 1 : 0;
        }
        return overlaps;
    }

    private double collectorDistance(ParticleWorld world, int collector) {
        int held = treasury.holding(collector);
        return held == Treasury.NOTHING
                ? treasury.nearestTreasure(world, collector)
                : Space.distance(world, collector, collectors + held);
    }

    /** To the nearest collector that holds the deposit's type, or to the middle of all collectors if none does. */
    private double depositDistance(ParticleWorld world, int deposit) {
        double nearest = Double.POSITIVE_INFINITY;
        double middleX = 0;
        double middleY = 0;
        for (int collector = 0; collector < collectors; collector++) {
            if (treasury.holding(collector) == deposit - collectors) {
                nearest = Math.min(nearest, Space.squared(world, deposit, collector));
            }
            middleX += world.x()[collector];
            middleY += world.y()[collector];
        }
        if (nearest != Double.POSITIVE_INFINITY) {
            return Math.sqrt(nearest);
        }
        double apartX = middleX / collectors - world.x()[deposit];
        double apartY = middleY / collectors - world.y()[deposit];
        return Math.sqrt(apartX * apartX + apartY * apartY);
    }

    @Override
    public void observe(ParticleWorld world, double[][] observations) {
        for (int agent = 0; agent < world.agents(); agent++) {
            double[] out = observations[agent];
            int at = Vision.velocity(world, agent, out, Vision.position(world, agent, out, 0));
            if (agent < collectors) {
                at = oneHot(treasury.holding(agent), out, at);
            }
            at = observeAgents(world, agent, out, at);
            observeTreasures(world, agent, out, at);
        }
    }

    private int observeAgents(ParticleWorld world, int agent, double[] out, int from) {
        int at = from;
        others.choose(world, agent, 0, world.agents());
        for (int place = 0; place < others.size(); place++) {
            int other = others.get(place);
            at = Vision.relative(world, agent, other, out, at);
            at = Vision.velocity(world, other, out, at);
            at = oneHot(other < collectors ? Treasury.NOTHING : other - collectors, out, at);
            at = oneHot(other < collectors ? treasury.holding(other) : Treasury.NOTHING, out, at);
        }
        return at;
    }

    private void observeTreasures(ParticleWorld world, int agent, double[] out, int from) {
        int at = from;
        treasures.choose(world, agent, world.agents(), world.bodies());
        for (int place = 0; place < treasures.size(); place++) {
            int treasure = treasures.get(place) - world.agents();
            if (treasury.alive(treasure)) {
                at = Vision.relative(world, agent, treasures.get(place), out, at);
                at = oneHot(treasury.type(treasure), out, at);
            } else {
                at = Neighbours.zeros(2 + types, out, at);
            }
        }
    }

    private int oneHot(int index, double[] out, int at) {
        for (int i = 0; i < types; i++) {
            out[at + i] = i == index ? 1 : 0;
        }
        return at + types;
    }

    @Override
    public List<String> diagnostics(int agent) {
        return List.of(agent < collectors ? "held_type" : "collectors_with_type", "living_treasures");
    }

    /** A collector that holds nothing reports type -1. */
    @Override
    public void readDiagnostics(ParticleWorld world, int agent, double[] out) {
        out[0] = agent < collectors ? treasury.holding(agent) : treasury.holders(agent - collectors);
        out[1] = treasury.living();
    }

    @Override
    public boolean visible(int body) {
        return body < cast.agents().size()
                || treasury.alive(body - cast.agents().size());
    }

    @Override
    public Scene.Colour colour(int body) {
        int agents = cast.agents().size();
        if (body >= agents) {
            double[] rgb = TYPE_COLOURS[treasury.type(body - agents)];
            return Colours.landmark(rgb[0], rgb[1], rgb[2]);
        }
        if (body >= collectors) {
            return shaded(body - collectors, DEPOSIT_SHADE);
        }
        int held = treasury.holding(body);
        return held == Treasury.NOTHING ? Colours.agent(0.85, 0.85, 0.85) : shaded(held, HELD_SHADE);
    }

    private static Scene.Colour shaded(int type, double shade) {
        double[] rgb = TYPE_COLOURS[type];
        return Colours.agent(shade * rgb[0], shade * rgb[1], shade * rgb[2]);
    }

    /** The treasures, for tests. */
    Treasury treasury() {
        return treasury;
    }

    @Override
    public void save(StateWriter out) {
        treasury.save(out);
    }

    @Override
    public void load(StateReader in) {
        treasury.load(in);
    }
}
