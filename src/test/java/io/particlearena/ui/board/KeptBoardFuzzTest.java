package io.particlearena.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.fuzz.Fuzzer;
import io.particlearena.fuzz.JsonMutations;
import io.particlearena.results.Smoothing;
import io.particlearena.store.SettingsFile;
import io.particlearena.store.SettingsReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was chosen for charts, changed at random. */
final class KeptBoardFuzzTest {

    @TempDir
    private Path outside;

    @Test
    void chartsAreAsTheFileSaysOrAsUsual() throws Exception {
        Fuzzer fuzzer = new Fuzzer(outside);
        SettingsFile file = new SettingsFile(fuzzer.folder().resolve("charts.json"));
        BoardModel cards = new BoardModel();
        cards.state("critic_loss").pinned = true;
        Map<String, Object> whole = new LinkedHashMap<>(KeptBoard.of(new BoardSettings(), cards, new TreeSet<>()));
        whole.put("shown_runs", List.of("first", "/other/run"));
        whole.put("newest_run", "2026-11-21T10:00:00Z");
        file.write(whole);
        fuzzer.cases(1_000).neverRefused().run(file.path(), JsonMutations::any, () -> {
            SettingsFile.Content content = file.read();
            if (!content.problem().isEmpty()) {
                Fuzzer.checkSentence("charts", content.problem(), null);
            }
            BoardSettings board = new BoardSettings();
            KeptBoard.restore(new SettingsReader(content.values()), board, new BoardModel(), new TreeSet<>());
            assertThat(board.smoothing.get()).isBetween(0.0, Smoothing.MAX_WEIGHT);
            assertThat(board.cardWidth.get()).isBetween(BoardSettings.SMALLEST_CARD, BoardSettings.LARGEST_CARD);
        });
    }
}
