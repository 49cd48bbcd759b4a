/** Forms made from option descriptors, whatever the options are of. */
@NullMarked
package io.particlearena.ui.form;

import org.jspecify.annotations.NullMarked;
