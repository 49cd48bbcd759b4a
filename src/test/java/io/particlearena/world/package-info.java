/** Tests of the package. */
@NullMarked
package io.particlearena.world;

import org.jspecify.annotations.NullMarked;
