/** The page that sets algorithms against each other. */
@NullMarked
package io.particlearena.ui.compare;

import org.jspecify.annotations.NullMarked;
