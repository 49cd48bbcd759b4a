package io.particlearena.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The steps of a plan: collected with their memory open, bound once, then replayed. */
final class Program {

    private final List<String> labels = new ArrayList<>();
    private final Scratch scratch = new Scratch();
    private @Nullable List<Supplier<Step>> pending = new ArrayList<>();
    private Step[] steps = {};

    /** Appends a step; the supplier binds its memory. */
    void append(String label, Supplier<Step> step) {
        if (pending == null) {
            throw new IllegalStateException("Nothing can be added to a plan that has run");
        }
        labels.add(label);
        pending.add(step);
    }

    /** Binds the memory of all steps, on first use. */
    void seal() {
        List<Supplier<Step>> toBind = pending;
        if (toBind != null) {
            pending = null;
            steps = toBind.stream().map(Supplier::get).toArray(Step[]::new);
        }
    }

    void run() {
        seal();
        NativeBackend.load();
        for (Step step : steps) {
            step.run(scratch);
        }
    }

    void runTimed(long[] nanos) {
        seal();
        NativeBackend.load();
        long before = System.nanoTime();
        for (int i = 0; i < steps.length; i++) {
            steps[i].run(scratch);
            long after = System.nanoTime();
            nanos[i] += after - before;
            before = after;
        }
    }

    List<String> labels() {
        seal();
        return List.copyOf(labels);
    }
}
