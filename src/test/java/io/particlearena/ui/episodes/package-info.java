/** Tests of the page of episodes. */
@NullMarked
package io.particlearena.ui.episodes;

import org.jspecify.annotations.NullMarked;
