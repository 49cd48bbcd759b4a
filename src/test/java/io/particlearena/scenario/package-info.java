/** Tests of the package. */
@NullMarked
package io.particlearena.scenario;

import org.jspecify.annotations.NullMarked;
