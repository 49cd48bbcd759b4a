package io.particlearena.experiment;

/**
 * An option that changes while a run trains.
 *
 * @param step the number of steps that the run has made when it changes
 * @param policy the policy whose option it is; empty for an option of the scenario
 * @param option a live option of the policy's algorithm, or of the scenario
 * @param value from then on, in the option's own type
 */
public record OptionChange(long step, String policy, String option, Object value) {

    /** Whether it is an option of the scenario, not of a policy. */
    public boolean ofScenario() {
        return policy.isEmpty();
    }

    /** The option with its policy, as the command line has it: {@code good.lr}, or {@code action_noise} of the scenario. */
    public String place() {
        return ofScenario() ? option : policy + "." + option;
    }
}
