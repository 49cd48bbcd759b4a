package io.particlearena.algo.parts;

import io.particlearena.algo.parts.Student.Findings;
import io.particlearena.store.Stateful;
import java.util.List;

/** Measures in play without learning what a policy has to report of itself, for example how well it predicts others. */
public interface PlayMeasure extends Stateful {

    /**
     * Adds a step that was just made. Allocates nothing.
     *
     * @param actions by seat, the numbers of its heads, as executed
     * @param memories by seat, what the actors kept
     * @param sampled whether the agents drew their actions instead of taking the likeliest
     */
    void add(double[][] actions, List<ActorMemory> memories, boolean sampled);

    /** Reports the means since the last report, if there are as many steps as the policy's options ask for. */
    void reportIfDue(Findings findings);

    /** Reports the means since the last report. */
    void report(Findings findings);
}
