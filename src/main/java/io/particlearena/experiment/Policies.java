package io.particlearena.experiment;

import io.particlearena.algo.parts.Actor;
import io.particlearena.algo.parts.JointReplay;
import io.particlearena.algo.parts.Policy;
import io.particlearena.algo.parts.PolicyContext;
import io.particlearena.math.RandomStreams;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.store.Stateful;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The policies of a specification, connected with each other. A side's policy that plays no agent in the scenario is not
 * made.
 */
final class Policies implements Stateful {

    private final Map<String, Policy> byName = new LinkedHashMap<>();
    private final List<Policy> bySeat = new ArrayList<>();

    Policies(Catalogue catalogue, ExperimentSpec spec, Seating seating, JointReplay replay) {
        RandomStreams streams = new RandomStreams(spec.seed());
        spec.policies().forEach((name, policy) -> {
            List<Integer> seats = seating.seatsOf(name);
            if (!seats.isEmpty()) {
                PolicyContext context =
                        new PolicyContext(name, seats, seating.agents(), streams, replay, seating.timeLimit());
                byName.put(name, catalogue.algorithm(policy.algorithm()).create(policy.options(), context));
            }
        });
        for (String name : seating.policyOfSeat()) {
            bySeat.add(named(name));
        }
        byName.values().forEach(policy -> policy.connect(bySeat));
    }

    /** By seat, the policy that plays it. */
    List<Policy> bySeat() {
        return bySeat;
    }

    /** The policies by name, in the order of the specification. */
    Map<String, Policy> byName() {
        return byName;
    }

    /** The policy of this name, which must play an agent. */
    Policy named(String name) {
        Policy policy = byName.get(name);
        if (policy == null) {
            throw new IllegalArgumentException("No agent is played by a policy \"" + name + "\"");
        }
        return policy;
    }

    /** By seat, the newest snapshots. May be called from any thread. */
    Actor[] actors() {
        Actor[] actors = new Actor[bySeat.size()];
        for (int seat = 0; seat < actors.length; seat++) {
            actors[seat] = bySeat.get(seat).actor(seat);
        }
        return actors;
    }

    @Override
    public void save(StateWriter out) {
        byName.forEach(out::put);
    }

    @Override
    public void load(StateReader in) {
        byName.forEach(in::get);
    }
}
