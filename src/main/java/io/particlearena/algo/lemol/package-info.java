/**
 * Learning to model opponent learning (Davies, Tian and Wang 2020, "Learning to Model Opponent Learning"): a recurrent model
 * that follows how an opponent learns and predicts its actions.
 */
@NullMarked
package io.particlearena.algo.lemol;

import org.jspecify.annotations.NullMarked;
