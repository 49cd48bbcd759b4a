package io.particlearena.ui.course;

import io.particlearena.env.Signal;
import io.particlearena.experiment.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What agents have come to know of each other's learning, point by point and trajectory by trajectory. Keeps some two
 * thousand points for each pair of agents: every point of the present trajectory at first, then every second, every fourth
 * and so on. One thread adds, others read.
 */
public final class LearningTrails {

    static final int PRESENT_POINTS = 1024;
    static final int FORMER_POINTS = 128;
    static final int FORMER_TRAJECTORIES = 8;

    private static final String FEATURE = "learning_feature";

    private final Map<Pair, List<Trail>> trails = new LinkedHashMap<>();
    private @Nullable Stage stage;
    private long version;

    /**
     * Who models whom.
     *
     * @param observer the seat of the agent that models
     * @param about the seat of the agent that is modelled
     */
    record Pair(int observer, int about) {}

    private static final class Trail {
        private final List<double[]> points = new ArrayList<>();
        private double @Nullable [] latest;
        private long seen;
        private int stride = 1;

        private void add(double[] point) {
            latest = point;
            if (seen++ % stride == 0) {
                points.add(point);
                if (points.size() > PRESENT_POINTS) {
                    stride *= 2;
                    thin();
                }
            }
        }

        /** Removes every second point. */
        private void thin() {
            for (int i = 1; i < points.size(); i++) {
                points.remove(i);
            }
        }

        private List<double[]> copy() {
            List<double[]> copy = new ArrayList<>(points);
            if (latest != null && copy.get(copy.size() - 1) != latest) {
                copy.add(latest);
            }
            return copy;
        }
    }

    /** Adds what agents signalled at the end of an episode. */
    public synchronized void add(Stage now, List<List<Signal>> signals) {
        boolean begins = stage == null || !stage.isSameTrajectory(now);
        stage = now;
        for (int seat = 0; seat < signals.size(); seat++) {
            for (Signal signal : signals.get(seat)) {
                if (signal.kind() == Signal.Kind.VECTOR && signal.name().equals(FEATURE)) {
                    double[] point = signal.values().stream()
                            .mapToDouble(Double::doubleValue)
                            .toArray();
                    add(new Pair(seat, signal.about()), point, begins);
                }
            }
        }
    }

    private void add(Pair pair, double[] point, boolean begins) {
        List<Trail> own = trails.computeIfAbsent(pair, key -> new ArrayList<>());
        if (begins || own.isEmpty()) {
            if (!own.isEmpty()) {
                Trail former = own.get(own.size() - 1);
                while (former.points.size() > FORMER_POINTS) {
                    former.thin();
                }
            }
            own.add(new Trail());
            if (own.size() > FORMER_TRAJECTORIES + 1) {
                own.remove(0);
            }
        }
        own.get(own.size() - 1).add(point);
        version++;
    }

    /** Changes whenever a point was added. */
    synchronized long version() {
        return version;
    }

    /** Who models whom, in the order in which they were seen. */
    synchronized List<Pair> pairs() {
        return List.copyOf(trails.keySet());
    }

    /** The trajectories of a pair, oldest first; the last is the present one and ends with the newest point. */
    synchronized List<List<double[]>> of(Pair pair) {
        return trails.getOrDefault(pair, List.of()).stream().map(Trail::copy).toList();
    }
}
