/** Tests of the command line. */
@NullMarked
package io.particlearena.cli;

import org.jspecify.annotations.NullMarked;
