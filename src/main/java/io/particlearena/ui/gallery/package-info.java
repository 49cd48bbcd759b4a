/** The page that the window begins with: presets with pictures, what there is to read, and recent runs. */
@NullMarked
package io.particlearena.ui.gallery;

import org.jspecify.annotations.NullMarked;
