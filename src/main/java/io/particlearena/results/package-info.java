/**
 * What a run leaves on disk and how it is read back: metric series, TensorBoard event files, run folders.
 */
@NullMarked
package io.particlearena.results;

import org.jspecify.annotations.NullMarked;
