package io.particlearena.algo.lemol;

import io.particlearena.algo.parts.Actor;
import io.particlearena.algo.parts.MetricSink;
import io.particlearena.algo.parts.Policy;
import io.particlearena.algo.parts.TargetActions;
import io.particlearena.algo.parts.TargetPolicy;
import io.particlearena.nn.Tensor;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import java.util.List;

/** A policy of one seat that learns as LeMOL does, from predictions of a test. */
record LemolSeat(int seat, LemolLearner learner, PredictionSource source) implements TargetPolicy {

    @Override
    public List<Integer> seats() {
        return List.of(seat);
    }

    @Override
    public void connect(List<Policy> policyOfSeat) {
        learner.connect(policyOfSeat);
    }

    @Override
    public List<Integer> targetActionInputs(int asked) {
        return learner.modelled();
    }

    @Override
    public Tensor appendTargetAction(int asked, TargetActions actions) {
        return learner.appendTargetAction(actions);
    }

    @Override
    public Actor actor(int asked) {
        throw new UnsupportedOperationException("It never acts");
    }

    @Override
    public boolean due(int asked, long step) {
        return true;
    }

    @Override
    public void restart() {
        learner.restart();
    }

    @Override
    public void update(int asked, MetricSink metrics) {
        learner.update(source, metrics);
    }

    @Override
    public void commit(int asked) {
        learner.commit();
    }

    @Override
    public void change(String option, Object value) {}

    @Override
    public void save(StateWriter out) {
        out.put("seat_" + seat, learner);
    }

    @Override
    public void load(StateReader in) {
        in.get("seat_" + seat, learner);
    }
}
