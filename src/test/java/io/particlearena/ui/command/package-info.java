/** Tests of commands and the palette. */
@NullMarked
package io.particlearena.ui.command;

import org.jspecify.annotations.NullMarked;
