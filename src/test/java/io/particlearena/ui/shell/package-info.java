/** Tests of the package. */
@NullMarked
package io.particlearena.ui.shell;

import org.jspecify.annotations.NullMarked;
