package io.particlearena.algo.maddpg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.particlearena.env.ActionHead;
import io.particlearena.env.AgentSpec;
import io.particlearena.env.ObservationPart;
import io.particlearena.env.Side;
import io.particlearena.math.RandomStream;
import io.particlearena.nn.Adam;
import io.particlearena.nn.Gradients;
import io.particlearena.nn.Initialiser;
import io.particlearena.nn.ParameterLayout;
import io.particlearena.nn.Parameters;
import io.particlearena.nn.Plan;
import io.particlearena.nn.Scalar;
import io.particlearena.nn.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Hand-computed numbers for every formula of the update. */
final class MaddpgGoldenTest {

    @Test
    void gumbelSoftmaxAndRegulariser() {
        double[] uniform = {0.2, 0.4, 0.6, 0.8, 0.5};
        float[] exponential = new float[5];
        for (int i = 0; i < 5; i++) {
            exponential[i] = (float) -Math.log(uniform[i]);
        }
        Plan plan = new Plan();
        Tensor logits = plan.input(1, 5);
        Tensor noise = plan.input(1, 5);
        Tensor sample = plan.gumbelSoftmax(logits, noise);
        Tensor regulariser = plan.mean(plan.square(logits));
        logits.set(new float[] {0.1f, -0.2f, 0.3f, 0, 0.5f});
        noise.set(exponential);
        plan.run();

        assertClose(sample.toArray(), 0.0619595536, 0.0806233555, 0.2384342994, 0.4043604943, 0.2146222973);
        assertThat((double) regulariser.value()).isCloseTo(0.078, within(1e-6));
    }

    @Test
    void softCrossEntropyAndItsGradient() {
        Plan plan = new Plan();
        Tensor logits = plan.input(2, 3);
        Tensor labels = plan.input(2, 3);
        Tensor rows = plan.softmaxCrossEntropy(logits, labels);
        Tensor mean = plan.mean(rows);
        Tensor gradient = plan.gradient(mean, logits);
        logits.set(new float[] {1, 2, 0.5f, 0.2f, 0.1f, -0.3f});
        labels.set(new float[] {0.7f, 0.2f, 0.1f, 0, 1, 0});
        plan.run();

        assertClose(rows.toArray(), 1.3143687841, 1.0208276556);
        assertThat((double) mean.value()).isCloseTo(1.1675982198, within(1e-6));
        assertClose(
                gradient.toArray(),
                -0.2343880512,
                0.2142658596,
                0.0201221916,
                0.1990946705,
                -0.3198516924,
                0.1207570219);
    }

    @Test
    void clippingPerTensorAndTensorFlowsAdam() {
        Parameters parameters = new Parameters(ParameterLayout.builder()
                .add("theta", 1, 2, Initialiser.zeros())
                .build());
        parameters.set(new float[] {1, -2});
        Plan plan = new Plan();
        Tensor wanted = plan.input(1, 2);
        Tensor loss = plan.sum(plan.multiply(plan.parameter(parameters, "theta"), wanted));
        Gradients gradients = plan.gradients(loss, parameters);
        plan.clipEachTensor(gradients, new Scalar(0.5));
        plan.step(Adam.tensorFlow(parameters), gradients, new Scalar(0.01));

        float[][] steps = {{3, 4}, {0.1f, -0.2f}, {-0.3f, 0.4f}};
        double[][] expected = {
            {0.9900000105, -2.0099999921}, {0.9812893797, -2.0126633606}, {0.9808055104, -2.0184581644}
        };
        for (int i = 0; i < steps.length; i++) {
            wanted.set(steps[i]);
            plan.run();
            assertClose(parameters.toArray(), expected[i]);
        }
    }

    @Test
    void targetsMoveByPolyak() {
        ParameterLayout layout = ParameterLayout.builder()
                .add("theta", 1, 1, Initialiser.zeros())
                .build();
        Parameters target = new Parameters(layout);
        Parameters online = new Parameters(layout);
        target.set(new float[] {2});
        online.set(new float[] {5});

        target.moveTowards(online, 1e-4);

        assertClose(target.toArray(), 2.0003);
    }

    @Test
    void wantedQ() {
        Plan plan = new Plan();
        Tensor reward = plan.input(2, 1);
        Tensor proceed = plan.input(2, 1);
        Tensor nextQ = plan.input(2, 1);
        Tensor wanted = UpdatePlan.wantedQ(plan, reward, proceed, new Scalar(0.95), nextQ);
        reward.set(new float[] {0.5f, 0.5f});
        proceed.set(new float[] {1, 0});
        nextQ.set(new float[] {2, 2});
        plan.run();

        assertClose(wanted.toArray(), 2.4, 0.5);
    }

    @Test
    void parameterCountsOfSimplePush() {
        List<AgentSpec> agents = List.of(agent("adversary 0", Side.BAD, 8), agent("agent 0", Side.GOOD, 19));
        MaddpgOptions options = Maddpg.OPTIONS.defaults();
        SeatNetworks centralised = networks(options, CriticView.centralised(agents));
        SeatNetworks own = networks(options, CriticView.own(agents, 1));

        assertThat(Map.of(
                        "policy", centralised.policy().size(),
                        "critic", centralised.critic().size(),
                        "own critic", own.critic().size()))
                .isEqualTo(Map.of("policy", 5765, "critic", 6657, "own critic", 24 * 64 + 64 + 64 * 64 + 64 + 65));
    }

    private static SeatNetworks networks(MaddpgOptions options, CriticView view) {
        return new SeatNetworks(
                new SeatDesign(options, 1, view, Predictions.none(view.agents())), RandomStream.ofSeed(1));
    }

    private static AgentSpec agent(String name, Side side, int observationSize) {
        return new AgentSpec(
                name,
                side,
                List.of(ObservationPart.vector("vector", observationSize)),
                List.of(ActionHead.categorical("move", 5)));
    }

    private static void assertClose(float[] actual, double... expected) {
        assertThat(actual).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) actual[i]).as("number %d", i).isCloseTo(expected[i], within(1e-6));
        }
    }
}
