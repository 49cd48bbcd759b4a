/**
 * Two-dimensional particle physics: bodies, contact, integrator, step.
 */
@NullMarked
package io.particlearena.world;

import org.jspecify.annotations.NullMarked;
