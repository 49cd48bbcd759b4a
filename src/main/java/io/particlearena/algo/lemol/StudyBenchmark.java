package io.particlearena.algo.lemol;

import io.particlearena.env.ActionHead;
import io.particlearena.env.AgentSpec;
import io.particlearena.math.RandomStream;
import io.particlearena.nn.PlanProfile;
import java.util.List;
import java.util.Map;

/** Shows where the time goes when an opponent model learns from experience, which is random here. */
public final class StudyBenchmark {

    private static final int WARM_UP = 3;

    private final OpponentModelOptions options;
    private final OpponentModelPlan plan;
    private final RandomStream random = RandomStream.ofSeed(1);
    private final float[] events;

    /**
     * @param values options of LeMOL that differ from their defaults, by key
     * @param own the agent that models
     * @param modelled the agent that is modelled
     * @param episode steps in an episode
     */
    public StudyBenchmark(Map<String, ?> values, AgentSpec own, AgentSpec modelled, int episode) {
        LemolOptions lemol = Lemol.OPTIONS.parse(values);
        options = lemol.model();
        List<Integer> heads = modelled.actions().stream().map(ActionHead::size).toList();
        OpponentModelShape shape = new OpponentModelShape(own.observationSize(), own.actionSize(), heads);
        plan = new OpponentModel(options, shape, lemol.core().agentUpdateFreq(), random)
                .plan(options.numTrajToTrain(), random);
        events = new float[plan.steps() * shape.event()];
        for (int i = 0; i < events.length; i++) {
            events[i] = (float) random.nextDouble();
        }
        for (int step = 1; step <= plan.steps(); step++) {
            events[step * shape.event() - 1] = step % episode == 0 ? 1f : 0f;
        }
    }

    /** Environment steps in a chunk. */
    public int chunkSteps() {
        return plan.steps();
    }

    /** Passes over a batch of trajectories in each cycle. */
    public int passes() {
        return options.omTrainingIters();
    }

    /** Microseconds of a chunk by operation, the costliest first, each summed over its calls. */
    public Map<String, Double> profile(int chunks) {
        for (int chunk = 0; chunk < WARM_UP; chunk++) {
            fill();
            plan.learn();
        }
        PlanProfile profile = plan.newProfile();
        for (int chunk = 0; chunk < chunks; chunk++) {
            long operations = profile.operationNanos();
            long start = System.nanoTime();
            fill();
            plan.learn(profile);
            long all = System.nanoTime() - start;
            profile.add("inputs, states handed over, accuracy", all - (profile.operationNanos() - operations));
        }
        return profile.micros(chunks);
    }

    private void fill() {
        for (int member = 0; member < plan.members(); member++) {
            plan.fill(member, events);
        }
    }
}
