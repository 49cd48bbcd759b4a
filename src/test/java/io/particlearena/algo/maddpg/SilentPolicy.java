package io.particlearena.algo.maddpg;

import io.particlearena.algo.parts.Actor;
import io.particlearena.algo.parts.MetricSink;
import io.particlearena.algo.parts.Policy;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import java.util.List;

/** A policy of seat 1 that does nothing. */
final class SilentPolicy implements Policy {

    @Override
    public List<Integer> seats() {
        return List.of(1);
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
