/** Tests of the window. */
@NullMarked
package io.particlearena.ui;

import org.jspecify.annotations.NullMarked;
