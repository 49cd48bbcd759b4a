/**
 * The contract between worlds and learners: environments, agents, steps, signals, drawable snapshots, episode recordings.
 */
@NullMarked
package io.particlearena.env;

import org.jspecify.annotations.NullMarked;
