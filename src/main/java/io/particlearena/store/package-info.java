/**
 * State on disk: typed named arrays and scalars, checksums, append-only segments, atomic replacement.
 */
@NullMarked
package io.particlearena.store;

import org.jspecify.annotations.NullMarked;
