package io.particlearena.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class InfoPagesTest {

    private static final Catalogue CATALOGUE = Catalogue.standard();
    private static final Pattern FLAG = Pattern.compile("`--([a-z-]+)");
    private static final Pattern PRESET = Pattern.compile("preset \\*([^*]+)\\*");
    private static final List<String> GENERAL_FLAGS = List.of("load-good", "load-bad", "share-weights");

    static Stream<CatalogueEntry> entries() {
        return Stream.concat(CATALOGUE.scenarios().stream(), CATALOGUE.algorithms().stream());
    }

    @ParameterizedTest
    @MethodSource("entries")
    void everyPageHasAllHeadingsInTheirOrderAndTextUnderEach(CatalogueEntry entry) {
        String page = InfoPages.find(entry.name()).orElseThrow();
        List<String> headings = page.lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^## ", ""))
                .toList();
        assertThat(headings).isEqualTo(InfoPages.HEADINGS);
        for (String section : page.split("(?m)^## ", -1)) {
            if (!section.isEmpty()) {
                assertThat(section.lines().skip(1).mapToInt(String::length).sum())
                        .as(section)
                        .isGreaterThan(60);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("entries")
    void pagesNameOnlyFlagsAndPresetsThatExist(CatalogueEntry entry) {
        String page = InfoPages.find(entry.name()).orElseThrow();
        List<String> known = entry.options().stream()
                .map(option -> option.key().replace('_', '-'))
                .toList();
        Matcher flags = FLAG.matcher(page);
        while (flags.find()) {
            assertThat(Stream.concat(known.stream(), GENERAL_FLAGS.stream())).contains(flags.group(1));
        }
        List<String> titles = CATALOGUE.presets().stream().map(Preset::title).toList();
        Matcher presets = PRESET.matcher(page);
        while (presets.find()) {
            assertThat(titles).contains(presets.group(1));
        }
    }

    @Test
    void namesThatAreNoneHaveNoPage() {
        assertThat(InfoPages.find("../presets/simple")).isEmpty();
        assertThat(InfoPages.find("tiny")).isEmpty();
        assertThat(InfoPages.find("simple-tag")).isPresent();
    }
}
