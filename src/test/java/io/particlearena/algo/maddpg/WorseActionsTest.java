package io.particlearena.algo.maddpg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.particlearena.env.ActionHead;
import io.particlearena.env.AgentSpec;
import io.particlearena.env.ObservationPart;
import io.particlearena.env.Side;
import io.particlearena.math.RandomStream;
import io.particlearena.nn.Activation;
import io.particlearena.nn.Mlp;
import io.particlearena.nn.Parameters;
import io.particlearena.nn.Plan;
import io.particlearena.nn.Scalar;
import io.particlearena.nn.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WorseActionsTest {

    private static final int BATCH = 9;
    private static final double TEAM = 0.01;
    private static final double OPPONENT = 0.03;

    /** Seats 0 and 2 are a team; observations are columns 0 to 4, actions columns 5 to 12. */
    private static final List<AgentSpec> AGENTS =
            List.of(agent(0, Side.BAD, 2, 3), agent(1, Side.GOOD, 1, 2), agent(2, Side.BAD, 2, 3));

    private static final CriticView VIEW = CriticView.centralised(AGENTS);
    private static final int OWN = 2;

    private static AgentSpec agent(int seat, Side side, int observationSize, int actionSize) {
        return new AgentSpec(
                "agent " + seat,
                side,
                List.of(ObservationPart.vector("vector", observationSize)),
                List.of(ActionHead.categorical("move", actionSize)));
    }

    /** What a perturbation made of joint actions, and the critic's values before and after. */
    private static final class Outcome {
        private final float[] joint;
        private final float[] before;
        private final float[] after;

        Outcome(float[] joint, float[] before, float[] after) {
            this.joint = joint;
            this.before = before;
            this.after = after;
        }
    }

    private static Outcome outcome(Perturbation perturbation, Mlp critic, Parameters parameters, float[] joint) {
        Plan plan = new Plan();
        int inputs = parameters.layout().entry("critic/0/weights").rows();
        Tensor input = plan.input(joint.length / inputs, inputs);
        Tensor worse = perturbation.apply(plan, input, x -> critic.apply(plan, parameters, x));
        Tensor before = critic.apply(plan, parameters, input);
        Tensor after = critic.apply(plan, parameters, worse);
        input.set(joint);
        plan.run();
        return new Outcome(worse.toArray(), before.toArray(), after.toArray());
    }

    private static WorseActions worse(double team, double opponent) {
        return new WorseActions(VIEW, OWN, new Scalar(team), new Scalar(opponent), 0);
    }

    private static float[] random(int size, long seed) {
        RandomStream random = RandomStream.ofSeed(seed);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    /** A critic whose value is a weighted sum of its inputs. */
    private static Parameters linear(float... weights) {
        Parameters parameters = new Parameters(linearCritic(weights.length).layout());
        parameters.set(Arrays.copyOf(weights, weights.length + 1));
        return parameters;
    }

    private static Mlp linearCritic(int inputs) {
        return new Mlp("critic", inputs, List.of(), Activation.LINEAR, 1);
    }

    @Test
    void goldenNumbersOfThePaper() {
        List<AgentSpec> pair = List.of(agent(0, Side.BAD, 1, 2), agent(1, Side.GOOD, 1, 2));
        Perturbation paper = new WorseActions(CriticView.centralised(pair), 0, new Scalar(1e-5), new Scalar(1e-3), 0);
        Parameters critic = linear(0, 0, 0, 0, 0.3f, -0.4f);

        Outcome outcome = outcome(paper, linearCritic(6), critic, new float[] {0, 0, 0, 0, 0.25f, 0.75f});

        assertThat((double) outcome.joint[4]).isCloseTo(0.2494, within(1e-7));
        assertThat((double) outcome.joint[5]).isCloseTo(0.7508, within(1e-7));
        assertThat((double) outcome.after[0] - outcome.before[0]).isCloseTo(-5e-4, within(1e-7));
    }

    @Test
    void goldenNumbersOfTheReleasedFloor() {
        List<AgentSpec> pair = List.of(agent(0, Side.BAD, 1, 2), agent(1, Side.GOOD, 1, 2));
        CriticView view = CriticView.centralised(pair);
        Settings settings = Settings.m3ddpg(Maddpg.M3DDPG_OPTIONS.parse(Map.of("variant", "released")));
        LearningRates rates = new LearningRates();
        rates.set(settings);
        Parameters critic = linear(0, 0, 0, 0, 0.3e-3f, -0.4e-3f);

        Perturbations released = Perturbations.of(settings, view, 0, rates);
        Outcome outcome = outcome(released.inTarget(), linearCritic(6), critic, new float[6]);

        assertThat((double) outcome.joint[4]).isCloseTo(-0.00029296875, within(1e-10));
        assertThat((double) outcome.joint[5]).isCloseTo(0.000390625, within(1e-10));
        assertThat(released.inPolicyLoss()).isSameAs(Perturbation.NONE);
    }

    @Test
    void linearCriticLosesEpsilonTimesTheNormOfEachGradient() {
        float[] weights = random(VIEW.size(), 4);
        Outcome outcome = outcome(
                worse(TEAM, OPPONENT), linearCritic(VIEW.size()), linear(weights), random(BATCH * VIEW.size(), 5));

        double loss = TEAM * norm(weights, 5, 8) + OPPONENT * norm(weights, 8, 10);
        for (int row = 0; row < BATCH; row++) {
            assertThat((double) outcome.before[row] - outcome.after[row]).isCloseTo(loss, within(2e-6));
        }
    }

    private static double norm(float[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (double) values[i] * values[i];
        }
        return Math.sqrt(sum);
    }

    @Test
    void actionsMoveAgainstTheSlopeThatFiniteDifferencesFind() {
        Mlp critic = new Mlp("critic", VIEW.size(), List.of(8, 8), Activation.RELU, 1);
        Parameters parameters = new Parameters(critic.layout());
        parameters.initialise(RandomStream.ofSeed(6));
        float[] joint = random(BATCH * VIEW.size(), 7);

        Outcome outcome = outcome(worse(TEAM, OPPONENT), critic, parameters, joint);

        ReferenceNetwork reference = new ReferenceNetwork(parameters.toArray(), VIEW.size(), 8, 8, 1);
        for (int row = 0; row < BATCH; row++) {
            double[] now = row(joint, row);
            double[] moved = row(outcome.joint, row);
            double[] slope = slope(reference, now);
            assertMoved(now, moved, slope, 5, 8, TEAM);
            assertMoved(now, moved, slope, 8, 10, OPPONENT);
            assertMoved(now, moved, slope, 0, 5, 0);
            assertMoved(now, moved, slope, 10, 13, 0);
            assertThat(directional(now, moved, slope)).isLessThanOrEqualTo(0);
        }
    }

    private static double[] row(float[] values, int row) {
        double[] part = new double[VIEW.size()];
        Arrays.setAll(part, i -> values[row * part.length + i]);
        return part;
    }

    private static double[] slope(ReferenceNetwork critic, double[] joint) {
        double[] slope = new double[joint.length];
        for (int i = 0; i < joint.length; i++) {
            double[] changed = joint.clone();
            changed[i] = joint[i] + 1e-6;
            double above = critic.apply(new double[][] {changed})[0][0];
            changed[i] = joint[i] - 1e-6;
            slope[i] = (above - critic.apply(new double[][] {changed})[0][0]) / 2e-6;
        }
        return slope;
    }

    private static void assertMoved(double[] now, double[] moved, double[] slope, int from, int to, double epsilon) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += slope[i] * slope[i];
        }
        for (int i = from; i < to; i++) {
            assertThat(moved[i]).isCloseTo(now[i] - epsilon * slope[i] / Math.sqrt(sum), within(1e-6));
        }
    }

    private static double directional(double[] now, double[] moved, double[] slope) {
        double sum = 0;
        for (int i = 0; i < now.length; i++) {
            sum += (moved[i] - now[i]) * slope[i];
        }
        return sum;
    }

    @Test
    void zeroGradientLeavesTheActionAsItIs() {
        float[] weights = random(VIEW.size(), 8);
        Arrays.fill(weights, 8, 10, 0);
        float[] joint = random(BATCH * VIEW.size(), 9);

        Outcome outcome = outcome(worse(TEAM, OPPONENT), linearCritic(VIEW.size()), linear(weights), joint);
        Outcome flat = outcome(worse(TEAM, OPPONENT), linearCritic(VIEW.size()), linear(new float[VIEW.size()]), joint);

        for (int row = 0; row < BATCH; row++) {
            assertThat(outcome.joint[row * VIEW.size() + 8]).isEqualTo(joint[row * VIEW.size() + 8]);
            assertThat(outcome.joint[row * VIEW.size() + 9]).isEqualTo(joint[row * VIEW.size() + 9]);
            assertThat(outcome.joint[row * VIEW.size() + 5]).isNotEqualTo(joint[row * VIEW.size() + 5]);
        }
        assertThat(flat.joint).isEqualTo(joint);
    }

    @ParameterizedTest
    @CsvSource({"paper, 0.01, 0.03", "released, 0.03, 0.03"})
    void onlyThePaperTellsTeamMatesFromOpponents(String variant, double team, double opponent) {
        Settings settings = Settings.m3ddpg(
                Maddpg.M3DDPG_OPTIONS.parse(Map.of("variant", variant, "adv_eps", OPPONENT, "adv_eps_s", TEAM)));
        LearningRates rates = new LearningRates();
        rates.set(settings);
        Perturbation inTarget = Perturbations.of(settings, VIEW, OWN, rates).inTarget();
        float[] weights = new float[VIEW.size()];
        weights[5] = 2;
        weights[8] = 2;

        Outcome outcome = outcome(inTarget, linearCritic(VIEW.size()), linear(weights), new float[VIEW.size()]);

        assertThat((double) outcome.joint[5]).isCloseTo(-team, within(1e-8));
        assertThat((double) outcome.joint[8]).isCloseTo(-opponent, within(1e-8));
    }

    @Test
    void agentWithoutOthersLearnsAsInMaddpg() {
        List<AgentSpec> alone = List.of(agent(0, Side.GOOD, 2, 3));
        Perturbation worse = new WorseActions(CriticView.centralised(alone), 0, new Scalar(1), new Scalar(1), 0);
        float[] joint = random(5, 10);

        Outcome outcome = outcome(worse, linearCritic(5), linear(random(5, 11)), joint);

        assertThat(outcome.joint).isEqualTo(joint);
    }
}
