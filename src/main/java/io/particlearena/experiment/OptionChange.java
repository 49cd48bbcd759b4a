package io.particlearena.experiment;

/**
 * An option that was changed while training.
 *
 * @param step the number of steps that the run had made when it changed
 * @param policy the policy whose option it is
 * @param option a live option of the policy's algorithm
 * @param value from then on, in the option's own type
 */
record OptionChange(long step, String policy, String option, Object value) {}
