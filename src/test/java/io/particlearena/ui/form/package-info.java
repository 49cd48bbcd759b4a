/** Tests of the package. */
@NullMarked
package io.particlearena.ui.form;

import org.jspecify.annotations.NullMarked;
