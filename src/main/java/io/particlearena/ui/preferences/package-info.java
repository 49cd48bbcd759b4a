/** What the window remembers about its user: look, language, place on the screen. */
@NullMarked
package io.particlearena.ui.preferences;

import org.jspecify.annotations.NullMarked;
