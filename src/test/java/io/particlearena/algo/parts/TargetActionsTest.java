package io.particlearena.algo.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.particlearena.env.ActionHead;
import io.particlearena.env.AgentSpec;
import io.particlearena.env.ObservationPart;
import io.particlearena.env.Side;
import io.particlearena.math.RandomStream;
import io.particlearena.nn.Plan;
import io.particlearena.nn.Tensor;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies whose action is their observation plus a factor times what they take others' actions for. */
final class TargetActionsTest {

    private static final double FACTOR = 0.5;
    /** By seat; every class of the two heads of two and one classes. */
    private static final float[][] OBSERVATIONS = {{1, 2, 3}, {10, 20, 30}, {100, 200, 300}};

    private static final double[] UNIFORM = {0.5, 0.5, 1};

    private final Plan plan = new Plan();
    private final List<Tensor> inputs = new ArrayList<>();

    private TargetActions actions(List<List<Integer>> inputsOfSeat) {
        List<AgentSpec> agents = new ArrayList<>();
        List<Policy> policies = new ArrayList<>();
        for (int seat = 0; seat < inputsOfSeat.size(); seat++) {
            agents.add(new AgentSpec(
                    "agent " + seat,
                    Side.GOOD,
                    List.of(ObservationPart.vector("vector", 3)),
                    List.of(ActionHead.categorical("move", 2), ActionHead.categorical("message", 1))));
            policies.add(new AddingPolicy(inputsOfSeat.get(seat)));
            inputs.add(plan.input(1, 3));
        }
        return new TargetActions(plan, agents, policies, inputs::get, RandomStream.ofSeed(1));
    }

    private void run() {
        for (int seat = 0; seat < inputs.size(); seat++) {
            inputs.get(seat).set(OBSERVATIONS[seat]);
        }
        plan.run();
    }

    /** A seat's observation plus a factor times each of some vectors. */
    private static double[] sum(int seat, double[]... others) {
        double[] sum = new double[3];
        for (int i = 0; i < 3; i++) {
            sum[i] = OBSERVATIONS[seat][i];
            for (double[] other : others) {
                sum[i] += FACTOR * other[i];
            }
        }
        return sum;
    }

    private static void assertValues(Tensor actual, double[] expected) {
        for (int i = 0; i < 3; i++) {
            assertThat((double) actual.toArray()[i]).isCloseTo(expected[i], within(1e-4));
        }
    }

    @Test
    void policyActsOnTheTargetActionsOfOthers() {
        TargetActions actions = actions(List.of(List.of(1), List.of(2), List.of()));
        Tensor first = actions.of(0);
        run();

        assertValues(first, sum(0, sum(1, sum(2))));
    }

    @Test
    void targetActionIsTheSameForAllThatAsk() {
        TargetActions actions = actions(List.of(List.of(2), List.of(2), List.of()));

        assertThat(actions.of(2)).isSameAs(actions.of(2));
        assertThat(actions.of(0)).isSameAs(actions.of(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void policiesThatWaitForEachOtherTakeTheOtherForOneThatExpectsAnything(int askedFirst) {
        TargetActions actions = actions(List.of(List.of(1), List.of(0)));
        Tensor asked = actions.of(askedFirst);
        Tensor then = actions.of(1 - askedFirst);
        run();

        assertValues(askedFirst == 0 ? asked : then, sum(0, sum(1, UNIFORM)));
        assertValues(askedFirst == 0 ? then : asked, sum(1, sum(0, UNIFORM)));
    }

    @Test
    void onlyThoseInACircleAreTakenForNaive() {
        TargetActions actions = actions(List.of(List.of(1, 2), List.of(0, 2), List.of()));
        Tensor action = actions.of(1);
        run();

        assertValues(action, sum(1, sum(0, UNIFORM, sum(2)), sum(2)));
    }

    @Test
    void circleMayLeadThroughOthers() {
        TargetActions actions = actions(List.of(List.of(1), List.of(2), List.of(0)));
        Tensor action = actions.of(0);
        run();

        assertValues(action, sum(0, sum(1, UNIFORM)));
    }

    /** Its action is its observation plus a factor times other agents' actions. */
    private record AddingPolicy(List<Integer> others) implements TargetPolicy {

        @Override
        public List<Integer> targetActionInputs(int seat) {
            return others;
        }

        @Override
        public Tensor appendTargetAction(int seat, TargetActions actions) {
            Tensor sum = actions.nextObservation(seat);
            for (int other : others) {
                sum = actions.plan().add(sum, actions.plan().scale(actions.of(other), FACTOR));
            }
            return sum;
        }

        @Override
        public List<Integer> seats() {
            return List.of();
        }

        @Override
        public void connect(List<Policy> policyOfSeat) {}

        @Override
        public Actor actor(int seat) {
            throw new UnsupportedOperationException("It never acts");
        }

        @Override
        public boolean due(int seat, long step) {
            return false;
        }

        @Override
        public void restart() {}

        @Override
        public void update(int seat, MetricSink metrics) {}

        @Override
        public void commit(int seat) {}

        @Override
        public void change(String option, Object value) {}

        @Override
        public void save(StateWriter out) {}

        @Override
        public void load(StateReader in) {}
    }
}
