/**
 * Plans, networks, losses, optimisers and actors; the only room that knows ND4J.
 */
@NullMarked
package io.particlearena.nn;

import org.jspecify.annotations.NullMarked;
