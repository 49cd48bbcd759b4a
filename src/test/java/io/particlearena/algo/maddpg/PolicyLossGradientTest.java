package io.particlearena.algo.maddpg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.particlearena.algo.parts.JointReplay;
import io.particlearena.algo.parts.Policy;
import io.particlearena.algo.parts.PolicyContext;
import io.particlearena.algo.parts.ReplayColumn;
import io.particlearena.env.ActionHead;
import io.particlearena.env.AgentSpec;
import io.particlearena.env.ObservationPart.Elements;
import io.particlearena.env.StepBuffer;
import io.particlearena.math.RandomStream;
import io.particlearena.math.RandomStreams;
import io.particlearena.store.MemoryState;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gradient that the policy's optimiser meets is the slope of the policy's loss, predictions being data. */
final class PolicyLossGradientTest {

    private static final int BATCH = 12;
    private static final float STEP = 1e-3f;

    private static final List<AgentSpec> AGENTS =
            TinyWorld.agents(ActionHead.categorical("move", 3), ActionHead.categorical("move", 3));

    private static final MaddpgOptions OPTIONS = Maddpg.OPTIONS.parse(Map.of(
            "lr", 0, "batch_size", BATCH, "num_units", 6, "grad_norm_clipping", 0, "policy_regularisation", 0.1));

    private final RandomStream random = RandomStream.ofSeed(3);
    private final RandomStream noise = RandomStream.ofSeed(4);
    private final RandomStream.State firstNoise = noise.state();
    private final int[] rows = new int[BATCH];

    @ParameterizedTest
    @CsvSource({"true, false", "false, false", "false, true"})
    void gradientIsTheSlopeOfTheLoss(boolean centralised, boolean supplied) {
        CriticView view =
                centralised ? CriticView.centralised(AGENTS) : new CriticView(AGENTS, List.of(0), List.of(0, 1));
        SeatDesign design = new SeatDesign(OPTIONS, 0, view, new Predictions(AGENTS, List.of(1), supplied, supplied));
        SeatNetworks networks = new SeatNetworks(design, random);
        UpdatePlan plan = plan(design, networks);
        if (supplied) {
            fill(plan.steps().suppliedPredictions(0));
            fill(plan.steps().suppliedPredictions(1));
        }
        float[] parameters = networks.policy().toArray();
        loss(plan);
        float[] mean = MemoryState.of(networks.policyAdam()).reader().getFloats("mean");

        double largest = 0;
        for (int i = 0; i < parameters.length; i++) {
            double slope = (lossAt(networks, plan, parameters, i, STEP) - lossAt(networks, plan, parameters, i, -STEP))
                    / (2 * STEP);
            // The first mean is a tenth of the first gradient.
            assertThat(10.0 * mean[i]).as("parameter %d", i).isCloseTo(slope, within(5e-4));
            largest = Math.max(largest, Math.abs(slope));
        }
        assertThat(largest).isGreaterThan(0.03);
    }

    private UpdatePlan plan(SeatDesign design, SeatNetworks networks) {
        JointReplay replay =
                new JointReplay(AGENTS, 100, List.of(new ReplayColumn(Predictions.column(0, 1), Elements.FLOAT32, 3)));
        StepBuffer before = new StepBuffer(AGENTS, 0, 0);
        StepBuffer after = new StepBuffer(AGENTS, 0, 0);
        double[][] actions = new double[2][3];
        float[] prediction = new float[3];
        for (int step = 0; step < BATCH; step++) {
            rows[step] = step;
            for (int seat = 0; seat < 2; seat++) {
                Arrays.setAll(before.observation(seat), i -> random.nextGaussian());
                Arrays.setAll(after.observation(seat), i -> random.nextGaussian());
                Arrays.setAll(actions[seat], i -> random.nextDouble());
            }
            replay.add(before, actions, after);
            fill(prediction);
            replay.put(Predictions.column(0, 1), prediction);
        }
        LearningRates rates = new LearningRates();
        rates.set(OPTIONS);
        PolicyContext context = new PolicyContext(
                "other", List.of(0, 1), AGENTS, new RandomStreams(5), replay, 5, Path.of("experience"), true);
        Policy other = Maddpg.MADDPG.create(Map.of("num_units", 6), context);
        return new UpdatePlan(new UpdatePlan.Parts(
                design, Perturbations.NONE, networks, rates, replay, List.of(other, other), noise));
    }

    private void fill(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble();
        }
    }

    private double lossAt(SeatNetworks networks, UpdatePlan plan, float[] parameters, int place, float change) {
        float[] changed = parameters.clone();
        changed[place] += change;
        networks.policy().set(changed);
        return loss(plan);
    }

    private double loss(UpdatePlan plan) {
        noise.restore(firstNoise);
        plan.run(rows);
        Map<String, Double> metrics = new HashMap<>();
        plan.report(metrics::put);
        return Objects.requireNonNull(metrics.get("policy_loss"));
    }
}
