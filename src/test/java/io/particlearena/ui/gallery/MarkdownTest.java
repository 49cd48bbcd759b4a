package io.particlearena.ui.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.ui.gallery.Markdown.Block;
import io.particlearena.ui.gallery.Markdown.Kind;
import io.particlearena.ui.gallery.Markdown.Span;
import io.particlearena.ui.gallery.Markdown.Style;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MarkdownTest {

    @Test
    void headingsParagraphsAndItemsAreToldApart() {
        List<Block> blocks = Markdown.parse("## HEAD\n\nOne line\nand its rest.\n\n- first\n  goes on\n- second\n");
        assertThat(blocks).extracting(Block::kind).containsExactly(Kind.HEADING, Kind.PARAGRAPH, Kind.ITEM, Kind.ITEM);
        assertThat(blocks)
                .extracting(Block::text)
                .containsExactly("HEAD", "One line and its rest.", "first goes on", "second");
    }

    @Test
    void codeAndEmphasisAreSetApart() {
        assertThat(Markdown.parse("Take `--lr 1` or *wait*.").get(0).spans())
                .containsExactly(
                        new Span(Style.PLAIN, "Take "),
                        new Span(Style.CODE, "--lr 1"),
                        new Span(Style.PLAIN, " or "),
                        new Span(Style.EMPHASIS, "wait"),
                        new Span(Style.PLAIN, "."));
    }

    @Test
    void aMarkThatIsNotClosedStandsForItself() {
        assertThat(Markdown.parse("2 * 3 is `six").get(0).text()).isEqualTo("2 * 3 is `six");
    }
}
