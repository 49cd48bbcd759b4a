/** Tests of the package. */
@NullMarked
package io.particlearena.ui.board;

import org.jspecify.annotations.NullMarked;
