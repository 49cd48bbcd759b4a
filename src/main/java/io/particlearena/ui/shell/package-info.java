/** The window as a whole: start and end of the program, tool bar, status bar, appearance, and the course of a run. */
@NullMarked
package io.particlearena.ui.shell;

import org.jspecify.annotations.NullMarked;
