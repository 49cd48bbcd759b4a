package io.particlearena.experiment;

import io.particlearena.algo.parts.AlgorithmEntry;
import io.particlearena.options.OptionException;
import java.util.List;

/** What a specification's course of trajectories and opponents must fulfil. */
final class CourseRules {

    private CourseRules() {}

    /**
     * Checks opponents that take turns, and runs without learning or without playing.
     *
     * @param policyOfSeat the policies that play in the first trajectory
     * @throws OptionException with one sentence on the first fault
     */
    static void check(ExperimentSpec spec, List<String> policyOfSeat) {
        List<String> opponents = spec.opponents();
        if (opponents.size() == 1) {
            throw new OptionException(
                    "opponents",
                    "The opponents are \"" + opponents.get(0)
                            + "\" alone, but at least two policies must take turns, or none be named.");
        }
        for (int i = 0; i < opponents.size(); i++) {
            String name = opponents.get(i);
            if (!spec.policies().containsKey(name)) {
                throw new OptionException(
                        "opponents",
                        "The opponents name the policy \"" + name + "\", but the policies are "
                                + String.join(", ", spec.policies().keySet()) + ".");
            }
            if (opponents.indexOf(name) < i) {
                throw new OptionException("opponents", "The opponents name the policy \"" + name + "\" twice.");
            }
            if ((i == 0) != policyOfSeat.contains(name)) {
                throw new OptionException(
                        "opponents",
                        "Of the policies that take turns, the first must play an agent and the others none, but \""
                                + name + "\" " + (i == 0 ? "plays none" : "plays one") + ".");
            }
        }
        RunOptions run = spec.run();
        if (run.test() && (run.skipToOmTraining() || run.skipToOmTrainingFirstCycle())) {
            throw new OptionException(
                    "run.test",
                    "Option test plays without learning, and skip_to_om_training learns without playing; choose one of them.");
        }
        if (run.test() && (run.nOppCycles() > 1 || run.trajPerIter() > 1 || opponents.size() > 1)) {
            throw new OptionException(
                    "run.test",
                    "Playing without learning is one trajectory against one opponent; leave out cycles, trajectories and"
                            + " opponents, or option test.");
        }
    }

    /**
     * Checks, for a specification that is to be trained, that a batch is drawn from as many different steps.
     *
     * @throws OptionException if the replay buffer is too small for that
     */
    static void checkReplay(Catalogue catalogue, ExperimentSpec spec) {
        spec.policies().forEach((name, policy) -> {
            AlgorithmEntry<?> algorithm = catalogue.algorithm(policy.algorithm());
            Object batch =
                    Catalogue.complete(algorithm.options(), policy.options()).get("batch_size");
            if (algorithm.usesReplay()
                    && batch instanceof Number size
                    && size.longValue() > spec.run().replayBufferCapacity()) {
                throw new OptionException(
                        "run.replay_buffer_capacity",
                        "Option replay_buffer_capacity is \"" + spec.run().replayBufferCapacity()
                                + "\", but must be at least " + size + ", the batch_size of policy " + name + ".");
            }
        });
    }
}
