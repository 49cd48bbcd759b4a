package io.particlearena.algo.ppo;

import io.particlearena.algo.maddpg.TinyWorld;
import io.particlearena.algo.parts.ActorMemory;
import io.particlearena.algo.parts.JointReplay;
import io.particlearena.algo.parts.Policy;
import io.particlearena.algo.parts.PolicyContext;
import io.particlearena.env.AgentSpec;
import io.particlearena.env.StepBuffer;
import io.particlearena.math.RandomStream;
import io.particlearena.math.RandomStreams;
import io.particlearena.store.MemoryState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Steps some {@link TinyWorld}s in turn and lets a single PPO policy, which plays all seats, learn when due. */
final class PpoRun {

    Policy policy;

    /** By seat and name of the metric, what updates reported. */
    final Map<String, List<Double>> metrics = new TreeMap<>();

    private final List<AgentSpec> agents;
    private final Map<String, ?> options;
    private final List<Lane> lanes = new ArrayList<>();
    private final RandomStream acting = RandomStream.ofSeed(5);
    private long steps;
    private double rewardFactor = 1;

    /** A world with what acting in it needs. */
    private final class Lane {
        private final TinyWorld world;
        private final List<ActorMemory> memories = new ArrayList<>();
        private final double[][] actions = new double[agents.size()][];
        private StepBuffer now = new StepBuffer(agents, 0, 0);
        private StepBuffer next = new StepBuffer(agents, 0, 0);

        Lane(long seed) {
            world = new TinyWorld(agents, seed);
            world.reset(now);
            for (int seat = 0; seat < agents.size(); seat++) {
                memories.add(policy.actor(seat).newMemory());
                actions[seat] = new double[agents.get(seat).actionSize()];
            }
        }

        private void step(boolean deterministic) {
            if (now.episodeOver()) {
                world.reset(now);
            }
            for (int seat = 0; seat < agents.size(); seat++) {
                policy.actor(seat).act(now, memories.get(seat), deterministic, acting, actions[seat]);
            }
            world.step(now, actions, next);
            for (int seat = 0; seat < agents.size(); seat++) {
                next.rewards()[seat] *= rewardFactor;
            }
        }

        private void proceed() {
            StepBuffer swap = now;
            now = next;
            next = swap;
        }
    }

    PpoRun(List<AgentSpec> agents, int environments, Map<String, ?> options) {
        this.agents = agents;
        this.options = options;
        policy = policy(agents, options);
        for (int i = 0; i < environments; i++) {
            lanes.add(new Lane(30 + i));
        }
    }

    /** A connected policy that plays all seats. */
    private static Policy policy(List<AgentSpec> agents, Map<String, ?> options) {
        List<Integer> seats = new ArrayList<>();
        for (int seat = 0; seat < agents.size(); seat++) {
            seats.add(seat);
        }
        Policy made = Ppo.PPO.create(
                options,
                new PolicyContext(
                        "all",
                        seats,
                        agents,
                        new RandomStreams(8),
                        new JointReplay(agents, 1),
                        TinyWorld.EPISODE,
                        Path.of("experience"),
                        true));
        made.connect(seats.stream().map(seat -> made).toList());
        return made;
    }

    /** What the agents of the first environment acted on in its latest step. */
    StepBuffer before() {
        return lanes.get(0).next;
    }

    /** What came of it. */
    StepBuffer after() {
        return lanes.get(0).now;
    }

    /** What seat 0 did there. */
    double[] latestAction() {
        return lanes.get(0).actions[0];
    }

    /** Goes on with a new policy that has loaded what the present one saves. */
    void resume() {
        Policy resumed = policy(agents, options);
        resumed.load(MemoryState.of(policy).reader());
        policy = resumed;
    }

    /** Steps without learning. */
    void gather(int count) {
        for (int i = 0; i < count; i++) {
            int number = (int) (steps % lanes.size());
            Lane lane = lanes.get(number);
            lane.step(false);
            steps++;
            policy.observe(number, lane.now, lane.actions, lane.next, lane.memories);
            lane.proceed();
        }
    }

    /** Steps and learns. */
    void learn(int count) {
        for (int i = 0; i < count; i++) {
            gather(1);
            for (int seat = 0; seat < agents.size(); seat++) {
                if (policy.due(seat, steps)) {
                    update(seat);
                    policy.commit(seat);
                }
            }
        }
    }

    /** One update of a seat, without commit. */
    void update(int seat) {
        policy.update(
                seat,
                (name, value) -> metrics.computeIfAbsent(seat + "/" + name, key -> new ArrayList<>())
                        .add(value));
    }

    /** Steps and learns, all seats from one snapshot. */
    void learnSimultaneously(int count, int threadCount) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(threadCount);
        try {
            for (int i = 0; i < count; i++) {
                gather(1);
                List<Future<?>> updates = new ArrayList<>();
                for (int seat = 0; seat < agents.size(); seat++) {
                    int own = seat;
                    if (policy.due(seat, steps)) {
                        updates.add(threads.submit(() -> policy.update(own, (name, value) -> {})));
                    }
                }
                for (Future<?> update : updates) {
                    update.get();
                }
                for (int seat = 0; seat < updates.size(); seat++) {
                    policy.commit(seat);
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** The mean reward of a step, over all agents, without learning. */
    double play(int count, boolean deterministic) {
        double sum = 0;
        Lane lane = lanes.get(0);
        for (int i = 0; i < count; i++) {
            lane.step(deterministic);
            lane.proceed();
            for (double reward : lane.now.rewards()) {
                sum += reward;
            }
        }
        return sum / count / agents.size();
    }

    /** Multiplies all rewards from now on. */
    void rewardFactor(double factor) {
        rewardFactor = factor;
    }

    /** The latest value of a metric of a seat. */
    double metric(int seat, String name) {
        List<Double> values = metrics.getOrDefault(seat + "/" + name, List.of());
        return values.get(values.size() - 1);
    }

    /** The parameters of one of a seat's networks. */
    float[] parameters(int seat, String network) {
        return MemoryState.of(policy)
                .reader()
                .child("seat_" + seat)
                .child("networks")
                .child(network)
                .getFloats("parameters");
    }
}
