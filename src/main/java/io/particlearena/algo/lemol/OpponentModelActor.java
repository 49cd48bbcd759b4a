package io.particlearena.algo.lemol;

import static io.particlearena.algo.lemol.OpponentModelNetwork.EPISODE;
import static io.particlearena.algo.lemol.OpponentModelNetwork.LEARNING;
import static io.particlearena.algo.lemol.OpponentModelNetwork.initialCell;
import static io.particlearena.algo.lemol.OpponentModelNetwork.initialHidden;

import io.particlearena.nn.Lstm;
import io.particlearena.nn.LstmActor;
import io.particlearena.nn.MlpActor;
import io.particlearena.nn.ParameterLayout;
import io.particlearena.nn.Parameters;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.store.Stateful;
import io.particlearena.store.StoreException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An immutable snapshot of an opponent model that predicts in play, in plain Java; any thread may use it. What it remembers
 * of a trajectory is in a {@link Memory} of the caller's.
 *
 * <p>For each step of the environment: {@link #predict}, then {@link #observe}; before the first step of an episode
 * {@link Memory#beginEpisode}. The predictions are those that {@link OpponentModelPlan} computes for the same events.
 */
public final class OpponentModelActor {

    private final OpponentModelNetwork network;
    private final @Nullable LstmActor forwardSummary;
    private final @Nullable LstmActor backwardSummary;
    private final @Nullable LstmActor learning;
    private final float[] initialHidden;
    private final float[] initialCell;
    private final @Nullable LstmActor episode;
    private final float[] initialEpisodeHidden;
    private final float[] initialEpisodeCell;
    private final MlpActor head;
    private final int presentSize;

    OpponentModelActor(OpponentModelNetwork network, Parameters parameters) {
        this.network = network;
        float[] values = parameters.toArray();
        ParameterLayout layout = parameters.layout();
        boolean summarises = network.summarises();
        boolean follows = network.followsLearning();
        boolean remembers = network.remembersEpisode();
        forwardSummary = summarises ? actor(network.forwardSummary(), layout, values) : null;
        backwardSummary = summarises ? actor(network.backwardSummary(), layout, values) : null;
        learning = follows ? actor(network.learning(), layout, values) : null;
        initialHidden = follows ? row(initialHidden(LEARNING), layout, values) : new float[0];
        initialCell = follows ? row(network.learningCellSource(), layout, values) : new float[0];
        episode = remembers ? actor(network.episode(), layout, values) : null;
        initialEpisodeHidden = remembers ? row(initialHidden(EPISODE), layout, values) : new float[0];
        initialEpisodeCell = remembers ? row(initialCell(EPISODE), layout, values) : new float[0];
        head = network.head().actor(part(network.head().layout(), layout, values));
        presentSize = network.presentSize();
    }

    private static LstmActor actor(Lstm layer, ParameterLayout layout, float[] values) {
        return layer.actor(part(layer.layout(), layout, values));
    }

    /** The parameters of one layer, which lie one after the other. */
    private static float[] part(ParameterLayout layer, ParameterLayout layout, float[] values) {
        int start = layout.entry(layer.entries().get(0).name()).offset();
        return Arrays.copyOfRange(values, start, start + layer.size());
    }

    private static float[] row(String name, ParameterLayout layout, float[] values) {
        ParameterLayout.Entry entry = layout.entry(name);
        return Arrays.copyOfRange(values, entry.offset(), entry.offset() + entry.size());
    }

    public OpponentModelShape shape() {
        return network.shape();
    }

    /** A memory at the beginning of a trajectory. It serves all snapshots of models with the same options and shape. */
    public Memory newMemory() {
        int scratch = 0;
        for (LstmActor layer : new @Nullable LstmActor[] {forwardSummary, learning, episode}) {
            scratch = layer == null ? scratch : Math.max(scratch, layer.scratchSize());
        }
        return new Memory(network, new float[scratch], head.newScratch());
    }

    /**
     * Predicts what the opponent does now. Allocates nothing.
     *
     * @param observation the own observation; the array may be longer
     * @return for each head of the opponent the probabilities of its classes; the array is the memory's and lasts until its
     *     next prediction
     */
    public float[] predict(double[] observation, Memory memory) {
        float[] input = memory.headInput;
        for (int i = 0; i < memory.observation.length; i++) {
            memory.observation[i] = (float) observation[i];
        }
        float[] present = memory.observation;
        if (episode != null) {
            if (memory.episodeIsFresh) {
                System.arraycopy(initialEpisodeHidden, 0, memory.episodeHidden, 0, presentSize);
                System.arraycopy(initialEpisodeCell, 0, memory.episodeCell, 0, presentSize);
            }
            episode.apply(memory.observation, memory.episodeHidden, memory.episodeCell, memory.scratch);
            present = memory.episodeHidden;
        }
        memory.episodeIsFresh = false;
        System.arraycopy(present, 0, input, 0, presentSize);
        learningFeature(memory, input, presentSize);
        head.apply(input, memory.headScratch, memory.probabilities);
        int start = 0;
        for (int size : memory.heads) {
            softmax(memory.probabilities, start, start + size);
            start += size;
        }
        return memory.probabilities;
    }

    private static void softmax(float[] values, int from, int to) {
        double largest = values[PredictionTally.largest(values, from, to)];
        double sum = 0;
        for (int i = from; i < to; i++) {
            double weight = Math.exp(values[i] - largest);
            values[i] = (float) weight;
            sum += weight;
        }
        for (int i = from; i < to; i++) {
            values[i] = (float) (values[i] / sum);
        }
    }

    /** The number of values in the learning feature; 0 where the model does not follow the opponent's learning. */
    public int learningFeatureSize() {
        return initialHidden.length;
    }

    /** Copies what the model knows of the opponent's learning, the LSTM's hidden state, into {@code target}. */
    public void learningFeature(Memory memory, float[] target) {
        learningFeature(memory, target, 0);
    }

    private void learningFeature(Memory memory, float[] target, int start) {
        System.arraycopy(memory.hasFeature ? memory.hidden : initialHidden, 0, target, start, initialHidden.length);
    }

    /**
     * Copies the hidden and then the cell state of the LSTM over the present episode into {@code target}.
     *
     * @param start where the first number goes
     */
    void episodeState(Memory memory, float[] target, int start) {
        float[] hidden = memory.episodeIsFresh ? initialEpisodeHidden : memory.episodeHidden;
        float[] cell = memory.episodeIsFresh ? initialEpisodeCell : memory.episodeCell;
        System.arraycopy(hidden, 0, target, start, hidden.length);
        System.arraycopy(cell, 0, target, start + hidden.length, cell.length);
    }

    /**
     * Takes note of the step that was just made. After every step, with block processing after every period, the learning
     * feature is a new one. Allocates nothing.
     *
     * @param event as {@link OpponentModelShape#writeEvent} writes it
     */
    public void observe(float[] event, Memory memory) {
        if (learning == null) {
            return;
        }
        System.arraycopy(
                event, 0, memory.events[memory.eventCount], 0, network.shape().event());
        memory.eventCount++;
        if (memory.eventCount < memory.events.length) {
            return;
        }
        memory.eventCount = 0;
        if (!memory.hasFeature) {
            System.arraycopy(initialHidden, 0, memory.hidden, 0, initialHidden.length);
            System.arraycopy(initialCell, 0, memory.cell, 0, initialCell.length);
            memory.hasFeature = true;
        }
        float[] input = memory.events[0];
        if (forwardSummary != null && backwardSummary != null) {
            summarise(memory, forwardSummary, false);
            summarise(memory, backwardSummary, true);
            input = memory.summary;
        }
        learning.apply(input, memory.hidden, memory.cell, memory.scratch);
    }

    /** Runs over the period's events and writes the last state into its half of the summary. */
    private static void summarise(Memory memory, LstmActor layer, boolean backward) {
        int period = memory.events.length;
        Arrays.fill(memory.summaryHidden, 0f);
        Arrays.fill(memory.summaryCell, 0f);
        for (int step = 0; step < period; step++) {
            layer.apply(
                    memory.events[backward ? period - 1 - step : step],
                    memory.summaryHidden,
                    memory.summaryCell,
                    memory.scratch);
        }
        int half = memory.summaryHidden.length;
        System.arraycopy(memory.summaryHidden, 0, memory.summary, backward ? half : 0, half);
    }

    /** What is remembered of one trajectory in one environment, with scratch space. */
    public static final class Memory implements Stateful {
        private final int[] heads;
        private final float[] hidden;
        private final float[] cell;
        /** Whether the hidden state is that of this trajectory, instead of the learned initial one. */
        private boolean hasFeature;

        private final float[] episodeHidden;
        private final float[] episodeCell;
        private boolean episodeIsFresh = true;
        private final float[][] events;
        private int eventCount;
        private final float[] probabilities;
        private final float[] observation;
        private final float[] headInput;
        private final float[] summary;
        private final float[] summaryHidden;
        private final float[] summaryCell;
        private final float[] scratch;
        private final MlpActor.Scratch headScratch;

        private Memory(OpponentModelNetwork network, float[] scratch, MlpActor.Scratch headScratch) {
            OpponentModelOptions options = network.options();
            OpponentModelShape shape = network.shape();
            int half = options.episodeEmbeddingDim() / 2;
            heads = shape.heads().stream().mapToInt(Integer::intValue).toArray();
            hidden = new float[options.lstmHiddenDim()];
            cell = new float[options.lstmHiddenDim()];
            episodeHidden = new float[options.inEpLstmDim()];
            episodeCell = new float[options.inEpLstmDim()];
            events = new float[network.period()][shape.event()];
            probabilities = new float[shape.opponentAction()];
            observation = new float[shape.observation()];
            headInput = new float[network.head().inputs()];
            summary = new float[2 * half];
            summaryHidden = new float[half];
            summaryCell = new float[half];
            this.scratch = scratch;
            this.headScratch = headScratch;
        }

        /** Forgets the past: a new trajectory begins, against an opponent that begins to learn anew. */
        public void beginTrajectory() {
            hasFeature = false;
            eventCount = 0;
            episodeIsFresh = true;
        }

        /** Forgets the episode's observations; what is known of the opponent's learning stays. */
        public void beginEpisode() {
            episodeIsFresh = true;
        }

        /** Takes over what another memory knows of the opponent's learning, as of the last full period. */
        void takeLearningFrom(Memory other) {
            System.arraycopy(other.hidden, 0, hidden, 0, hidden.length);
            System.arraycopy(other.cell, 0, cell, 0, cell.length);
            hasFeature = other.hasFeature;
        }

        /** The numbers that {@link OpponentModelActor#episodeState} copies. */
        int episodeStateSize() {
            return episodeHidden.length + episodeCell.length;
        }

        /** The latest prediction; the array is this memory's. */
        public float[] probabilities() {
            return probabilities;
        }

        @Override
        public void save(StateWriter out) {
            out.putFloats("hidden", hidden);
            out.putFloats("cell", cell);
            out.putFloats("episode_hidden", episodeHidden);
            out.putFloats("episode_cell", episodeCell);
            out.putFloats("probabilities", probabilities);
            out.putLong("has_feature", hasFeature ? 1 : 0);
            out.putLong("episode_is_fresh", episodeIsFresh ? 1 : 0);
            int size = events[0].length;
            float[] past = new float[eventCount * size];
            for (int i = 0; i < eventCount; i++) {
                System.arraycopy(events[i], 0, past, i * size, size);
            }
            out.putFloats("events", past);
        }

        @Override
        public void load(StateReader in) {
            int size = events[0].length;
            float[] past = in.getFloats("events");
            if (past.length % size != 0 || past.length >= events.length * size) {
                throw new StoreException("An opponent model's period of " + events.length + " events of " + size
                        + " numbers cannot take the " + past.length + " numbers that were stored.");
            }
            load(in, "hidden", hidden);
            load(in, "cell", cell);
            load(in, "episode_hidden", episodeHidden);
            load(in, "episode_cell", episodeCell);
            load(in, "probabilities", probabilities);
            hasFeature = in.getLong("has_feature") != 0;
            episodeIsFresh = in.getLong("episode_is_fresh") != 0;
            eventCount = past.length / size;
            for (int i = 0; i < eventCount; i++) {
                System.arraycopy(past, i * size, events[i], 0, size);
            }
        }

        private static void load(StateReader in, String name, float[] target) {
            float[] stored = in.getFloats(name);
            if (stored.length != target.length) {
                throw new StoreException("An opponent model's memory of " + name + " has " + target.length
                        + " numbers, but " + stored.length + " were stored.");
            }
            System.arraycopy(stored, 0, target, 0, target.length);
        }
    }
}
