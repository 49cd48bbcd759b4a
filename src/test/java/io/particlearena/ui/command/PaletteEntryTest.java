package io.particlearena.ui.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.ui.Icon;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PaletteEntryTest {

    private final List<PaletteEntry> entries = List.of(
            entry("Find a preset", "Ctrl+K"), entry("Predator and prey", "Scenario"), entry("Stop", "Shift+F5"));

    @Test
    void everyWordMustOccurAndBeginningsComeFirst() {
        assertThat(found("pre")).containsExactly("Predator and prey", "Find a preset");
        assertThat(found("PREY scenario")).containsExactly("Predator and prey");
        assertThat(found("f5")).containsExactly("Stop");
        assertThat(found("prey stop")).isEmpty();
    }

    @Test
    void anEmptySearchFindsAllInTheirOrder() {
        assertThat(found("  ")).containsExactly("Find a preset", "Predator and prey", "Stop");
    }

    private List<String> found(String search) {
        return PaletteEntry.find(entries, search).stream()
                .map(PaletteEntry::text)
                .toList();
    }

    private static PaletteEntry entry(String text, String kind) {
        return new PaletteEntry(text, kind, Icon.INFO, () -> {});
    }
}
