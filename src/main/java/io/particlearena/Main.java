package io.particlearena;

import io.particlearena.cli.Cli;

/** Where the program begins. */
public final class Main {

    private Main() {}

    /** Runs a command and ends with its exit code. */
    public static void main(String[] args) {
        DeserialisationFilter.install();
        System.exit(Cli.run(args));
    }
}
