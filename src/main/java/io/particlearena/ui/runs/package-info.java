/** The runs of a folder and of TensorBoard directories, with what can be done with them, beside their charts. */
@NullMarked
package io.particlearena.ui.runs;

import org.jspecify.annotations.NullMarked;
