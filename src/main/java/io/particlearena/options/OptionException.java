package io.particlearena.options;

/** An option's name or value is not allowed; the message is one sentence that names option, value and what is allowed. */
public final class OptionException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final String option;

    /**
     * @param option the option's key in snake case, so that a form can show the message at its field; empty if no
     *     single option is at fault
     */
    public OptionException(String option, String message) {
        super(message);
        this.option = option;
    }

    /** The key of the option at fault, or an empty text. */
    public String option() {
        return option;
    }
}
