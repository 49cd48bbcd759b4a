package io.particlearena.algo.lemol;

import io.particlearena.algo.parts.ActorMemory;
import io.particlearena.algo.parts.MetricSink;
import io.particlearena.algo.parts.PlayMeasure;
import io.particlearena.algo.parts.Student.Findings;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How well the seats of a policy predict others in play without learning. */
final class InPlayMeasure implements PlayMeasure {

    private final Map<Integer, InPlayPredictions> seats;

    /** What one seat reports. */
    private record OfSeat(int seat, Findings findings) implements MetricSink {

        @Override
        public void put(String name, double value) {
            findings.put(seat, name, value);
        }

        @Override
        public void profile(String name, double[] byStep) {
            findings.profile(seat, name, byStep);
        }
    }

    /** @param seats by seat */
    InPlayMeasure(Map<Integer, InPlayPredictions> seats) {
        this.seats = new TreeMap<>(seats);
    }

    @Override
    public void add(double[][] actions, List<ActorMemory> memories, boolean sampled) {
        for (InPlayPredictions seat : seats.values()) {
            seat.add(actions, memories, sampled);
        }
    }

    @Override
    public void reportIfDue(Findings findings) {
        seats.forEach((seat, own) -> own.reportIfDue(new OfSeat(seat, findings)));
    }

    @Override
    public void report(Findings findings) {
        seats.forEach((seat, own) -> own.report(new OfSeat(seat, findings)));
    }

    @Override
    public void save(StateWriter out) {
        seats.forEach((seat, own) -> out.put("seat_" + seat, own));
    }

    @Override
    public void load(StateReader in) {
        seats.forEach((seat, own) -> in.get("seat_" + seat, own));
    }
}
