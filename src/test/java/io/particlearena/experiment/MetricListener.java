package io.particlearena.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Keeps the metrics of a run, and stops it when so many were reported. */
class MetricListener implements RunListener {

    private final int stopAfter;
    private final AtomicInteger count = new AtomicInteger();
    private final Map<String, List<Double>> values = new TreeMap<>();
    private @Nullable Run run;

    /** Listens to a run that is stopped after so many metrics, or never if that is 0. */
    MetricListener(int stopAfter) {
        this.stopAfter = stopAfter;
    }

    /** Names the run that is to be stopped. */
    void listenTo(Run heard) {
        run = heard;
    }

    Run run() {
        return Objects.requireNonNull(run);
    }

    int count() {
        return count.get();
    }

    /** The values by tag, in the order they were reported. */
    Map<String, List<Double>> values() {
        return values;
    }

    @Override
    public void metric(String tag, long step, double value) {
        values.computeIfAbsent(tag, key -> new ArrayList<>()).add(value);
        if (count.incrementAndGet() == stopAfter && run != null) {
            run.stop();
        }
    }
}
