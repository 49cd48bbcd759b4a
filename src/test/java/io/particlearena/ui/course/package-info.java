/** Tests of the views of a run's course. */
@NullMarked
package io.particlearena.ui.course;

import org.jspecify.annotations.NullMarked;
