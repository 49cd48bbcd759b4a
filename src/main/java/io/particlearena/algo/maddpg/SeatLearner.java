package io.particlearena.algo.maddpg;

import io.particlearena.algo.parts.AlgorithmFailure;
import io.particlearena.algo.parts.Critic;
import io.particlearena.algo.parts.MetricSink;
import io.particlearena.algo.parts.NetworkSink;
import io.particlearena.algo.parts.Policy;
import io.particlearena.algo.parts.PolicyContext;
import io.particlearena.algo.parts.TargetActions;
import io.particlearena.env.AgentSpec;
import io.particlearena.math.RandomStream;
import io.particlearena.nn.MlpActor;
import io.particlearena.nn.Tensor;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.store.Stateful;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one seat has learned and how it goes on: its networks, streams, update plan and the newest snapshot of its policy.
 */
public final class SeatLearner implements Stateful {

    private final SeatDesign design;
    private final Perturbations perturbations;
    private final PolicyContext context;
    private final AgentSpec agent;
    private final LearningRates rates;
    private final RandomStream initial;
    private final SeatNetworks networks;
    private final RandomStream replayStream;
    private final RandomStream noise;
    private final int[] rows;
    private long updates;
    private List<Policy> policyOfSeat = List.of();
    private @Nullable UpdatePlan plan;
    private volatile MlpActor snapshot;
    private volatile Critic critic;

    /**
     * @param design what the networks see
     * @param context of the seat's policy; further columns of its replay buffer are those that the design names
     * @param rates the options that may change, shared with the policy's other seats
     */
    public SeatLearner(SeatDesign design, PolicyContext context, LearningRates rates) {
        this(design, Perturbations.NONE, context, rates);
    }

    SeatLearner(SeatDesign design, Perturbations perturbations, PolicyContext context, LearningRates rates) {
        this.design = design;
        this.perturbations = perturbations;
        this.context = context;
        this.agent = context.agents().get(design.seat());
        this.rates = rates;
        this.initial = stream("initial");
        this.networks = new SeatNetworks(design, initial);
        this.replayStream = stream("replay");
        this.noise = stream("noise");
        this.rows = new int[design.options().batchSize()];
        this.snapshot = networks.actor();
        this.critic = newCritic();
    }

    private RandomStream stream(String use) {
        return context.streams().stream("policy/" + context.name() + "/" + design.seat() + "/" + use);
    }

    /**
     * States who plays the seats whose target actions the critic needs.
     *
     * @throws IllegalArgumentException if one of them cannot tell
     */
    public void connect(List<Policy> policies) {
        for (int seen : design.view().acting()) {
            if (!design.predictions().replaces(seen)) {
                TargetActions.require(policies, context.agents(), seen);
            }
        }
        policyOfSeat = List.copyOf(policies);
        plan = null;
    }

    /**
     * The policy as of the latest commit, whose input is the agent's observation and then the predictions. May be called from
     * any thread.
     */
    public MlpActor snapshot() {
        return snapshot;
    }

    /** The critic as of the latest commit. May be called from any thread. */
    public Critic critic() {
        return critic;
    }

    private Critic newCritic() {
        return new SeatCritic(design.view(), networks.criticSnapshot());
    }

    private void renewSnapshots() {
        snapshot = networks.actor();
        critic = newCritic();
    }

    /** Appends a sample of what the target policy would do, on predictions that are the target actions of those agents. */
    public Tensor appendTargetAction(TargetActions actions) {
        List<Tensor> input = new ArrayList<>(List.of(actions.nextObservation(design.seat())));
        design.predictions().seats().forEach(seat -> input.add(actions.of(seat)));
        return networks.targetAction(actions.plan(), actions.plan().concat(input), actions.noise());
    }

    /** The plan of this seat's updates, made when first needed. */
    UpdatePlan plan() {
        UpdatePlan made = plan;
        if (made == null) {
            made = new UpdatePlan(new UpdatePlan.Parts(
                    design, perturbations, networks, rates, context.replay(), policyOfSeat, noise));
            plan = made;
        }
        return made;
    }

    /** Draws the rows of the next update; the array is this object's. */
    public int[] drawRows() {
        context.replay().sample(replayStream, rows);
        return rows;
    }

    /**
     * Where supplied predictions at the drawn rows must be written before {@link #update}, [batch, prediction size] row by
     * row.
     */
    public float[] suppliedPredictions() {
        return plan().steps().suppliedPredictions(0);
    }

    /** The same for predictions at the observations after the steps. */
    public float[] suppliedNextPredictions() {
        return plan().steps().suppliedPredictions(1);
    }

    /** Learns from the given rows of the replay buffer. */
    public void update(int[] drawn, MetricSink metrics) {
        UpdatePlan update = plan();
        update.run(drawn);
        updates++;
        update.report((name, value) -> {
            if (!Double.isFinite(value)) {
                throw AlgorithmFailure.notFinite(agent.name(), updates, name, value);
            }
            metrics.put(name, value);
        });
    }

    /** Shows both networks, and the gradients of the latest update. */
    public void showNetworks(NetworkSink sink) {
        plan().showNetworks(sink);
    }

    /** How strongly the predictions moved the policy's outputs in the latest update, see {@link SeatDesign}. */
    public double influence() {
        return plan().influence();
    }

    /** Makes the outcome of the latest update visible: target networks and the snapshot. */
    public void commit() {
        networks.moveTargets(rates.polyak());
        renewSnapshots();
    }

    /** Forgets everything learned. */
    public void restart() {
        networks.restart(initial);
        renewSnapshots();
    }

    @Override
    public void save(StateWriter out) {
        out.put("networks", networks);
        out.putLong("updates", updates);
        out.putLongs("initial_stream", words(initial));
        out.putLongs("replay_stream", words(replayStream));
        out.putLongs("noise_stream", words(noise));
    }

    private static long[] words(RandomStream stream) {
        RandomStream.State state = stream.state();
        return new long[] {state.s0(), state.s1(), state.s2(), state.s3()};
    }

    @Override
    public void load(StateReader in) {
        in.get("networks", networks);
        updates = in.getLong("updates");
        restore(initial, in.getLongs("initial_stream"));
        restore(replayStream, in.getLongs("replay_stream"));
        restore(noise, in.getLongs("noise_stream"));
        renewSnapshots();
    }

    private static void restore(RandomStream stream, long[] words) {
        stream.restore(new RandomStream.State(words[0], words[1], words[2], words[3]));
    }
}
