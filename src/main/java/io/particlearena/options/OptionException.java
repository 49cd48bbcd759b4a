package io.particlearena.options;

/** An option's name or value is not allowed; the message is one sentence that names option, value and what is allowed. */
public final class OptionException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;
    private static final int LONGEST = 2_000;

    private final String option;

    /**
     * @param option the option's key in snake case, so that a form can show the message at its field; empty if no
     *     single option is at fault
     */
    public OptionException(String option, String message) {
        super(line(message));
        this.option = option;
    }

    /** The key of the option at fault, or an empty text. */
    public String option() {
        return option;
    }

    /** One line of bearable length, also where the message quotes a file that holds anything. */
    private static String line(String message) {
        String line = message.replaceAll("\\p{Cntrl}", "\ufffd");
        return line.length() <= LONGEST
                ? line
                : line.substring(0, LONGEST / 2) + "..." + line.substring(line.length() - LONGEST / 4);
    }
}
