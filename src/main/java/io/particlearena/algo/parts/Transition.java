package io.particlearena.algo.parts;

import io.particlearena.env.StepBuffer;

/**
 * One step of one environment, as views of the runner's memory: valid only during the call that hands it over.
 *
 * @param environment the number of the environment, from 0
 * @param before the step whose observations the agents acted on
 * @param actions by seat, the numbers of its heads, as executed (one-hot where the environment executes one-hot)
 * @param after what came of the actions
 */
public record Transition(int environment, StepBuffer before, double[][] actions, StepBuffer after) {}
