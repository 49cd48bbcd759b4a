/** The course of a run: its cycles and trajectories, and how what agents know of each other's learning moves on. */
@NullMarked
package io.particlearena.ui.course;

import org.jspecify.annotations.NullMarked;
