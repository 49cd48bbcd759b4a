/** Tests of messages and crash reports. */
@NullMarked
package io.particlearena.ui.log;

import org.jspecify.annotations.NullMarked;
