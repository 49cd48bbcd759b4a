package io.particlearena.experiment;

import java.nio.file.Path;

/**
 * Where a run goes on that began as another one.
 *
 * @param run the other run's folder
 * @param checkpoint the step of its checkpoint
 */
public record ForkOrigin(Path run, long checkpoint) {}
