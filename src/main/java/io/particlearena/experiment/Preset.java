package io.particlearena.experiment;

/**
 * A specification that ships with the program and is started by its name.
 *
 * @param name the name of its file without {@code .json}
 * @param title a title for people
 * @param description one or two sentences for people
 * @param spec the specification, complete and valid
 */
public record Preset(String name, String title, String description, ExperimentSpec spec) {}
