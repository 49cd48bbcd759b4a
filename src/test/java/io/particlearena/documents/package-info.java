/** Holds the generated documents to what the program says about itself. */
@NullMarked
package io.particlearena.documents;

import org.jspecify.annotations.NullMarked;
