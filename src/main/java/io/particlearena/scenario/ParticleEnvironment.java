package io.particlearena.scenario;

import io.particlearena.env.ActionHead;
import io.particlearena.env.AgentSpec;
import io.particlearena.env.Environment;
import io.particlearena.env.ObservationPart;
import io.particlearena.env.Scene;
import io.particlearena.env.StepBuffer;
import io.particlearena.math.RandomStream;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.store.StoreException;
import io.particlearena.world.ParticleWorld;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scenario in a particle world, as learners see it. Seats are the agents that no script moves, in the order of their
 * indices.
 *
 * <p>At the time limit an episode is cut off, even if the task is done in the same step, as in MPE2.
 */
final class ParticleEnvironment implements Environment {

    private final Scenario scenario;
    private final ParticleWorld world;
    private final ActionDecoder decoder;
    private final RandomStream random;
    private final int timeLimit;
    private final Sharing sharing;
    private final Score score;
    private final double[][] paid;
    private final double[][] observations;
    private final int[] agentOfSeat;
    private final List<AgentSpec> specs;
    private @Nullable StepBuffer bound;
    private int steps;
    private boolean running;

    ParticleEnvironment(Scenario scenario, Rules rules, ParticleOptions options, RandomStream random) {
        this(scenario, scenario.cast().world(rules), rules, options, random);
    }

    ParticleEnvironment(
            Scenario scenario, ParticleWorld world, Rules rules, ParticleOptions options, RandomStream random) {
        this.scenario = scenario;
        this.world = world;
        this.decoder = new ActionDecoder(rules, options.actionMode());
        this.random = random;
        this.timeLimit = options.maxEpisodeLen();
        this.sharing = scenario.sharing();
        options.scripted().addTo(world, scenario.cast(), random);
        int agents = world.agents();
        int terms = scenario.rewardTerms().size();
        score = new Score(agents, terms, scenario.events().size());
        paid = new double[agents][terms];
        observations = new double[agents][];
        List<AgentSpec> seats = new ArrayList<>();
        int[] seatAgents = new int[agents];
        for (int agent = 0; agent < agents; agent++) {
            world.setNoise(agent, options.actionNoise(), options.messageNoise());
            observations[agent] = new double[scenario.observationSize(agent)];
            if (!world.scripted(agent)) {
                seatAgents[seats.size()] = agent;
                seats.add(spec(agent));
            }
        }
        agentOfSeat = Arrays.copyOf(seatAgents, seats.size());
        specs = List.copyOf(seats);
    }

    private AgentSpec spec(int agent) {
        Figure figure = scenario.cast().agents().get(agent);
        int size = scenario.observationSize(agent);
        return new AgentSpec(
                figure.name(),
                figure.side(),
                size == 0 ? List.of() : List.of(ObservationPart.vector("vector", size)),
                decoder.heads(figure.body().movable(), figure.body().speaks(), world.messageSize()));
    }

    @Override
    public List<AgentSpec> agents() {
        return specs;
    }

    @Override
    public List<String> rewardTerms() {
        return scenario.rewardTerms();
    }

    @Override
    public List<String> events() {
        return scenario.events();
    }

    @Override
    public int timeLimit() {
        return timeLimit;
    }

    @Override
    public void reset(StepBuffer out) {
        world.silence();
        scenario.reset(world, random);
        begin(out);
    }

    @Override
    public boolean observeBeginning(StepBuffer out) {
        bind(out);
        scenario.observe(world, observations);
        return true;
    }

    /** Begins an episode in the world's present state. */
    void begin(StepBuffer out) {
        bind(out);
        steps = 0;
        running = true;
        score.clear();
        for (double[] terms : paid) {
            Arrays.fill(terms, 0);
        }
        Arrays.fill(out.rewards(), 0);
        scenario.observe(world, observations);
        out.setEnd(false, false);
    }

    /** Lets the scenario write straight into the caller's memory; agents without a seat keep memory of their own. */
    private void bind(StepBuffer out) {
        if (out != bound) {
            for (int seat = 0; seat < agentOfSeat.length; seat++) {
                int agent = agentOfSeat[seat];
                observations[agent] = out.observation(seat);
                paid[agent] = out.rewardTerms(seat);
                score.bindEvents(agent, out, seat);
                Arrays.fill(out.events(seat), 0);
            }
            bound = out;
        }
    }

    @Override
    public void step(double[][] actions, StepBuffer out) {
        if (!running) {
            throw new IllegalStateException("The episode is over or none was begun; reset the environment first.");
        }
        advance(actions, out);
        running = !out.episodeOver();
    }

    /** A step that may also follow the end of an episode, as recordings of other programs do. */
    void advance(double[][] actions, StepBuffer out) {
        bind(out);
        for (int seat = 0; seat < agentOfSeat.length; seat++) {
            decoder.decode(actions[seat], world, agentOfSeat[seat]);
        }
        world.step(random);
        steps++;
        scenario.afterStep(world, random);
        scenario.score(world, score);
        sharing.share(score, paid);
        double[] rewards = out.rewards();
        for (int seat = 0; seat < agentOfSeat.length; seat++) {
            double reward = 0;
            for (double term : paid[agentOfSeat[seat]]) {
                reward += term;
            }
            rewards[seat] = reward;
        }
        scenario.observe(world, observations);
        boolean truncated = steps >= timeLimit;
        out.setEnd(!truncated && scenario.succeeded(world), truncated);
    }

    @Override
    public Scene scene() {
        int[] seats = new int[world.agents()];
        Arrays.fill(seats, -1);
        for (int seat = 0; seat < agentOfSeat.length; seat++) {
            seats[agentOfSeat[seat]] = seat;
        }
        return SceneDrawing.draw(scenario, world, seats);
    }

    @Override
    public List<String> diagnostics(int seat) {
        return scenario.diagnostics(agentOfSeat[seat]);
    }

    @Override
    public void readDiagnostics(int seat, double[] out) {
        scenario.readDiagnostics(world, agentOfSeat[seat], out);
    }

    @Override
    public void save(StateWriter out) {
        out.putDoubles("x", world.x());
        out.putDoubles("y", world.y());
        out.putDoubles("velocity_x", world.velocityX());
        out.putDoubles("velocity_y", world.velocityY());
        for (int agent = 0; agent < world.agents(); agent++) {
            out.putDoubles("message_" + agent, world.messages()[agent]);
        }
        saveRandom(out, random);
        out.putLong("steps", steps);
        out.putLong("running", running ? 1 : 0);
        scenario.save(out.child("scenario"));
    }

    @Override
    public void load(StateReader in) {
        restore(in, "x", world.x());
        restore(in, "y", world.y());
        restore(in, "velocity_x", world.velocityX());
        restore(in, "velocity_y", world.velocityY());
        for (int agent = 0; agent < world.agents(); agent++) {
            restore(in, "message_" + agent, world.messages()[agent]);
        }
        loadRandom(in, random);
        steps = Math.toIntExact(in.getLong("steps"));
        running = in.getLong("running") != 0;
        scenario.load(in.child("scenario"));
    }

    static void saveRandom(StateWriter out, RandomStream random) {
        RandomStream.State state = random.state();
        out.putLongs("random", new long[] {state.s0(), state.s1(), state.s2(), state.s3()});
    }

    static void loadRandom(StateReader in, RandomStream random) {
        long[] state = in.getLongs("random");
        if (state.length != 4) {
            throw new StoreException("The saved environment's random stream has " + state.length + " words, not 4.");
        }
        random.restore(new RandomStream.State(state[0], state[1], state[2], state[3]));
    }

    static void restore(StateReader in, String name, double[] target) {
        double[] saved = in.getDoubles(name);
        if (saved.length != target.length) {
            throw new StoreException("The saved environment has " + saved.length + " values of " + name
                    + ", but this one " + target.length + "; its scenario or options differ.");
        }
        System.arraycopy(saved, 0, target, 0, saved.length);
    }

    /** The number of numbers in an agent's action with its body's present properties. */
    int actionSize(int agent) {
        return decoder.heads(world.body(agent).movable(), world.body(agent).speaks(), world.messageSize()).stream()
                .mapToInt(ActionHead::size)
                .sum();
    }

    /** The world, for replaying recordings of other programs. */
    ParticleWorld world() {
        return world;
    }

    /** The scenario, for replaying recordings of other programs. */
    Scenario scenario() {
        return scenario;
    }

    /** What the last step earned before it was shared. */
    Score score() {
        return score;
    }
}
