/** Reads files that were changed at random, and holds what may come of it. */
@NullMarked
package io.particlearena.fuzz;

import org.jspecify.annotations.NullMarked;
