/** Tests of specifications and runs, on a tiny environment and a tiny algorithm. */
@NullMarked
package io.particlearena.experiment;

import org.jspecify.annotations.NullMarked;
