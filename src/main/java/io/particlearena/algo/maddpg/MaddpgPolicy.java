package io.particlearena.algo.maddpg;

import io.particlearena.algo.parts.ActionHeads;
import io.particlearena.algo.parts.Actor;
import io.particlearena.algo.parts.Critic;
import io.particlearena.algo.parts.FeedForwardActor;
import io.particlearena.algo.parts.LiveOptions;
import io.particlearena.algo.parts.MetricSink;
import io.particlearena.algo.parts.NetworkSink;
import io.particlearena.algo.parts.Policy;
import io.particlearena.algo.parts.PolicyContext;
import io.particlearena.algo.parts.TargetActions;
import io.particlearena.algo.parts.TargetPolicy;
import io.particlearena.env.AgentSpec;
import io.particlearena.nn.Tensor;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * MADDPG, DDPG or M3DDPG for the seats assigned to it. Every seat has networks, optimisers and random streams of its own;
 * a policy's seats share nothing but their options.
 *
 * @param <O> the record of options
 */
final class MaddpgPolicy<O extends Record> implements TargetPolicy {

    private final PolicyContext context;
    private final LiveOptions<O> options;
    private final Function<O, Settings> reading;
    private final LearningRates rates = new LearningRates();
    private final Map<Integer, SeatLearner> learners = new TreeMap<>();
    /** The newest ones, which other threads may ask for. */
    private final Map<Integer, Actor> actors = new ConcurrentHashMap<>();

    /**
     * @param options how to learn
     * @param reading what the algorithm makes of its options
     * @param context for whom
     */
    MaddpgPolicy(LiveOptions<O> options, Function<O, Settings> reading, PolicyContext context) {
        this.context = context;
        this.options = options;
        this.reading = reading;
        rates.set(settings());
        for (int seat : context.seats()) {
            learners.put(seat, newLearner(settings(), seat));
            renewActor(seat);
        }
    }

    private Settings settings() {
        return reading.apply(options.current());
    }

    private SeatLearner newLearner(Settings settings, int seat) {
        List<AgentSpec> agents = context.agents();
        CriticView view = settings.centralised() ? CriticView.centralised(agents) : CriticView.own(agents, seat);
        SeatDesign design = new SeatDesign(settings.maddpg(), seat, view, Predictions.none(agents));
        return new SeatLearner(design, Perturbations.of(settings, view, seat, rates), context, rates);
    }

    private void renewActor(int seat) {
        AgentSpec agent = context.agents().get(seat);
        ActionHeads heads = new ActionHeads(agent.actions());
        actors.put(
                seat,
                new FeedForwardActor(
                        seat, agent.observationSize(), heads, learner(seat).snapshot()));
    }

    /** What one of its seats has learned. */
    SeatLearner learner(int seat) {
        return Objects.requireNonNull(
                learners.get(seat), () -> "Policy " + context.name() + " does not play seat " + seat);
    }

    @Override
    public List<Integer> seats() {
        return context.seats();
    }

    @Override
    public void connect(List<Policy> policyOfSeat) {
        learners.values().forEach(learner -> learner.connect(policyOfSeat));
    }

    @Override
    public Actor actor(int seat) {
        return Objects.requireNonNull(actors.get(seat));
    }

    @Override
    public Critic critic(int seat) {
        return learner(seat).critic();
    }

    @Override
    public Tensor appendTargetAction(int seat, TargetActions actions) {
        return learner(seat).appendTargetAction(actions);
    }

    @Override
    public boolean due(int seat, long step) {
        return context.replay().holds(explorationSteps()) && settings().maddpg().updatesAt(step);
    }

    @Override
    public long explorationSteps() {
        return settings().maddpg().learningStart(context.maxEpisodeLength());
    }

    @Override
    public void restart() {
        learners.values().forEach(SeatLearner::restart);
        learners.keySet().forEach(this::renewActor);
    }

    @Override
    public void update(int seat, MetricSink metrics) {
        SeatLearner learner = learner(seat);
        learner.update(learner.drawRows(), metrics);
    }

    @Override
    public void commit(int seat) {
        learner(seat).commit();
        renewActor(seat);
    }

    @Override
    public void showNetworks(int seat, NetworkSink networks) {
        learner(seat).showNetworks(networks);
    }

    @Override
    public void change(String option, Object value) {
        options.change(option, value);
        rates.set(settings());
    }

    @Override
    public void save(StateWriter out) {
        out.put("options", options);
        learners.forEach((seat, learner) -> out.put("seat_" + seat, learner));
    }

    @Override
    public void load(StateReader in) {
        in.get("options", options);
        rates.set(settings());
        learners.forEach((seat, learner) -> in.get("seat_" + seat, learner));
        learners.keySet().forEach(this::renewActor);
    }
}
