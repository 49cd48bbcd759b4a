/** The contract of a learning algorithm ({@code Policy}, {@code Actor}) and what algorithms share: replay, exploration. */
@NullMarked
package io.particlearena.algo.parts;

import org.jspecify.annotations.NullMarked;
