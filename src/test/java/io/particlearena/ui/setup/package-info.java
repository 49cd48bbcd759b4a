/** Tests of the package. */
@NullMarked
package io.particlearena.ui.setup;

import org.jspecify.annotations.NullMarked;
