package io.particlearena.algo.ppo;

import io.particlearena.algo.parts.Actor;
import io.particlearena.algo.parts.ActorMemory;
import io.particlearena.algo.parts.Critic;
import io.particlearena.algo.parts.LiveOptions;
import io.particlearena.algo.parts.MetricSink;
import io.particlearena.algo.parts.NetworkSink;
import io.particlearena.algo.parts.Policy;
import io.particlearena.algo.parts.PolicyContext;
import io.particlearena.algo.parts.TargetActions;
import io.particlearena.algo.parts.TargetPolicy;
import io.particlearena.env.AgentSpec;
import io.particlearena.env.StepBuffer;
import io.particlearena.nn.Tensor;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * PPO for the seats assigned to it. All update when the rollout is full; the step after that empties it. Seats share nothing
 * but experience of time, or, if so chosen, all that those of equal shape can share.
 */
final class PpoPolicy implements TargetPolicy {

    private final PolicyContext context;
    private final LiveOptions<PpoOptions> options;
    private final PpoRates rates;
    private final Rollout rollout;
    private final Map<Integer, PpoLearner> learnerOfSeat = new TreeMap<>();

    PpoPolicy(PpoOptions options, PolicyContext context) {
        this.context = context;
        this.options = new LiveOptions<>(Ppo.OPTIONS, options);
        rates = new PpoRates(options);
        List<Integer> seen = options.critic() == PpoOptions.Critic.CENTRALISED
                ? IntStream.range(0, context.agents().size()).boxed().toList()
                : context.seats();
        rollout = new Rollout(context.agents(), context.seats(), seen, options.ppoHistoryLength());
        for (List<Integer> seats : groups(options.shareWeights())) {
            PpoLearner learner = new PpoLearner(options, context, seats, rollout, rates);
            seats.forEach(seat -> learnerOfSeat.put(seat, learner));
        }
    }

    /** The seats that share networks, in order of their first. */
    private List<List<Integer>> groups(boolean share) {
        List<List<Integer>> groups = new ArrayList<>();
        for (int seat : context.seats()) {
            AgentSpec agent = context.agents().get(seat);
            groups.stream()
                    .filter(group -> share && sameShape(agent, context.agents().get(group.get(0))))
                    .findFirst()
                    .orElseGet(() -> {
                        List<Integer> group = new ArrayList<>();
                        groups.add(group);
                        return group;
                    })
                    .add(seat);
        }
        return groups;
    }

    private static boolean sameShape(AgentSpec a, AgentSpec b) {
        return a.observations().equals(b.observations()) && a.actions().equals(b.actions());
    }

    private PpoLearner learner(int seat) {
        return Objects.requireNonNull(
                learnerOfSeat.get(seat), () -> "Policy " + context.name() + " does not play seat " + seat);
    }

    @Override
    public List<Integer> seats() {
        return context.seats();
    }

    @Override
    public void connect(List<Policy> policyOfSeat) {
        // What others do is part of the environment.
    }

    @Override
    public Actor actor(int seat) {
        return learner(seat).actor(seat);
    }

    @Override
    public Critic critic(int seat) {
        return learner(seat).critic(seat);
    }

    @Override
    public Tensor appendTargetAction(int seat, TargetActions actions) {
        return learner(seat).appendTargetAction(seat, actions);
    }

    @Override
    public void observe(
            int environment, StepBuffer before, double[][] actions, StepBuffer after, List<ActorMemory> memories) {
        rollout.add(environment, before, after, memories);
    }

    @Override
    public boolean due(int seat, long step) {
        return rollout.isFull();
    }

    @Override
    public void restart() {
        rollout.clear();
        learners().forEach(PpoLearner::restart);
    }

    @Override
    public void update(int seat, MetricSink metrics) {
        if (learner(seat).leader() == seat) {
            learner(seat).update(metrics);
        }
    }

    @Override
    public void commit(int seat) {
        if (learner(seat).leader() == seat) {
            learner(seat).publish();
        }
    }

    @Override
    public void showNetworks(int seat, NetworkSink networks) {
        if (learner(seat).leader() == seat) {
            learner(seat).showNetworks(networks);
        }
    }

    /** Takes over what was learned, but not the experience, which belongs to other environments. */
    @Override
    public void takeOver(StateReader earlier) {
        loadLearners(earlier);
    }

    @Override
    public void change(String option, Object value) {
        options.change(option, value);
        rates.set(options.current());
    }

    private List<PpoLearner> learners() {
        return learnerOfSeat.values().stream().distinct().toList();
    }

    @Override
    public void save(StateWriter out) {
        out.put("options", options);
        out.put("rollout", rollout);
        learners().forEach(learner -> out.put("seat_" + learner.leader(), learner));
    }

    @Override
    public void load(StateReader in) {
        in.get("rollout", rollout);
        loadLearners(in);
    }

    private void loadLearners(StateReader in) {
        in.get("options", options);
        rates.set(options.current());
        learners().forEach(learner -> in.get("seat_" + learner.leader(), learner));
    }
}
