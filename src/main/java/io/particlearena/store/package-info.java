/**
 * State on disk: typed named arrays and scalars, checksums, append-only segments, atomic replacement.
 *
 * <p>{@code StateFile} holds a tree of values ({@code Stateful}, {@code MemoryState}); {@code Segments} holds a table too
 * large to be written anew with every checkpoint.
 */
@NullMarked
package io.particlearena.store;

import org.jspecify.annotations.NullMarked;
