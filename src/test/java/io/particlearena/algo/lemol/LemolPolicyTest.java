package io.particlearena.algo.lemol;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.algo.maddpg.Maddpg;
import io.particlearena.algo.parts.Actor;
import io.particlearena.algo.parts.ActorMemory;
import io.particlearena.algo.parts.AlgorithmEntry;
import io.particlearena.algo.parts.JointReplay;
import io.particlearena.algo.parts.Policy;
import io.particlearena.algo.parts.PolicyContext;
import io.particlearena.env.ActionHead;
import io.particlearena.env.AgentSpec;
import io.particlearena.env.ObservationPart;
import io.particlearena.env.Side;
import io.particlearena.env.StepBuffer;
import io.particlearena.math.RandomStream;
import io.particlearena.math.RandomStreams;
import io.particlearena.store.MemoryState;
import io.particlearena.store.StateReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** LeMOL's policy in several environments at once, stepped in turn as a run does. */
final class LemolPolicyTest {

    private static final int ENVIRONMENTS = 3;
    private static final int PERIOD = 5;

    /** Not the end of an episode in any environment. */
    private static final int WARM_UP = 17;

    private static final List<AgentSpec> AGENTS = List.of(
            new AgentSpec(
                    "adversary 0",
                    Side.BAD,
                    List.of(ObservationPart.vector("place", 3)),
                    List.of(ActionHead.categorical("move", 5))),
            new AgentSpec(
                    "agent 0",
                    Side.GOOD,
                    List.of(ObservationPart.vector("place", 2)),
                    List.of(ActionHead.categorical("move", 5), ActionHead.categorical("message", 2))));

    private static final Map<String, Object> LEARNING =
            Map.of("warm_up_steps", WARM_UP, "batch_size", 8, "num_units", 4);

    private final JointReplay replay =
            new JointReplay(AGENTS, 1000, Lemol.LEMOL.columns(options(), List.of(0), AGENTS));
    private final RandomStream acting = RandomStream.ofSeed(2);
    private final List<World> worlds = new ArrayList<>();

    @TempDir
    private Path experience;

    private List<Policy> policies;

    /** A step that was made. */
    private record Step(StepBuffer before, List<double[]> actions, StepBuffer after) {}

    /** An environment in which nothing depends on anything. */
    private static final class World {
        private final int episodeLength;
        private final RandomStream random;
        private final List<ActorMemory> memories = new ArrayList<>();
        private final List<Step> steps = new ArrayList<>();
        private StepBuffer now = new StepBuffer(AGENTS, 0, 0);

        World(int episodeLength, int seed) {
            this.episodeLength = episodeLength;
            this.random = RandomStream.ofSeed(seed);
        }

        StepBuffer next() {
            StepBuffer next = new StepBuffer(AGENTS, 0, 0);
            for (int seat = 0; seat < AGENTS.size(); seat++) {
                double[] observation = next.observation(seat);
                for (int i = 0; i < observation.length; i++) {
                    observation[i] = random.nextDouble();
                }
                next.rewards()[seat] = random.nextGaussian();
            }
            next.setEnd(false, (steps.size() + 1) % episodeLength == 0);
            return next;
        }
    }

    @BeforeEach
    void makePolicies() {
        policies = List.of(policy(Lemol.LEMOL, 0, options(), true), policy(Maddpg.MADDPG, 1, LEARNING, true));
        policies.forEach(policy -> policy.connect(policies));
    }

    private static Map<String, Object> options() {
        return Map.of(
                "warm_up_steps", WARM_UP,
                "batch_size", 8,
                "num_units", 4,
                "agent_update_freq", PERIOD,
                "block_processing", true,
                "recurrent_om_prediction", true,
                "lstm_hidden_dim", 4,
                "episode_embedding_dim", 4,
                "in_ep_lstm_dim", 4);
    }

    private Policy policy(AlgorithmEntry<?> algorithm, int seat, Map<String, Object> options, boolean learns) {
        return policy(algorithm, seat, options, learns, 5);
    }

    private Policy policy(
            AlgorithmEntry<?> algorithm, int seat, Map<String, Object> options, boolean learns, long seed) {
        return algorithm.create(
                options,
                new PolicyContext(
                        "p" + seat,
                        List.of(seat),
                        AGENTS,
                        new RandomStreams(seed),
                        replay,
                        PERIOD,
                        experience.resolve("p" + seat),
                        learns));
    }

    private void play(int rounds, int... episodeLengths) {
        for (int environment = 0; environment < ENVIRONMENTS; environment++) {
            World world = new World(episodeLengths[environment], environment);
            policies.forEach(policy ->
                    world.memories.add(policy.actor(policy.seats().get(0)).newMemory()));
            worlds.add(world);
        }
        for (int step = 0; step < rounds * ENVIRONMENTS; step++) {
            step(step % ENVIRONMENTS);
        }
    }

    private void step(int environment) {
        World world = worlds.get(environment);
        double[][] actions =
                AGENTS.stream().map(agent -> new double[agent.actionSize()]).toArray(double[][]::new);
        for (int seat = 0; seat < actions.length; seat++) {
            policies.get(seat).actor(seat).act(world.now, world.memories.get(seat), false, acting, actions[seat]);
        }
        StepBuffer next = world.next();
        for (int seat = 0; seat < actions.length; seat++) {
            policies.get(seat).actor(seat).remember(world.now, actions, next, world.memories.get(seat));
        }
        replay.add(world.now, actions, next);
        policies.forEach(policy -> policy.observe(environment, world.now, actions, next, world.memories));
        world.steps.add(new Step(world.now, List.of(actions), next));
        if (next.episodeOver()) {
            world.memories.forEach(ActorMemory::beginEpisode);
        }
        world.now = next;
    }

    /** The first step of an environment's first episode that begins when all agents learn. */
    private int followedFrom(int environment) {
        World world = worlds.get(environment);
        return IntStream.range(0, world.steps.size())
                .filter(step -> step % world.episodeLength == 0)
                .filter(step -> step * ENVIRONMENTS + environment >= WARM_UP)
                .findFirst()
                .orElseThrow();
    }

    /** What the memory of the same LeMOL would hold if these steps were all that was ever played. */
    private StateReader alone(List<Step> steps) {
        Actor actor = policy(Lemol.LEMOL, 0, options(), false).actor(0);
        ActorMemory memory = actor.newMemory();
        for (Step step : steps) {
            actor.act(step.before(), memory, true, acting, new double[5]);
            actor.remember(step.before(), step.actions().toArray(new double[0][]), step.after(), memory);
            if (step.after().episodeOver()) {
                memory.beginEpisode();
            }
        }
        return known(memory);
    }

    private static StateReader known(ActorMemory memory) {
        return MemoryState.of(memory).reader().child("model_0");
    }

    private void assertEachIsFollowedAsIfAlone() {
        for (int environment = 0; environment < ENVIRONMENTS; environment++) {
            List<Step> steps = worlds.get(environment).steps;
            StateReader alone = alone(steps.subList(followedFrom(environment), steps.size()));
            for (String array : List.of("events", "hidden", "cell")) {
                assertThat(known(worlds.get(environment).memories.get(0)).getFloats(array))
                        .as("%s of environment %d", array, environment)
                        .isEqualTo(alone.getFloats(array));
            }
        }
    }

    @Test
    void everyEnvironmentIsFollowedFromAnEpisodeOfItsOwn() {
        play(6 * PERIOD + 2, PERIOD, PERIOD, PERIOD);
        assertEachIsFollowedAsIfAlone();
        for (World world : worlds) {
            assertThat(known(world.memories.get(0)).getFloats("events"))
                    .as("two events since the period that ended with an episode")
                    .hasSize(2 * 17);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsTakenOverMayBeTheOpponentModelAlone(boolean modelOnly) {
        Map<String, Object> options = new HashMap<>(options());
        options.put("load_opponent_model_only", modelOnly);
        StateReader earlier =
                MemoryState.of(policy(Lemol.LEMOL, 0, options(), true, 6)).reader();
        Policy policy = policy(Lemol.LEMOL, 0, options, true);
        StateReader before = MemoryState.of(policy).reader();
        policy.takeOver(earlier);
        StateReader after = MemoryState.of(policy).reader();

        assertThat(weights(after, "model_0", "network"))
                .isEqualTo(weights(earlier, "model_0", "network"))
                .isNotEqualTo(weights(before, "model_0", "network"));
        for (String network : List.of("policy", "target_policy", "critic", "target_critic")) {
            assertThat(weights(after, "learner", "networks", network))
                    .as(network)
                    .isEqualTo(weights(modelOnly ? before : earlier, "learner", "networks", network))
                    .isNotEqualTo(weights(modelOnly ? earlier : before, "learner", "networks", network));
        }
    }

    private static float[] weights(StateReader policy, String... path) {
        StateReader part = policy.child("seat_0");
        for (String name : path) {
            part = part.child(name);
        }
        return part.getFloats("parameters");
    }

    @Test
    void episodesMayHaveDifferentLengths() {
        play(31, 3, 7, 4);
        assertEachIsFollowedAsIfAlone();
    }
}
