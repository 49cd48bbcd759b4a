/** Live charts of a run's metrics, drawn into images on a thread of their own. */
@NullMarked
package io.particlearena.ui.chart;

import org.jspecify.annotations.NullMarked;
