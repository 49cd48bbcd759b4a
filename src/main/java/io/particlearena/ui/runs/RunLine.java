package io.particlearena.ui.runs;

import io.particlearena.ui.chart.Dash;

/** How a run's curves are drawn: runs in the charts that have the same colour differ in their gaps. */
record RunLine(RunColour colour, Dash dash) {}
