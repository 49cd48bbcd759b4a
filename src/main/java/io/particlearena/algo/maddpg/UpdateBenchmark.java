package io.particlearena.algo.maddpg;

import io.particlearena.algo.parts.Actor;
import io.particlearena.algo.parts.ActorMemory;
import io.particlearena.algo.parts.JointReplay;
import io.particlearena.algo.parts.LiveOptions;
import io.particlearena.algo.parts.MetricSink;
import io.particlearena.algo.parts.PolicyContext;
import io.particlearena.env.ActionHead;
import io.particlearena.env.AgentSpec;
import io.particlearena.env.ObservationPart;
import io.particlearena.env.Side;
import io.particlearena.env.StepBuffer;
import io.particlearena.math.RandomStream;
import io.particlearena.math.RandomStreams;
import io.particlearena.nn.PlanProfile;
import io.particlearena.nn.Seconds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Times MADDPG's update and its acting on the shapes of {@code simple_tag}: three adversaries that observe 16 numbers, one
 * good agent that observes 14, five actions each, default options (batch 1024, 64 units). The experience is random; an
 * update includes sampling it.
 */
public final class UpdateBenchmark implements AutoCloseable {

    private static final int REPLAY_STEPS = 100_000;
    private static final int EPISODE = 25;
    private static final MetricSink UNHEARD = (name, value) -> {};

    private final List<AgentSpec> agents =
            List.of(agent(0, 16, Side.BAD), agent(1, 16, Side.BAD), agent(2, 16, Side.BAD), agent(3, 14, Side.GOOD));
    private final StepBuffer step = new StepBuffer(agents, 0, 0);
    private final RandomStream random = RandomStream.ofSeed(1);
    private final MaddpgPolicy<MaddpgOptions> policy;
    private final Actor actor;
    private final ActorMemory memory;
    private final double[] action = new double[agents.get(0).actionSize()];
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    public UpdateBenchmark() {
        JointReplay replay = new JointReplay(agents, REPLAY_STEPS);
        fill(replay);
        policy = new MaddpgPolicy<>(
                new LiveOptions<>(Maddpg.OPTIONS, Maddpg.OPTIONS.defaults()),
                Settings::maddpg,
                new PolicyContext(
                        "benchmark",
                        List.of(0, 1, 2, 3),
                        agents,
                        new RandomStreams(1),
                        replay,
                        EPISODE,
                        Path.of("experience"),
                        true));
        policy.connect(List.of(policy, policy, policy, policy));
        actor = policy.actor(0);
        memory = actor.newMemory();
    }

    private static AgentSpec agent(int seat, int observationSize, Side side) {
        return new AgentSpec(
                "agent " + seat,
                side,
                List.of(ObservationPart.vector("vector", observationSize)),
                List.of(ActionHead.categorical("move", 5)));
    }

    private void fill(JointReplay replay) {
        double[][] actions = new double[agents.size()][5];
        StepBuffer after = new StepBuffer(agents, 0, 0);
        for (int i = 0; i < REPLAY_STEPS; i++) {
            for (int seat = 0; seat < agents.size(); seat++) {
                Arrays.setAll(step.observation(seat), k -> random.nextGaussian());
                Arrays.setAll(after.observation(seat), k -> random.nextGaussian());
                Arrays.setAll(actions[seat], k -> 0.2 * random.nextExponential());
                after.rewards()[seat] = random.nextGaussian();
            }
            after.setEnd(random.nextInt(EPISODE) == 0, false);
            replay.add(step, actions, after);
        }
    }

    /** The time that some updates of one agent take on this thread. */
    public Seconds updateSeconds(int updates) {
        return Seconds.of(() -> update(0, updates));
    }

    private void update(int seat, int updates) {
        for (int i = 0; i < updates; i++) {
            policy.update(seat, UNHEARD);
            policy.commit(seat);
        }
    }

    /** The seconds that so many updates of two agents each take on two threads, both committed after each pair. */
    public double simultaneousSeconds(int updates) {
        long start = System.nanoTime();
        try {
            for (int i = 0; i < updates; i++) {
                List<Future<?>> pair = new ArrayList<>();
                for (int seat = 0; seat < 2; seat++) {
                    int own = seat;
                    pair.add(threads.submit(() -> policy.update(own, UNHEARD)));
                }
                for (Future<?> update : pair) {
                    update.get();
                }
                policy.commit(0);
                policy.commit(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The benchmark was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("An update failed", e.getCause());
        }
        return seconds(start);
    }

    /** The seconds that so many actions of one agent on one observation each take. */
    public double actSeconds(int times) {
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            actor.act(step, memory, false, random, action);
        }
        return seconds(start);
    }

    /** Where the time of an update goes: microseconds by operation, the costliest first, each summed over its calls. */
    public Map<String, Double> profile(int updates) {
        SeatLearner learner = policy.learner(0);
        PlanProfile profile = new PlanProfile(learner.plan().plan());
        for (int i = 0; i < updates; i++) {
            long start = System.nanoTime();
            learner.plan().steps().fill(learner.drawRows());
            profile.add("sampling the replay buffer", System.nanoTime() - start);
            profile.run();
            start = System.nanoTime();
            policy.commit(0);
            profile.add("target networks and a new actor", System.nanoTime() - start);
        }
        return profile.micros(updates);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) * 1e-9;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
