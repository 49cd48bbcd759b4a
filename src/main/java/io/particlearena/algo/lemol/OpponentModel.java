package io.particlearena.algo.lemol;

import io.particlearena.math.RandomStream;
import io.particlearena.nn.Adam;
import io.particlearena.nn.Parameters;
import io.particlearena.nn.Scalar;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.store.Stateful;

/**
 * A model of how an opponent acts while it learns: its weights with the optimiser's moments, the plans that train it, and
 * snapshots of it that predict in play.
 *
 * <p>One model may serve several modelled agents of the same shape; then all of their experience trains it.
 */
public final class OpponentModel implements Stateful {

    private final OpponentModelNetwork network;
    private final Parameters parameters;
    private final Adam adam;
    private final Scalar learningRate;

    /**
     * Makes a model with random weights.
     *
     * @param period environment steps in a period of block processing (agent_update_freq); without block processing, a period
     *     is one step whatever is given here
     * @param random for the first weights
     */
    public OpponentModel(OpponentModelOptions options, OpponentModelShape shape, int period, RandomStream random) {
        network = new OpponentModelNetwork(options, shape, options.blockProcessing() ? period : 1);
        parameters = new Parameters(network.layout());
        parameters.initialise(random);
        adam = Adam.tensorFlow(parameters);
        learningRate = new Scalar(options.omlr());
    }

    public OpponentModelShape shape() {
        return network.shape();
    }

    /** The number of weights. */
    public int size() {
        return parameters.size();
    }

    /** A copy of the weights. */
    public float[] toArray() {
        return parameters.toArray();
    }

    /** Changes the learning rate of all plans. */
    public void setLearningRate(double rate) {
        learningRate.set(rate);
    }

    /** An immutable snapshot of the model as it is now. */
    public OpponentModelActor actor() {
        return new OpponentModelActor(network, parameters);
    }

    /**
     * A plan that trains this model.
     *
     * @param members the number of trajectories in a batch
     * @param random for the triplet loss; the plan saves and restores it
     */
    public OpponentModelPlan plan(int members, RandomStream random) {
        return new OpponentModelPlan(network, parameters, adam, learningRate, members, random);
    }

    /** Saves weights and moments. */
    @Override
    public void save(StateWriter out) {
        out.put("network", parameters);
        out.put("adam", adam);
    }

    @Override
    public void load(StateReader in) {
        in.get("network", parameters);
        in.get("adam", adam);
    }

    Parameters parameters() {
        return parameters;
    }

    OpponentModelNetwork network() {
        return network;
    }
}
