package io.particlearena.cli;

import java.io.PrintWriter;

/**
 * Where a command writes.
 *
 * @param out results
 * @param err errors and notices
 * @param terminal whether a person watches, so that a line may be overwritten
 */
record Console(PrintWriter out, PrintWriter err, boolean terminal) {

    /** Whether the standard streams are a terminal that understands a carriage return. */
    @SuppressWarnings("SystemConsoleNull") // From Java 22 on the console itself must be asked, as is done below.
    static boolean isTerminal() {
        String kind = System.getenv("TERM");
        java.io.Console console = System.console();
        if (console == null || kind == null || kind.equals("dumb")) {
            return false;
        }
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            // Before Java 22 there is only a console if both streams are a terminal.
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
