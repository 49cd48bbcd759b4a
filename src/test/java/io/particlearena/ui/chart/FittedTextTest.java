package io.particlearena.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import org.junit.jupiter.api.Test;

final class FittedTextTest {

    private static final String NAME = "simple_push-maddpg-seed17";

    private final FittedText texts = new FittedText(new Font(Font.SANS_SERIF, Font.PLAIN, 12));

    @Test
    void namesOfRunsKeepTheirSeedWhereThereIsLittleRoom() {
        double room = texts.width(NAME) / 2;
        assertThat(texts.ends(NAME, room)).startsWith("simp").contains("…").endsWith("seed17");
        assertThat(texts.width(texts.ends(NAME, room))).isLessThanOrEqualTo(room);
        assertThat(texts.beginning(NAME, room)).startsWith("simple_push").endsWith("…");
        assertThat(texts.ends(NAME, 2 * room)).isEqualTo(NAME);
    }

    @Test
    void aLetterIsLeftHoweverLittleRoomThereIs() {
        assertThat(texts.ends(NAME, 0)).isEqualTo("…7");
        assertThat(texts.beginning(NAME, 0)).isEqualTo("s…");
        assertThat(texts.ends("7", 0)).isEqualTo("7");
        assertThat(texts.ends("", 0)).isEmpty();
    }
}
