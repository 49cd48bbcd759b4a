/** Golden numbers of losses and of networks' small pieces: one check per kind of file. */
@NullMarked
package io.particlearena.golden;

import org.jspecify.annotations.NullMarked;
