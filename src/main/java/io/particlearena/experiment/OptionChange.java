package io.particlearena.experiment;

/**
 * An option that changes while a run trains.
 *
 * @param step the number of steps that the run has made when it changes
 * @param policy the policy whose option it is
 * @param option a live option of the policy's algorithm
 * @param value from then on, in the option's own type
 */
public record OptionChange(long step, String policy, String option, Object value) {}
