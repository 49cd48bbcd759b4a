/** What the program is, whose libraries it ships, and how to cite it. */
@NullMarked
package io.particlearena.ui.about;

import org.jspecify.annotations.NullMarked;
