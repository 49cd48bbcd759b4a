/** What the user sets before a run: preset, scenario, policies, seed, and all their options. */
@NullMarked
package io.particlearena.ui.setup;

import org.jspecify.annotations.NullMarked;
