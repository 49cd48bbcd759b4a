/** A file system for tests whose operations fail when they are told to. */
@NullMarked
package io.particlearena.faults;

import org.jspecify.annotations.NullMarked;
