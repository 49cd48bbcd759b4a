/** Tests of the package. */
@NullMarked
package io.particlearena.env;

import org.jspecify.annotations.NullMarked;
