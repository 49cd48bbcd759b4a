package io.particlearena.algo.lemol;

import io.particlearena.math.RandomStream;
import io.particlearena.nn.Gradients;
import io.particlearena.options.OptionException;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.store.Stateful;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How one agent's opponent models learn between trajectories: several passes, each over a batch of trajectories drawn with
 * replacement, chunk by chunk. A unit of work is one chunk of one pass for all modelled agents.
 */
final class Study implements Stateful {

    private final OpponentModelOptions options;
    private final List<OpponentModel> models;
    private final ExperiencePool pool;
    private final RandomStream random;
    private final List<RandomStream> triplets;
    private final @Nullable OpponentModelPlan[] plans;

    /** By pass and member of the batch the place of a trajectory in the pool. */
    private final List<int[]> batches = new ArrayList<>();

    private float[] rows = {};
    private float[] events = {};

    /**
     * @param models by modelled agent; one model may occur several times
     * @param random for the batches
     * @param triplets by modelled agent, for the triplet loss
     */
    Study(
            OpponentModelOptions options,
            List<OpponentModel> models,
            ExperiencePool pool,
            RandomStream random,
            List<RandomStream> triplets) {
        this.options = options;
        this.models = List.copyOf(models);
        this.pool = pool;
        this.random = random;
        this.triplets = List.copyOf(triplets);
        this.plans = new OpponentModelPlan[models.size()];
    }

    /**
     * Refuses trajectories without a single chunk, unless there are others to learn from already.
     *
     * @param longest the most steps that a trajectory can have
     * @param period environment steps in a period of block processing
     * @throws OptionException if so
     */
    void requireLongTrajectories(long longest, int period) {
        int stepsEach = options.blockProcessing() ? period : 1;
        long chunk = (long) options.chunkLength() * stepsEach;
        if (models.isEmpty()
                || options.omTrainingIters() == 0
                || !pool.finished().isEmpty()
                || longest >= chunk) {
            return;
        }
        throw new OptionException(
                "chunk_length",
                "Option chunk_length is " + options.chunkLength() + ", which makes chunks of " + chunk
                        + " steps, but a trajectory has at most " + longest + " after exploration; raise num_episodes"
                        + (longest < stepsEach ? "." : ", or make chunk_length at most " + longest / stepsEach + "."));
    }

    /**
     * Refuses to begin with study where there is nothing to learn, or to learn from.
     *
     * @param folder the folder of experience that runs have in common; empty if there is none
     * @throws OptionException if so
     */
    void requireExperience(String folder) {
        if (models.isEmpty()) {
            throw new OptionException(
                    "feed_lemol_true_action", "An oracle has no opponent model that could learn without play.");
        }
        if (folder.isEmpty()) {
            throw new OptionException(
                    "lemol_save_path",
                    "Option lemol_save_path is empty, but learning without play needs the folder of an earlier run's"
                            + " experience.");
        }
        if (pool.finished().isEmpty()) {
            throw new OptionException(
                    "lemol_save_path",
                    "Option lemol_save_path is " + folder
                            + ", which holds no trajectories to learn from without play; those of a run lie in the folder"
                            + " experience/POLICY of the run's.");
        }
    }

    /**
     * Draws the batches of all passes.
     *
     * @param notices told if all trajectories, as where episodes end early, are shorter than a chunk
     * @return the number of units of work
     */
    long begin(Consumer<String> notices) {
        batches.clear();
        int kept = pool.finished().size();
        if (models.isEmpty() || kept == 0) {
            return 0;
        }
        for (int pass = 0; pass < options.omTrainingIters(); pass++) {
            int[] batch = new int[options.numTrajToTrain()];
            for (int member = 0; member < batch.length; member++) {
                batch[member] = random.nextInt(kept);
            }
            batches.add(batch);
        }
        long units = 0;
        for (int[] batch : batches) {
            units += chunks(batch);
        }
        if (units == 0 && options.omTrainingIters() > 0) {
            long longest = pool.finished().stream()
                    .mapToLong(name -> pool.open(name).rows())
                    .max()
                    .orElse(0);
            notices.accept("The opponent model learns nothing in this cycle: its chunks have " + plan(0).steps()
                    + " steps, but the longest trajectory has " + longest
                    + " after exploration. More episodes or a smaller chunk_length would help.");
            end();
        }
        return units;
    }

    /** The number of whole chunks in the longest trajectory of a batch. */
    private long chunks(int[] batch) {
        long most = 0;
        for (int trajectory : batch) {
            most = Math.max(most, trajectory(trajectory).rows() / plan(0).steps());
        }
        return most;
    }

    private Trajectory trajectory(int place) {
        return pool.open(pool.finished().get(place));
    }

    private OpponentModelPlan plan(int index) {
        OpponentModelPlan made = plans[index];
        if (made == null) {
            made = models.get(index).plan(options.numTrajToTrain(), triplets.get(index));
            plans[index] = made;
        }
        return made;
    }

    /**
     * Learns from one chunk.
     *
     * @param unit counted from 0
     * @param results receives for the place of each modelled agent how well its model predicted the chunk
     */
    void learn(long unit, BiConsumer<Integer, ChunkResult> results) {
        long chunk = unit;
        int pass = 0;
        while (chunk >= chunks(batches.get(pass))) {
            chunk -= chunks(batches.get(pass));
            pass++;
        }
        for (int index = 0; index < models.size(); index++) {
            OpponentModelPlan plan = plan(index);
            if (chunk == 0) {
                plan.beginTrajectories();
            }
            fill(plan, index, batches.get(pass), chunk);
            results.accept(index, plan.learn());
        }
    }

    private void fill(OpponentModelPlan plan, int index, int[] batch, long chunk) {
        ExperienceLayout layout = pool.layout();
        int steps = plan.steps();
        int size = layout.eventSize(index);
        if (rows.length < steps * layout.size()) {
            rows = new float[steps * layout.size()];
        }
        if (events.length < steps * size) {
            events = new float[steps * size];
        }
        for (int member = 0; member < batch.length; member++) {
            Trajectory trajectory = trajectory(batch[member]);
            if ((chunk + 1) * steps <= trajectory.rows()) {
                trajectory.read(chunk * steps, steps, rows);
                for (int step = 0; step < steps; step++) {
                    layout.event(rows, step * layout.size(), index, events, step * size);
                }
                plan.fill(member, events);
            }
        }
    }

    /** Hands over, by the place of each modelled agent, the gradients of the latest chunk. */
    void show(BiConsumer<Integer, Gradients> sink) {
        for (int index = 0; index < models.size(); index++) {
            sink.accept(index, plan(index).gradients());
        }
    }

    /** Lets go of the experience when all work is done. */
    void end() {
        batches.clear();
        pool.close();
    }

    @Override
    public void save(StateWriter out) {
        RandomStream.State state = random.state();
        out.putLongs("random", new long[] {state.s0(), state.s1(), state.s2(), state.s3()});
        out.putLong("passes", batches.size());
        for (int pass = 0; pass < batches.size(); pass++) {
            long[] batch = Arrays.stream(batches.get(pass)).asLongStream().toArray();
            out.putLongs("batch_" + pass, batch);
        }
        for (int index = 0; index < plans.length; index++) {
            OpponentModelPlan made = plans[index];
            if (made != null) {
                out.put("plan_" + index, made);
            }
        }
    }

    @Override
    public void load(StateReader in) {
        long[] words = in.getLongs("random");
        random.restore(new RandomStream.State(words[0], words[1], words[2], words[3]));
        batches.clear();
        for (int pass = 0; pass < in.getLong("passes"); pass++) {
            batches.add(Arrays.stream(in.getLongs("batch_" + pass))
                    .mapToInt(Math::toIntExact)
                    .toArray());
        }
        for (int index = 0; index < plans.length; index++) {
            if (in.has("plan_" + index)) {
                in.get("plan_" + index, plan(index));
            }
        }
    }
}
