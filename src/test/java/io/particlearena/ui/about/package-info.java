/** Tests of what is told about the program. */
@NullMarked
package io.particlearena.ui.about;

import org.jspecify.annotations.NullMarked;
