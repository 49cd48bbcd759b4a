/** The catalogue of learning algorithms; each has a sub-package of its own, what they share is in {@code parts}. */
@NullMarked
package io.particlearena.algo;

import org.jspecify.annotations.NullMarked;
