/**
 * Pure numbers: named random streams, statistics, schedules.
 */
@NullMarked
package io.particlearena.math;

import org.jspecify.annotations.NullMarked;
