package io.particlearena.ui.gallery;

import java.util.ArrayList;
import java.util.List;

/**
 * The little Markdown that the program's pages are written in: headings, paragraphs, lists with hyphens, and in a line code
 * between grave accents and emphasis between asterisks. Knows no controls.
 */
final class Markdown {

    private Markdown() {}

    /** What a block is. */
    enum Kind {
        HEADING,
        PARAGRAPH,
        ITEM
    }

    /** How a piece of a line is set. */
    enum Style {
        PLAIN,
        CODE,
        EMPHASIS
    }

    /** A piece of a line in one style. */
    record Span(Style style, String text) {}

    /** A heading, a paragraph or an item of a list. */
    record Block(Kind kind, List<Span> spans) {
        Block {
            spans = List.copyOf(spans);
        }

        /** The text without its styles. */
        String text() {
            return String.join("", spans.stream().map(Span::text).toList());
        }
    }

    /** The blocks of a page. */
    static List<Block> parse(String page) {
        List<Block> blocks = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        Kind kind = Kind.PARAGRAPH;
        for (String line : page.lines().toList()) {
            boolean heading = line.startsWith("#");
            boolean item = line.startsWith("- ");
            if (heading || item || line.isBlank()) {
                close(blocks, kind, open);
                kind = item ? Kind.ITEM : heading ? Kind.HEADING : Kind.PARAGRAPH;
                open.append(heading ? line.replaceFirst("^#+\\s*", "") : item ? line.substring(2) : "");
            } else {
                open.append(open.isEmpty() ? "" : " ").append(line.strip());
            }
            if (heading) {
                close(blocks, kind, open);
                kind = Kind.PARAGRAPH;
            }
        }
        close(blocks, kind, open);
        return blocks;
    }

    private static void close(List<Block> blocks, Kind kind, StringBuilder open) {
        if (!open.isEmpty()) {
            blocks.add(new Block(kind, spans(open.toString())));
            open.setLength(0);
        }
    }

    /** A mark that is not closed stands for itself. */
    private static List<Span> spans(String line) {
        List<Span> spans = new ArrayList<>();
        int from = 0;
        int at = 0;
        while (at < line.length()) {
            char mark = line.charAt(at);
            int end = mark == '`' || mark == '*' ? line.indexOf(mark, at + 1) : -1;
            if (end <= at) {
                at++;
                continue;
            }
            add(spans, Style.PLAIN, line.substring(from, at));
            add(spans, mark == '`' ? Style.CODE : Style.EMPHASIS, line.substring(at + 1, end));
            at = end + 1;
            from = at;
        }
        add(spans, Style.PLAIN, line.substring(from));
        return spans;
    }

    private static void add(List<Span> spans, Style style, String text) {
        if (!text.isEmpty()) {
            spans.add(new Span(style, text));
        }
    }
}
