@NullMarked
package io.particlearena.ui.gallery;

import org.jspecify.annotations.NullMarked;
