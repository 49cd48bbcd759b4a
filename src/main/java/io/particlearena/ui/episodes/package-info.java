/** Episodes of the past: any moment of any run, at any time of the episode, one or several side by side. */
@NullMarked
package io.particlearena.ui.episodes;

import org.jspecify.annotations.NullMarked;
