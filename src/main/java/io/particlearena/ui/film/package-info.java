/** Episodes as files that other programs show: videos, moving and still pictures. */
@NullMarked
package io.particlearena.ui.film;

import org.jspecify.annotations.NullMarked;
