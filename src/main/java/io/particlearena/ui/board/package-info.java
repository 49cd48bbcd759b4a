/** The board of charts: all metrics of many runs, one card for each tag. */
@NullMarked
package io.particlearena.ui.board;

import org.jspecify.annotations.NullMarked;
