package io.particlearena.experiment;

import java.util.List;

/** The changes of options that a run is to make, and how far it has come with them. */
final class ScheduledChanges {

    private final List<OptionChange> changes;
    private int next;

    /** @param changes in the order of their steps */
    ScheduledChanges(List<OptionChange> changes) {
        this.changes = List.copyOf(changes);
    }

    /**
     * Leaves out what came before a step. A checkpoint is written before the changes of its own step are made, so a run that
     * goes on from it has made exactly those before.
     */
    void skipBefore(long step) {
        while (next < changes.size() && changes.get(next).step() < step) {
            next++;
        }
    }

    /** Whether there is one to make now. */
    boolean isDue(long step) {
        return next < changes.size() && changes.get(next).step() <= step;
    }

    /** The next one, which counts as made from now on. */
    OptionChange next() {
        return changes.get(next++);
    }

    /** Those still to come. */
    List<OptionChange> pending() {
        return changes.subList(next, changes.size());
    }
}
