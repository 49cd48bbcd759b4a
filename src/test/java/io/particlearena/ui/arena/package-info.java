/** Tests of the package. */
@NullMarked
package io.particlearena.ui.arena;

import org.jspecify.annotations.NullMarked;
