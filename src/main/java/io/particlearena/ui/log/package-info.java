/** What the program says while it runs, and what it leaves behind when a part of it fails. */
@NullMarked
package io.particlearena.ui.log;

import org.jspecify.annotations.NullMarked;
