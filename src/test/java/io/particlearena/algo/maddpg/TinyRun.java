package io.particlearena.algo.maddpg;

import io.particlearena.algo.parts.ActorMemory;
import io.particlearena.algo.parts.AlgorithmEntry;
import io.particlearena.algo.parts.JointReplay;
import io.particlearena.algo.parts.MetricSink;
import io.particlearena.algo.parts.Policy;
import io.particlearena.algo.parts.PolicyContext;
import io.particlearena.env.AgentSpec;
import io.particlearena.env.StepBuffer;
import io.particlearena.math.RandomStream;
import io.particlearena.math.RandomStreams;
import io.particlearena.store.MemoryState;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Steps a {@link TinyWorld} and lets every seat, played by a policy of its own, learn when due. */
final class TinyRun {

    final JointReplay replay;
    final List<Policy> policies = new ArrayList<>();
    private final TinyWorld world;
    private final List<AgentSpec> agents;
    private final List<ActorMemory> memories = new ArrayList<>();
    private final RandomStream acting = RandomStream.ofSeed(77);
    private final double[][] actions;
    private StepBuffer now;
    private StepBuffer next;
    private long steps;
    private int overridden = -1;
    private double overridingWeight;
    private double rewardFactor = 1;
    final List<Double> metrics = new ArrayList<>();

    TinyRun(TinyWorld world, Map<String, ?> options, List<AlgorithmEntry<?>> algorithms, long seed) {
        this.world = world;
        this.agents = world.agents();
        this.replay = new JointReplay(agents, 10_000);
        for (int seat = 0; seat < agents.size(); seat++) {
            PolicyContext context = new PolicyContext(
                    "p" + seat,
                    List.of(seat),
                    agents,
                    new RandomStreams(seed),
                    replay,
                    TinyWorld.EPISODE,
                    Path.of("experience"),
                    true);
            policies.add(algorithms.get(seat % algorithms.size()).create(options, context));
        }
        policies.forEach(policy -> policy.connect(policies));
        actions = new double[agents.size()][];
        for (int seat = 0; seat < agents.size(); seat++) {
            actions[seat] = new double[agents.get(seat).actionSize()];
            memories.add(policies.get(seat).actor(seat).newMemory());
        }
        now = new StepBuffer(agents, 0, 0);
        next = new StepBuffer(agents, 0, 0);
        world.reset(now);
    }

    /** Steps and learns, one seat after the other. */
    void learn(int count) {
        for (int i = 0; i < count; i++) {
            step(false);
            for (int seat = 0; seat < agents.size(); seat++) {
                if (policies.get(seat).due(seat, steps)) {
                    policies.get(seat).update(seat, record());
                    policies.get(seat).commit(seat);
                }
            }
        }
    }

    private MetricSink record() {
        return (name, value) -> metrics.add(value);
    }

    /** Steps and learns, all seats from one snapshot, without taking metrics. */
    void learnSimultaneously(int count, int threadCount) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(threadCount);
        try {
            for (int i = 0; i < count; i++) {
                step(false);
                List<Future<?>> updates = new ArrayList<>();
                for (int seat = 0; seat < agents.size(); seat++) {
                    int own = seat;
                    if (policies.get(seat).due(seat, steps)) {
                        updates.add(threads.submit(() -> policies.get(own).update(own, (name, value) -> {})));
                    }
                }
                for (Future<?> update : updates) {
                    update.get();
                }
                for (int seat = 0; seat < updates.size(); seat++) {
                    policies.get(seat).commit(seat);
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Updates all seats some times without stepping. */
    void update(int times) {
        for (int i = 0; i < times; i++) {
            for (int seat = 0; seat < agents.size(); seat++) {
                policies.get(seat).update(seat, record());
                policies.get(seat).commit(seat);
            }
        }
    }

    /** Continues from the experience and policies of another run. */
    void takeOver(TinyRun other) {
        ByteBuffer rows = ByteBuffer.allocate(other.replay.size() * other.replay.rowBytes());
        other.replay.writeRows(0, other.replay.totalSteps(), rows);
        replay.restoreFrom(0);
        replay.readRows(rows.flip());
        for (int seat = 0; seat < agents.size(); seat++) {
            policies.get(seat).load(other.state(seat).reader());
        }
    }

    /** Lets a seat always give the same weights instead of what its policy chooses. */
    void overrideActions(int seat, double weight) {
        overridden = seat;
        overridingWeight = weight;
    }

    /** Multiplies all rewards from now on. */
    void rewardFactor(double factor) {
        rewardFactor = factor;
    }

    /** The smallest of the agents' mean rewards over some steps without learning. */
    double play(int count, boolean deterministic) {
        double[] mean = new double[agents.size()];
        for (int i = 0; i < count; i++) {
            step(deterministic);
            for (int seat = 0; seat < mean.length; seat++) {
                mean[seat] += now.rewards()[seat] / count;
            }
        }
        return Arrays.stream(mean).min().orElseThrow();
    }

    private void step(boolean deterministic) {
        if (now.episodeOver()) {
            world.reset(now);
        }
        for (int seat = 0; seat < agents.size(); seat++) {
            policies.get(seat).actor(seat).act(now, memories.get(seat), deterministic, acting, actions[seat]);
        }
        if (overridden >= 0) {
            Arrays.fill(actions[overridden], overridingWeight);
        }
        world.step(now, actions, next);
        for (int seat = 0; seat < agents.size(); seat++) {
            next.rewards()[seat] *= rewardFactor;
        }
        replay.add(now, actions, next);
        steps++;
        StepBuffer swap = now;
        now = next;
        next = swap;
    }

    /** All that a seat's policy has learned. */
    MemoryState state(int seat) {
        return MemoryState.of(policies.get(seat));
    }

    /** The parameters of one of a seat's networks. */
    float[] parameters(int seat, String network) {
        return state(seat)
                .reader()
                .child("seat_" + seat)
                .child("networks")
                .child(network)
                .getFloats("parameters");
    }
}
