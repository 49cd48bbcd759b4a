package io.particlearena.options;

/**
 * A text from a file in which numbers, truth values and lists are written in their own way: unlike a word of the command
 * line it stands for none of them.
 *
 * @param text without the quotes
 */
public record QuotedText(String text) {

    @Override
    public String toString() {
        return text;
    }
}
