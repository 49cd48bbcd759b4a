package io.particlearena.algo.maddpg;

import io.particlearena.algo.parts.Actor;
import io.particlearena.algo.parts.LiveOptions;
import io.particlearena.algo.parts.MetricSink;
import io.particlearena.algo.parts.Policy;
import io.particlearena.algo.parts.PolicyContext;
import io.particlearena.algo.parts.TargetActions;
import io.particlearena.algo.parts.TargetPolicy;
import io.particlearena.nn.Tensor;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * MADDPG or DDPG for the seats assigned to it. Every seat has networks, optimisers and random streams of its own; a
 * policy's seats share nothing but their options.
 */
final class MaddpgPolicy implements TargetPolicy {

    private final PolicyContext context;
    private final LiveOptions<MaddpgOptions> options;
    private final LearningRates rates = new LearningRates();
    private final Map<Integer, SeatLearner> learners = new TreeMap<>();

    /**
     * @param options how to learn
     * @param context for whom
     * @param centralised whether critics see all agents, as in MADDPG; else their own alone, as in DDPG
     */
    MaddpgPolicy(MaddpgOptions options, PolicyContext context, boolean centralised) {
        this.context = context;
        this.options = new LiveOptions<>(Maddpg.OPTIONS, options);
        rates.set(options);
        for (int seat : context.seats()) {
            CriticView view =
                    centralised ? CriticView.centralised(context.agents()) : CriticView.own(context.agents(), seat);
            learners.put(seat, new SeatLearner(options, context, seat, view, rates));
        }
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
        return learner(seat).actor();
    }

    @Override
    public Tensor appendTargetAction(int seat, TargetActions actions) {
        return learner(seat).appendTargetAction(actions);
    }

    @Override
    public boolean due(int seat, long step) {
        return !isExploring() && options.current().updatesAt(step);
    }

    @Override
    public boolean isExploring() {
        long start = options.current().learningStart(context.maxEpisodeLength());
        return context.replay().size() < Math.min(start, context.replay().capacity());
    }

    @Override
    public void restart() {
        learners.values().forEach(SeatLearner::restart);
    }

    @Override
    public void update(int seat, MetricSink metrics) {
        learner(seat).update(metrics);
    }

    @Override
    public void commit(int seat) {
        learner(seat).commit();
    }

    @Override
    public void change(String option, Object value) {
        options.change(option, value);
        rates.set(options.current());
    }

    @Override
    public void save(StateWriter out) {
        out.put("options", options);
        learners.forEach((seat, learner) -> out.put("seat_" + seat, learner));
    }

    @Override
    public void load(StateReader in) {
        in.get("options", options);
        rates.set(options.current());
        learners.forEach((seat, learner) -> in.get("seat_" + seat, learner));
    }
}
