/**
 * Turns a specification into a run: specifications, presets, runner, listeners, checkpoints, provenance.
 */
@NullMarked
package io.particlearena.experiment;

import org.jspecify.annotations.NullMarked;
