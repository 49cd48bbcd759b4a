/** Tests of what the window remembers. */
@NullMarked
package io.particlearena.ui.preferences;

import org.jspecify.annotations.NullMarked;
