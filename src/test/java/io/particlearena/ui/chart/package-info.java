/** Tests of the package. */
@NullMarked
package io.particlearena.ui.chart;

import org.jspecify.annotations.NullMarked;
