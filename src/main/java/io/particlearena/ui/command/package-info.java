/** What the user can ask the window for by name: commands, the palette that finds them, and the map of keys. */
@NullMarked
package io.particlearena.ui.command;

import org.jspecify.annotations.NullMarked;
