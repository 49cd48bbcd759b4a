package io.particlearena.cli;

import picocli.CommandLine.Option;

/** The flag that shows a command's help. */
final class HelpFlag {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean requested;

    /** Whether help was asked for. */
    boolean isRequested() {
        return requested;
    }
}
