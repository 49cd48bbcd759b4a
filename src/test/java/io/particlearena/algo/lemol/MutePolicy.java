package io.particlearena.algo.lemol;

import io.particlearena.algo.parts.Actor;
import io.particlearena.algo.parts.MetricSink;
import io.particlearena.algo.parts.Policy;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import java.util.List;

/** A policy that tells nothing of what it would do. */
record MutePolicy(int seat) implements Policy {

    @Override
    public List<Integer> seats() {
        return List.of(seat);
    }

    @Override
    public void connect(List<Policy> policyOfSeat) {}

    @Override
    public Actor actor(int asked) {
        throw new UnsupportedOperationException("It never acts");
    }

    @Override
    public boolean due(int asked, long step) {
        return false;
    }

    @Override
    public void restart() {}

    @Override
    public void update(int asked, MetricSink metrics) {}

    @Override
    public void commit(int asked) {}

    @Override
    public void change(String option, Object value) {}

    @Override
    public void save(StateWriter out) {}

    @Override
    public void load(StateReader in) {}
}
