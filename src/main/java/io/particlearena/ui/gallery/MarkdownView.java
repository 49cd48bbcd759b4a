package io.particlearena.ui.gallery;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A page in {@link Markdown}. */
final class MarkdownView extends VBox {

    MarkdownView() {
        getStyleClass().add("markdown");
    }

    /** Shows a page in place of the former one. */
    void show(String page) {
        getChildren()
                .setAll(Markdown.parse(page).stream().map(MarkdownView::node).toList());
    }

    private static Node node(Markdown.Block block) {
        return switch (block.kind()) {
            case HEADING -> heading(block.text());
            case PARAGRAPH -> flow(block);
            case ITEM -> item(block);
        };
    }

    private static Node heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("markdown-heading");
        return label;
    }

    private static Node item(Markdown.Block block) {
        Label bullet = new Label("\u2022");
        bullet.getStyleClass().add("markdown-bullet");
        TextFlow flow = flow(block);
        HBox.setHgrow(flow, Priority.ALWAYS);
        return new HBox(bullet, flow);
    }

    private static TextFlow flow(Markdown.Block block) {
        List<Text> texts = block.spans().stream().map(MarkdownView::text).toList();
        TextFlow flow = new TextFlow(texts.toArray(Text[]::new));
        flow.setAccessibleRole(AccessibleRole.TEXT);
        flow.setAccessibleText(block.text());
        return flow;
    }

    private static Text text(Markdown.Span span) {
        Text text = new Text(span.text());
        text.getStyleClass()
                .add(
                        switch (span.style()) {
                            case PLAIN -> "markdown-text";
                            case CODE -> "markdown-code";
                            case EMPHASIS -> "markdown-emphasis";
                        });
        return text;
    }
}
