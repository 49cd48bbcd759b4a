/** Particle Arena: a workbench for multi-agent reinforcement learning on two-dimensional particle environments. */
@NullMarked
package io.particlearena;

import org.jspecify.annotations.NullMarked;
