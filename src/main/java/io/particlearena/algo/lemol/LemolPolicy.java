package io.particlearena.algo.lemol;

import io.particlearena.algo.maddpg.LearningRates;
import io.particlearena.algo.parts.Actor;
import io.particlearena.algo.parts.ActorMemory;
import io.particlearena.algo.parts.Critic;
import io.particlearena.algo.parts.LiveOptions;
import io.particlearena.algo.parts.MetricSink;
import io.particlearena.algo.parts.NetworkSink;
import io.particlearena.algo.parts.PlayMeasure;
import io.particlearena.algo.parts.Policy;
import io.particlearena.algo.parts.PolicyContext;
import io.particlearena.algo.parts.Student;
import io.particlearena.algo.parts.TargetActions;
import io.particlearena.algo.parts.TargetPolicy;
import io.particlearena.env.StepBuffer;
import io.particlearena.nn.Tensor;
import io.particlearena.options.OptionException;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * LeMOL for the seats assigned to it (Davies, Tian and Wang 2020, arXiv:2006.03923): agents that predict others' actions
 * with a model of how these learn, and act on the predictions. Policy and critic learn in play, the models between
 * trajectories.
 */
final class LemolPolicy implements TargetPolicy, Student {

    private final PolicyContext context;
    private final LiveOptions<LemolOptions> options;
    private final LearningRates rates = new LearningRates();
    private final Map<Integer, LemolAgent> seats = new TreeMap<>();
    private List<Policy> policyOfSeat = List.of();

    LemolPolicy(LemolOptions options, PolicyContext context) {
        this.context = context;
        this.options = new LiveOptions<>(Lemol.OPTIONS, options);
        rates.set(options.core());
        for (int seat : context.seats()) {
            seats.put(seat, new LemolAgent(options, context, seat, rates));
        }
    }

    private LemolAgent seat(int seat) {
        return Objects.requireNonNull(
                seats.get(seat), () -> "Policy " + context.name() + " does not play seat " + seat);
    }

    @Override
    public List<Integer> seats() {
        return context.seats();
    }

    @Override
    public void connect(List<Policy> policies) {
        policyOfSeat = List.copyOf(policies);
        if (isOracle()) {
            seats.values().forEach(this::refuseOtherOracles);
        }
        seats.values().forEach(seat -> seat.learner().connect(policies));
    }

    private boolean isOracle() {
        return options.current().oracle().feedLemolTrueAction();
    }

    /** Each of two oracles would have to act after the other. */
    private void refuseOtherOracles(LemolAgent agent) {
        for (int modelled : agent.learner().modelled()) {
            if (policyOfSeat.get(modelled) instanceof LemolPolicy other && other.isOracle()) {
                throw new OptionException(
                        "feed_lemol_true_action",
                        "An oracle cannot be told the action of "
                                + context.agents().get(modelled).name()
                                + ", which is an oracle itself; set feed_lemol_true_action for one of them alone.");
            }
        }
    }

    @Override
    public Actor actor(int seat) {
        return seat(seat).actor();
    }

    @Override
    public Critic critic(int seat) {
        return seat(seat).learner().critic();
    }

    @Override
    public List<Integer> targetActionInputs(int seat) {
        return seat(seat).learner().modelled();
    }

    @Override
    public Tensor appendTargetAction(int seat, TargetActions actions) {
        return seat(seat).learner().appendTargetAction(actions);
    }

    @Override
    public void observe(
            int environment, StepBuffer before, double[][] actions, StepBuffer after, List<ActorMemory> memories) {
        for (LemolAgent seat : seats.values()) {
            seat.observe(environment, before, actions, after, memories);
        }
        boolean allLearn = allLearn();
        for (LemolAgent seat : seats.values()) {
            seat.follow(allLearn);
        }
    }

    private boolean allLearn() {
        for (Policy policy : policyOfSeat) {
            if (!context.replay().holds(policy.explorationSteps())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean due(int seat, long step) {
        return context.replay().holds(explorationSteps())
                && options.current().core().updatesAt(step);
    }

    @Override
    public long explorationSteps() {
        return options.current().core().learningStart(context.maxEpisodeLength());
    }

    @Override
    public void restart() {
        seats.values().forEach(LemolAgent::restart);
    }

    @Override
    public void update(int seat, MetricSink metrics) {
        seat(seat).update(metrics);
    }

    @Override
    public void commit(int seat) {
        seat(seat).commit();
    }

    @Override
    public Optional<PlayMeasure> newPlayMeasure() {
        Map<Integer, InPlayPredictions> measures = new TreeMap<>();
        seats.forEach((seat, own) -> measures.put(seat, own.newInPlay()));
        return Optional.of(new InPlayMeasure(measures));
    }

    @Override
    public void requireLongTrajectories(long steps) {
        seats.values().forEach(seat -> seat.requireLongTrajectories(steps));
    }

    @Override
    public void requireExperience() {
        seats.values().forEach(LemolAgent::requireExperience);
    }

    @Override
    public void endTrajectory() {
        seats.values().forEach(LemolAgent::endTrajectory);
    }

    @Override
    public long beginStudy(Consumer<String> notices) {
        return seats.values().stream()
                .mapToLong(seat -> seat.beginStudy(notices))
                .sum();
    }

    @Override
    public void study(long unit, Findings findings) {
        long own = unit;
        for (LemolAgent seat : seats.values()) {
            if (own < seat.studyUnits()) {
                seat.study(own, findings);
                return;
            }
            own -= seat.studyUnits();
        }
    }

    @Override
    public void showNetworks(int seat, NetworkSink networks) {
        seat(seat).learner().showNetworks(networks);
    }

    @Override
    public void showStudied(long unit, NetworkSink networks) {
        long own = unit;
        for (LemolAgent seat : seats.values()) {
            if (own == seat.studyUnits() - 1) {
                seat.showModels(networks);
            }
            own -= seat.studyUnits();
        }
    }

    @Override
    public void change(String option, Object value) {
        options.change(option, value);
        applyOptions();
    }

    private void applyOptions() {
        rates.set(options.current().core());
        seats.values()
                .forEach(seat -> seat.setModelRate(options.current().model().omlr()));
    }

    @Override
    public void takeOver(StateReader earlier) {
        seats.forEach((seat, own) -> own.takeOver(earlier.child("seat_" + seat)));
    }

    @Override
    public void save(StateWriter out) {
        out.put("options", options);
        seats.forEach((seat, own) -> out.put("seat_" + seat, own));
    }

    @Override
    public void load(StateReader in) {
        in.get("options", options);
        applyOptions();
        seats.forEach((seat, own) -> in.get("seat_" + seat, own));
    }
}
