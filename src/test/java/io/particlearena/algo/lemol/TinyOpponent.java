package io.particlearena.algo.lemol;

import io.particlearena.math.RandomStream;
import io.particlearena.options.OptionSchema;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Small opponent models and random experience for tests. */
final class TinyOpponent {

    static final OptionSchema<OpponentModelOptions> OPTIONS = OptionSchema.of(OpponentModelOptions.class);
    static final OpponentModelShape SHAPE = new OpponentModelShape(3, 2, List.of(3, 2));
    static final int PERIOD = 3;
    static final int CHUNK = 4;

    private TinyOpponent() {}

    /** Options of a small model; pairs like {@code block_processing=true} change them. */
    static OpponentModelOptions options(String... changes) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "lstm_hidden_dim", 5,
                "chunk_length", CHUNK,
                "episode_embedding_dim", 6,
                "in_ep_lstm_dim", 4));
        for (String change : changes) {
            for (String pair : change.split(" ", -1)) {
                if (!pair.isEmpty()) {
                    values.put(pair.split("=", -1)[0], pair.split("=", -1)[1]);
                }
            }
        }
        return OPTIONS.parse(values);
    }

    /** A model whose weights are all random, those of biases and initial states too. */
    static OpponentModel model(long seed, String... changes) {
        OpponentModel model = new OpponentModel(options(changes), SHAPE, PERIOD, RandomStream.ofSeed(seed));
        RandomStream random = RandomStream.ofSeed(seed + 1);
        float[] weights = new float[model.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (0.8 * random.nextDouble() - 0.4);
        }
        model.parameters().set(weights);
        return model;
    }

    /** Random events, one after the other, in which an episode ends at about every fourth step. */
    static float[] events(int steps, long seed) {
        RandomStream random = RandomStream.ofSeed(seed);
        float[] events = new float[steps * SHAPE.event()];
        double[] opponentAction = new double[SHAPE.opponentAction()];
        double[] observation = new double[SHAPE.observation()];
        double[] ownAction = new double[SHAPE.ownAction()];
        float[] event = new float[SHAPE.event()];
        for (int step = 0; step < steps; step++) {
            int from = 0;
            for (int size : SHAPE.heads()) {
                fillDistribution(opponentAction, from, size, random);
                from += size;
            }
            fillDistribution(ownAction, 0, ownAction.length, random);
            for (int i = 0; i < observation.length; i++) {
                observation[i] = 2 * random.nextDouble() - 1;
            }
            boolean ended = random.nextInt(4) == 0;
            SHAPE.writeEvent(opponentAction, observation, ownAction, random.nextGaussian(), ended, event);
            System.arraycopy(event, 0, events, step * event.length, event.length);
        }
        return events;
    }

    private static void fillDistribution(double[] values, int from, int size, RandomStream random) {
        double sum = 0;
        for (int i = from; i < from + size; i++) {
            values[i] = random.nextExponential();
            sum += values[i];
        }
        for (int i = from; i < from + size; i++) {
            values[i] /= sum;
        }
    }

    /** Some events, by step, in double precision. */
    static double[][] widen(float[] events, int firstStep, int steps) {
        int size = SHAPE.event();
        double[][] result = new double[steps][size];
        for (int step = 0; step < steps; step++) {
            for (int i = 0; i < size; i++) {
                result[step][i] = events[(firstStep + step) * size + i];
            }
        }
        return result;
    }

    /** The events of one chunk. */
    static float[] chunk(float[] events, int chunk, int steps) {
        int size = steps * SHAPE.event();
        return Arrays.copyOfRange(events, chunk * size, (chunk + 1) * size);
    }
}
