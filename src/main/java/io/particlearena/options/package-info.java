/**
 * An option is declared once, as an annotated record component; form, JSON, flag, validation and documentation come from it.
 */
@NullMarked
package io.particlearena.options;

import org.jspecify.annotations.NullMarked;
