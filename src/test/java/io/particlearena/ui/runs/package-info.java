/** Tests of the page of runs. */
@NullMarked
package io.particlearena.ui.runs;

import org.jspecify.annotations.NullMarked;
