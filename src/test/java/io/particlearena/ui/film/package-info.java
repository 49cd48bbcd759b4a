/** Tests of films. */
@NullMarked
package io.particlearena.ui.film;

import org.jspecify.annotations.NullMarked;
