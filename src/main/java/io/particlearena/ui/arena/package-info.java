/** The arena: a live episode, drawn on a canvas, and its player. */
@NullMarked
package io.particlearena.ui.arena;

import org.jspecify.annotations.NullMarked;
