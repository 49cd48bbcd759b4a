/**
 * One class per scenario, and the catalogue of environment factories.
 */
@NullMarked
package io.particlearena.scenario;

import org.jspecify.annotations.NullMarked;
