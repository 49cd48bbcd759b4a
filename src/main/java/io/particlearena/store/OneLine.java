package io.particlearena.store;

/** Makes a line for the screen of a text that may quote a file that holds anything. */
public final class OneLine {

    private OneLine() {}

    /**
     * The text without control characters, with its middle left out where it is too long.
     *
     * @param longest the most characters
     */
    public static String of(String text, int longest) {
        String line = text.replaceAll("\\p{Cntrl}", "\ufffd");
        return line.length() <= longest
                ? line
                : line.substring(0, longest / 2) + "..." + line.substring(line.length() - longest / 4);
    }
}
