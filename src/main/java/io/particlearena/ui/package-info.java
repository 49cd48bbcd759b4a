/**
 * Everything JavaFX, one sub-package per part of the screen.
 */
@NullMarked
package io.particlearena.ui;

import org.jspecify.annotations.NullMarked;
