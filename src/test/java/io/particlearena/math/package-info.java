/** Tests of the package. */
@NullMarked
package io.particlearena.math;

import org.jspecify.annotations.NullMarked;
