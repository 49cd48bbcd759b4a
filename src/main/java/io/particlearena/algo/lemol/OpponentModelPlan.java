package io.particlearena.algo.lemol;

import io.particlearena.math.RandomStream;
import io.particlearena.nn.Adam;
import io.particlearena.nn.Gradients;
import io.particlearena.nn.Parameters;
import io.particlearena.nn.Plan;
import io.particlearena.nn.PlanProfile;
import io.particlearena.nn.Scalar;
import io.particlearena.nn.Tensor;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.store.Stateful;
import io.particlearena.store.StoreException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Trains an opponent model on several trajectories at once, chunk by chunk from their beginnings, by truncated
 * back-propagation through time: each chunk starts from the states that the one before ended with, computed with the weights
 * of that time, and no gradient flows between chunks.
 *
 * <p>For each chunk, {@link #fill} the events of each member of the batch, then {@link #learn}. A member whose trajectory
 * has ended is left out by not filling it. Episodes may begin at any step; the plan sees it by the end of the one before.
 * One thread at a time may use a plan, and no other plan of the same model at the same time.
 */
public final class OpponentModelPlan implements Stateful {

    private final OpponentModelNetwork network;
    private final OpponentModelGraph graph;
    private final RandomStream random;
    private final int members;
    private final int steps;
    private final Plan plan = new Plan();
    private final Gradients gradients;
    private final Tensor labelInput;
    private final Tensor crossEntropy;
    private final Tensor loss;
    private final @Nullable TripletLoss triplets;
    private final Scalar tripletWeight = new Scalar(0);
    private final Scalar rowWeight = new Scalar(0);

    private final float[] events;
    private final float[] observations;
    private final float[] labels;
    private final float[] logits;
    private final float[] episodeBegins;
    private final float[] trajectoryBegins;
    private final boolean[] filled;
    /** By member: whether an episode ended with its last step so far. */
    private final boolean[] episodeEnded;

    private final boolean[] newlyEnded;
    private final PredictionTally tally;
    private long chunk;

    OpponentModelPlan(
            OpponentModelNetwork network,
            Parameters parameters,
            Adam adam,
            Scalar learningRate,
            int members,
            RandomStream random) {
        this.network = network;
        this.members = members;
        this.random = random;
        OpponentModelOptions options = network.options();
        OpponentModelShape shape = network.shape();
        graph = new OpponentModelGraph(plan, network, parameters, members);
        steps = options.chunkLength() * network.period();
        int rows = steps * members;
        labelInput = plan.input(rows, shape.opponentAction());
        int[] heads = shape.heads().stream().mapToInt(Integer::intValue).toArray();
        crossEntropy = plan.scale(plan.sum(plan.softmaxCrossEntropy(graph.logits, labelInput, heads)), rowWeight);
        triplets = options.useTripletRepresentationLoss() && graph.learning != null
                ? new TripletLoss(plan, graph.learning.all(), members, options)
                : null;
        loss = triplets == null ? crossEntropy : plan.add(crossEntropy, plan.scale(triplets.loss(), tripletWeight));
        gradients = plan.gradients(loss, parameters);
        plan.step(adam, gradients, learningRate);
        events = new float[network.followsLearning() ? rows * shape.event() : 0];
        observations = new float[rows * shape.observation()];
        labels = new float[rows * shape.opponentAction()];
        logits = new float[rows * shape.opponentAction()];
        episodeBegins = new float[rows];
        trajectoryBegins = new float[members];
        filled = new boolean[members];
        episodeEnded = new boolean[members];
        newlyEnded = new boolean[members];
        tally = new PredictionTally(shape.heads());
    }

    /** The number of trajectories in a batch. */
    public int members() {
        return members;
    }

    /** The number of environment steps in a chunk. */
    public int steps() {
        return steps;
    }

    /** Begins with the first chunk of new trajectories. */
    public void beginTrajectories() {
        chunk = 0;
    }

    /**
     * Gives the next chunk of one member's trajectory.
     *
     * @param eventsOfChunk {@link #steps} events, one after the other, as {@link OpponentModelShape#writeEvent} writes them;
     *     the array may be longer
     */
    public void fill(int member, float[] eventsOfChunk) {
        OpponentModelShape shape = network.shape();
        int size = shape.event();
        if (eventsOfChunk.length < steps * size) {
            throw new IllegalArgumentException("A chunk has " + steps + " events of " + size + " numbers, but only "
                    + eventsOfChunk.length + " numbers were given");
        }
        boolean begins = chunk == 0 || episodeEnded[member];
        for (int step = 0; step < steps; step++) {
            int from = step * size;
            int periodRow = graph.periodRow(step, member);
            int stepRow = graph.stepRow(step, member);
            if (network.followsLearning()) {
                System.arraycopy(eventsOfChunk, from, events, periodRow * size, size);
            }
            System.arraycopy(
                    eventsOfChunk,
                    from + shape.opponentAction(),
                    observations,
                    (network.remembersEpisode() ? stepRow : periodRow) * shape.observation(),
                    shape.observation());
            label(eventsOfChunk, from, periodRow * shape.opponentAction());
            episodeBegins[stepRow] = begins ? 1f : 0f;
            begins = eventsOfChunk[from + size - 1] != 0;
        }
        newlyEnded[member] = begins;
        filled[member] = true;
    }

    /** Writes down what is to be predicted: the opponent's action, or where asked the likeliest class of each head. */
    private void label(float[] source, int from, int to) {
        if (!network.options().trainLemolOmOnOh()) {
            System.arraycopy(source, from, labels, to, network.shape().opponentAction());
            return;
        }
        int start = 0;
        for (int head : network.shape().heads()) {
            Arrays.fill(labels, to + start, to + start + head, 0f);
            labels[to - from + PredictionTally.largest(source, from + start, from + start + head)] = 1f;
            start += head;
        }
    }

    /**
     * Learns from the chunk that was filled in, with one step of the optimiser.
     *
     * @return how the model predicted it before that step
     */
    public ChunkResult learn() {
        return learn(plan::run);
    }

    /** Where the time of {@link #learn(PlanProfile)} will go. */
    PlanProfile newProfile() {
        return new PlanProfile(plan);
    }

    /** Learns and counts the time that each operation takes. */
    ChunkResult learn(PlanProfile profile) {
        return learn(profile::run);
    }

    private ChunkResult learn(Runnable operations) {
        int count = 0;
        for (int member = 0; member < members; member++) {
            count += filled[member] ? 1 : 0;
            if (!filled[member]) {
                clearLabels(member);
            }
        }
        if (count == 0) {
            throw new IllegalStateException("There is no chunk to learn from; fill one first");
        }
        setInputs(count);
        operations.run();
        if (graph.learning != null) {
            graph.learningHandOver.take(graph.learning);
        }
        if (graph.episode != null) {
            graph.episodeHandOver.take(graph.episode);
        }
        System.arraycopy(newlyEnded, 0, episodeEnded, 0, members);
        chunk++;
        ChunkResult result = result();
        Arrays.fill(filled, false);
        return result;
    }

    /** Rows without labels have a cross-entropy and a gradient of zero. */
    private void clearLabels(int member) {
        int size = network.shape().opponentAction();
        for (int step = 0; step < steps; step++) {
            int start = graph.periodRow(step, member) * size;
            Arrays.fill(labels, start, start + size, 0f);
        }
    }

    private void setInputs(int count) {
        labelInput.set(labels);
        graph.observations.set(observations);
        rowWeight.set(1.0 / ((double) count * steps));
        if (graph.learning != null) {
            graph.events.set(events);
            Arrays.fill(trajectoryBegins, chunk == 0 ? 1f : 0f);
            graph.trajectoryBegins.set(trajectoryBegins);
            graph.learningHandOver.give();
        }
        if (graph.episode != null) {
            graph.episodeBegins.set(episodeBegins);
            graph.episodeHandOver.give();
        }
        if (triplets != null) {
            triplets.draw(random);
            triplets.prepare(filled);
            tripletWeight.set(network.options().tripletWeight(chunk));
        }
    }

    private ChunkResult result() {
        graph.logits.get(logits);
        tally.clear();
        for (int member = 0; member < members; member++) {
            for (int step = 0; filled[member] && step < steps; step++) {
                tally.add(
                        logits,
                        labels,
                        graph.periodRow(step, member) * network.shape().opponentAction());
            }
        }
        return new ChunkResult(
                loss.value(),
                crossEntropy.value(),
                triplets == null ? 0 : triplets.loss().value(),
                tally.headAccuracies(),
                tally.entropy());
    }

    @Override
    public void save(StateWriter out) {
        out.putLong("chunk", chunk);
        out.putLongs("random", words(random.state()));
        long[] ended = new long[members];
        Arrays.setAll(ended, member -> episodeEnded[member] ? 1 : 0);
        out.putLongs("episode_ended", ended);
        out.put("learning", graph.learningHandOver);
        out.put("episode", graph.episodeHandOver);
    }

    private static long[] words(RandomStream.State state) {
        return new long[] {state.s0(), state.s1(), state.s2(), state.s3()};
    }

    /** Goes on with the chunk after the one that was learned before {@link #save}. */
    @Override
    public void load(StateReader in) {
        long[] ended = in.getLongs("episode_ended");
        if (ended.length != members) {
            throw new StoreException("A batch of " + members + " trajectories cannot go on where one of " + ended.length
                    + " was stored.");
        }
        chunk = in.getLong("chunk");
        long[] words = in.getLongs("random");
        random.restore(new RandomStream.State(words[0], words[1], words[2], words[3]));
        for (int member = 0; member < members; member++) {
            episodeEnded[member] = ended[member] != 0;
        }
        in.get("learning", graph.learningHandOver);
        in.get("episode", graph.episodeHandOver);
    }

    /** The gradient of the latest chunk, for tests. */
    Gradients gradients() {
        return gradients;
    }

    /** The prediction of the latest chunk for a step, for tests. */
    float[] logits(int step, int member) {
        int size = network.shape().opponentAction();
        int start = graph.periodRow(step, member) * size;
        return Arrays.copyOfRange(logits, start, start + size);
    }
}
