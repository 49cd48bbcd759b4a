package io.particlearena.algo.ppo;

import io.particlearena.algo.parts.Actor;
import io.particlearena.algo.parts.AlgorithmFailure;
import io.particlearena.algo.parts.Critic;
import io.particlearena.algo.parts.MetricSink;
import io.particlearena.algo.parts.NetworkSink;
import io.particlearena.algo.parts.PolicyContext;
import io.particlearena.algo.parts.TargetActions;
import io.particlearena.env.AgentSpec;
import io.particlearena.math.RandomStream;
import io.particlearena.nn.MlpActor;
import io.particlearena.nn.Tensor;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.store.Stateful;
import java.util.List;

/**
 * What one seat, or several that share networks, have learned and how they go on: networks, streams, update plans and newest
 * actors. The first of the seats learns for all.
 *
 * <p>An update is that of Spinning Up's program: advantages and returns of the whole rollout; passes of the policy until it
 * has moved too far, where the pass that shows so still counts; passes of the value. Beyond it, passes may deal the rollout
 * into minibatches at random; rows beyond a whole number in each are left out of that pass.
 */
final class PpoLearner implements Stateful {

    private final PpoOptions options;
    private final List<Integer> seats;
    private final AgentSpec agent;
    private final PpoRates rates;
    private final PpoNetworks networks;
    private final RandomStream initial;
    private final RandomStream shuffling;
    private final Lesson lesson;
    private final int[] order;
    private final float[] outputs;
    private final float[] nextOutputs;
    private final PolicyPlan policyStep;
    private final PolicyPlan policyCheck;
    private final ValuePlan valueStep;
    private final ValuePlan valueCheck;
    private final int minibatch;
    private long updates;
    private final List<ValueView> views;
    private volatile List<PpoActor> actors;
    private volatile List<Critic> critics;

    /**
     * @param seats those who share networks, ascending and of equal shape
     * @param rollout the experience of the policy
     * @param rates the options that may change
     */
    PpoLearner(PpoOptions options, PolicyContext context, List<Integer> seats, Rollout rollout, PpoRates rates) {
        this.options = options;
        this.seats = List.copyOf(seats);
        this.rates = rates;
        List<AgentSpec> agents = context.agents();
        views = seats.stream()
                .map(seat -> ValueView.of(seat, options.critic(), agents))
                .toList();
        agent = agents.get(seats.get(0));
        networks = new PpoNetworks(
                options,
                new PpoDistribution(agent.actions(), options.ppoDistribution()),
                agent.observationSize(),
                views.get(0).size(agents));
        String use = "policy/" + context.name() + "/" + seats.get(0) + "/";
        initial = context.streams().stream(use + "initial");
        shuffling = context.streams().stream(use + "shuffling");
        networks.initialise(initial);
        lesson = new Lesson(rollout, agents, seats, views, options.ppoBootstrap());
        order = new int[lesson.rows()];
        outputs = new float[lesson.rows()];
        nextOutputs = new float[lesson.rows()];
        minibatch = lesson.rows() / options.ppoMinibatches();
        policyStep = new PolicyPlan(networks, rates, minibatch, true);
        policyCheck = new PolicyPlan(networks, rates, lesson.rows(), false);
        valueStep = new ValuePlan(networks, rates, minibatch, true);
        valueCheck = new ValuePlan(networks, rates, lesson.rows(), false);
        actors = newActors();
        critics = newCritics();
    }

    private List<PpoActor> newActors() {
        return networks.policyNetwork().actors(networks.publishedPolicy(), seats);
    }

    private List<Critic> newCritics() {
        MlpActor network = networks.valueNetwork().actor(networks.value().toArray());
        return views.stream()
                .<Critic>map(view -> new PpoCritic(view, network, networks.returnScale()))
                .toList();
    }

    /** The first of the seats, which learns for all. */
    int leader() {
        return seats.get(0);
    }

    Actor actor(int seat) {
        return actors.get(seats.indexOf(seat));
    }

    Critic critic(int seat) {
        return critics.get(seats.indexOf(seat));
    }

    Tensor appendTargetAction(int seat, TargetActions actions) {
        PolicyNetwork network = networks.policyNetwork();
        Tensor distributed = network.apply(actions.plan(), networks.publishedPolicy(), actions.nextObservation(seat));
        return network.distribution().action(actions.plan(), distributed, actions.noise());
    }

    /** Learns from the full rollout. */
    void update(MetricSink metrics) {
        updates++;
        lesson.gather(rates.gamma());
        valueCheck.apply(lesson.valueInputs(), outputs);
        valueCheck.apply(lesson.nextValueInputs(), nextOutputs);
        lesson.estimate(outputs, nextOutputs, networks.returnScale(), rates.lambda());
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        MetricSink finite = (name, value) -> {
            if (!Double.isFinite(value)) {
                throw AlgorithmFailure.notFinite(agent.name(), updates, name, value);
            }
            metrics.put(name, value);
        };
        if (options.verbosePpo()) {
            teachVerbosely(finite);
        } else {
            teach(finite);
        }
    }

    private void teachVerbosely(MetricSink metrics) {
        check();
        double policyLoss = policyCheck.loss();
        double valueLoss = valueCheck.loss();
        PolicyShift shift = teach(metrics);
        metrics.put("entropy_estimate", shift.entropyEstimate());
        metrics.put("value_mean", lesson.meanValue());
        metrics.put("policy_loss_change", policyCheck.loss() - policyLoss);
        metrics.put("value_loss_change", valueCheck.loss() - valueLoss);
    }

    /** Returns how far the policy moved away. */
    private PolicyShift teach(MetricSink metrics) {
        int lastCycle = teachPolicy();
        teachValue();
        PolicyShift shift = check();
        metrics.put("policy_loss", policyCheck.loss());
        metrics.put("value_loss", valueCheck.loss());
        metrics.put("approximate_kl", shift.differenceEstimate());
        metrics.put("approximate_kl_ratio", shift.ratioEstimate());
        metrics.put("entropy", policyCheck.entropy());
        metrics.put("clip_fraction", shift.clipFraction());
        metrics.put("stop_iteration", lastCycle);
        metrics.put("explained_variance", lesson.explainedVariance());
        return shift;
    }

    /** Runs both networks over all rows without a step of the optimisers. */
    private PolicyShift check() {
        PolicyShift shift = new PolicyShift(rates.clipRatio());
        policyCheck.fill(lesson, order, 0);
        policyCheck.run(shift);
        valueCheck.fill(lesson, order, 0);
        valueCheck.run();
        return shift;
    }

    /** Returns the number of the last pass, from 0. */
    private int teachPolicy() {
        for (int cycle = 0; ; cycle++) {
            PolicyShift shift = new PolicyShift(rates.clipRatio());
            shuffle();
            for (int part = 0; part < options.ppoMinibatches(); part++) {
                if (isDealt() || cycle == 0) {
                    policyStep.fill(lesson, order, part * minibatch);
                }
                policyStep.run(shift);
            }
            if (cycle == options.ppoTrainCycles() - 1 || rates.endsAt(shift)) {
                return cycle;
            }
        }
    }

    private void teachValue() {
        for (int cycle = 0; cycle < options.ppoTrainCycles(); cycle++) {
            shuffle();
            for (int part = 0; part < options.ppoMinibatches(); part++) {
                if (isDealt() || cycle == 0) {
                    valueStep.fill(lesson, order, part * minibatch);
                }
                valueStep.run();
            }
        }
    }

    private boolean isDealt() {
        return options.ppoMinibatches() > 1;
    }

    /** Puts the rows in a random order where they are dealt into minibatches. */
    private void shuffle() {
        if (isDealt()) {
            for (int i = order.length - 1; i > 0; i--) {
                int other = shuffling.nextInt(i + 1);
                int row = order[i];
                order[i] = order[other];
                order[other] = row;
            }
        }
    }

    /** Shows both networks, and the gradients of their last steps in the latest update. */
    void showNetworks(NetworkSink sink) {
        policyStep.showNetwork(leader(), sink);
        valueStep.showNetwork(leader(), sink);
    }

    /** Lets others see what was learned. */
    void publish() {
        networks.publish();
        actors = newActors();
        critics = newCritics();
    }

    /** Forgets everything learned. */
    void restart() {
        networks.initialise(initial);
        actors = newActors();
        critics = newCritics();
    }

    @Override
    public void save(StateWriter out) {
        out.put("networks", networks);
        out.putLong("updates", updates);
        out.putLongs("initial_stream", initial.state().words());
        out.putLongs("shuffling_stream", shuffling.state().words());
    }

    @Override
    public void load(StateReader in) {
        in.get("networks", networks);
        updates = in.getLong("updates");
        initial.restore(RandomStream.State.of(in.getLongs("initial_stream")));
        shuffling.restore(RandomStream.State.of(in.getLongs("shuffling_stream")));
        actors = newActors();
        critics = newCritics();
    }
}
