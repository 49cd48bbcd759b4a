package io.particlearena.algo.lemol;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.math.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An opponent whose policy, a softmax, drifts linearly with the number of the episode, in each trajectory into a direction of
 * its own. Only who follows the drift can predict it.
 */
final class DriftingOpponentTest {

    private static final int CLASSES = 3;
    private static final int PERIOD = 5;
    private static final int CHUNK = 16;
    private static final int CHUNKS = 3;
    private static final int EPISODES = CHUNK * CHUNKS;
    private static final int MEMBERS = 16;
    private static final int PASSES = 50;
    private static final double STRENGTH = 4;
    private static final OpponentModelShape SHAPE = new OpponentModelShape(2, 2, List.of(CLASSES));

    /** One trajectory of events; adds up what the opponent did, and how well its own policy predicts it. */
    private static final class Trajectory {
        private final float[] events = new float[EPISODES * PERIOD * SHAPE.event()];
        private final double[] counts = new double[CLASSES];
        private double ownCrossEntropy;

        Trajectory(RandomStream random) {
            double[] direction = new double[CLASSES];
            for (int i = 0; i < CLASSES; i++) {
                direction[i] = STRENGTH * (random.nextInt(3) - 1);
            }
            float[] event = new float[SHAPE.event()];
            for (int step = 0; step < EPISODES * PERIOD; step++) {
                int episode = step / PERIOD;
                // From the direction's opposite to the direction itself.
                double[] policy = softmax(direction, 2.0 * episode / (EPISODES - 1) - 1);
                int action = sample(policy, random);
                counts[action]++;
                ownCrossEntropy -= Math.log(policy[action]) / (EPISODES * PERIOD);
                double[] oneHot = new double[CLASSES];
                oneHot[action] = 1;
                double[] observation = {random.nextGaussian(), random.nextGaussian()};
                boolean ended = step % PERIOD == PERIOD - 1;
                SHAPE.writeEvent(oneHot, observation, new double[] {1, 0}, random.nextGaussian(), ended, event);
                System.arraycopy(event, 0, events, step * event.length, event.length);
            }
        }

        private static double[] softmax(double[] direction, double factor) {
            double[] policy = new double[CLASSES];
            double sum = 0;
            for (int i = 0; i < CLASSES; i++) {
                policy[i] = Math.exp(factor * direction[i]);
                sum += policy[i];
            }
            for (int i = 0; i < CLASSES; i++) {
                policy[i] /= sum;
            }
            return policy;
        }

        private static int sample(double[] policy, RandomStream random) {
            double left = random.nextDouble();
            int action = 0;
            while (action < CLASSES - 1 && left >= policy[action]) {
                left -= policy[action];
                action++;
            }
            return action;
        }

        /** The cross-entropy of the best prediction that stays the same all through this very trajectory. */
        double bestStationary() {
            double total = EPISODES * PERIOD;
            double entropy = 0;
            for (double count : counts) {
                entropy -= count == 0 ? 0 : count / total * Math.log(count / total);
            }
            return entropy;
        }
    }

    /** One pass over a batch; the mean cross-entropy of the predictions before each step of learning. */
    private static double pass(OpponentModelPlan plan, Trajectory[] batch) {
        double sum = 0;
        plan.beginTrajectories();
        for (int chunk = 0; chunk < CHUNKS; chunk++) {
            for (int member = 0; member < MEMBERS; member++) {
                int size = plan.steps() * SHAPE.event();
                plan.fill(member, Arrays.copyOfRange(batch[member].events, chunk * size, (chunk + 1) * size));
            }
            sum += plan.learn().crossEntropy() / CHUNKS;
        }
        return sum;
    }

    private static Trajectory[] batch(RandomStream random) {
        Trajectory[] batch = new Trajectory[MEMBERS];
        for (int member = 0; member < MEMBERS; member++) {
            batch[member] = new Trajectory(random);
        }
        return batch;
    }

    @ParameterizedTest
    @CsvSource({"false, false", "true, false", "true, true"})
    void followingTheDriftBeatsEveryPredictionThatStaysTheSame(boolean recurrent, boolean ablated) {
        OpponentModelOptions options = TinyOpponent.OPTIONS.parse(Map.of(
                "block_processing",
                true,
                "recurrent_om_prediction",
                recurrent,
                "ablate_lemol_lstm",
                ablated,
                "lstm_hidden_dim",
                16,
                "episode_embedding_dim",
                16,
                "in_ep_lstm_dim",
                4,
                "chunk_length",
                CHUNK,
                "omlr",
                0.005));
        OpponentModel model = new OpponentModel(options, SHAPE, PERIOD, RandomStream.ofSeed(1));
        OpponentModelPlan plan = model.plan(MEMBERS, RandomStream.ofSeed(2));
        RandomStream random = RandomStream.ofSeed(3);
        for (int i = 0; i < PASSES; i++) {
            pass(plan, batch(random));
        }
        model.setLearningRate(0);
        Trajectory[] unseen = batch(random);
        double stationary = 0;
        double own = 0;
        for (Trajectory trajectory : unseen) {
            stationary += trajectory.bestStationary() / MEMBERS;
            own += trajectory.ownCrossEntropy / MEMBERS;
        }
        double learned = pass(plan, unseen);
        if (ablated) {
            assertThat(learned).isGreaterThan(stationary);
        } else {
            assertThat(learned).isGreaterThan(own).isLessThan((own + stationary) / 2);
        }
    }
}
