/**
 * One class per scenario, and the {@code Scenarios} catalogue of environments.
 */
@NullMarked
package io.particlearena.scenario;

import org.jspecify.annotations.NullMarked;
