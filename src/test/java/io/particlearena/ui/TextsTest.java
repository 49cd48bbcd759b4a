package io.particlearena.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.particlearena.experiment.Catalogue;
import io.particlearena.options.OptionDescriptor;
import io.particlearena.results.MetricDescription;
import io.particlearena.results.MetricDictionary;
import io.particlearena.ui.chart.MetricNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds that every language says the same, and that the window says nothing that is not in its texts. */
final class TextsTest {

    private static final String LANGUAGES = "languages";
    private static final Pattern VALUE = Pattern.compile("\\{(\\d)");
    private static final Pattern KEY = Pattern.compile("Texts\\.of\\(\\s*\"([a-z0-9_.-]+)\"");
    private static final Pattern SHOWN =
            Pattern.compile("(new (Label|Button|ToggleButton|Hyperlink|Tooltip|CheckBox|MenuItem|ButtonType|Text)"
                    + "|setText|setPromptText|setTitle|setAccessibleText|setHeaderText)\\(\\s*\"[A-Za-z][A-Za-z ]");

    @AfterEach
    void speakEnglishAgain() {
        Texts.speak("en");
    }

    @Test
    void everyLanguageHasTheSameTextsWithTheSameValues() throws IOException {
        Properties english = bundle("");
        assertThat(Texts.languages()).startsWith("en").hasSizeGreaterThanOrEqualTo(3);
        for (String language : Texts.languages().subList(1, Texts.languages().size())) {
            Properties other = bundle("_" + language);
            Set<Object> keys = new TreeSet<>(english.keySet());
            keys.remove(LANGUAGES);
            assertThat(new TreeSet<>(other.keySet())).as(language).isEqualTo(keys);
            for (Object key : keys) {
                assertThat(values(other.getProperty((String) key)))
                        .as("values of %s in %s", key, language)
                        .isEqualTo(values(english.getProperty((String) key)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_de", "_zh"})
    void everyTextIsSound(String language) throws IOException {
        Properties texts = bundle(language);
        for (String key : texts.stringPropertyNames()) {
            String text = texts.getProperty(key);
            assertThat(text).as(key).isNotBlank();
            if (!values(text).isEmpty()) {
                assertThat(text.replace("''", "")).as(key).doesNotContain("'");
                assertThat(new MessageFormat(text, Locale.ENGLISH).format(new Object[] {1, 2, 3, 4, 5}))
                        .as(key)
                        .doesNotContain("{");
            }
            if (key.startsWith("keys.") && english(key).contains("|")) {
                assertThat(text).as(key).contains("|");
            }
        }
    }

    @Test
    void textsAreInTheLanguageThatWasChosen() {
        Texts.speak("de");
        assertThat(Texts.of("page.runs")).isEqualTo("Läufe");
        assertThat(Texts.of("runs.selected", 1234)).isEqualTo("1.234 Läufe ausgewählt");
        Texts.speak("zh");
        assertThat(Texts.of("page.runs")).isEqualTo("运行");
        Texts.speak("en");
        assertThat(Texts.of("page.runs")).isEqualTo("Runs");
        assertThat(Texts.locale()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void theWindowSaysNothingThatIsNotInItsTexts() throws IOException {
        List<String> found = new ArrayList<>();
        sources().forEach((file, source) -> {
            Matcher shown = SHOWN.matcher(source);
            while (shown.find()) {
                // The program's own name is the same in every language.
                if (!source.startsWith("Particle Arena\"", source.indexOf('"', shown.start()) + 1)) {
                    found.add(file + ": " + shown.group());
                }
            }
        });
        assertThat(found).isEmpty();
    }

    @Test
    void everyTextThatIsAskedForIsThere() throws IOException {
        Properties english = bundle("");
        sources().forEach((file, source) -> {
            Matcher key = KEY.matcher(source);
            while (key.find()) {
                boolean begun = key.group(1).endsWith(".");
                assertThat(begun || english.containsKey(key.group(1)))
                        .as("%s in %s", key.group(1), file)
                        .isTrue();
            }
        });
    }

    /** The options that have a key's name, by what they say in English. */
    private record Known(Set<String> keys, Map<String, Set<String>> helps) {

        static Known all() {
            Known known = new Known(new TreeSet<>(), new TreeMap<>());
            Catalogue catalogue = Catalogue.standard();
            known.add("", catalogue.runOptions());
            catalogue.scenarios().forEach(entry -> known.add(entry.name(), entry.options()));
            catalogue.algorithms().forEach(entry -> known.add(entry.name(), entry.options()));
            return known;
        }

        private void add(String owner, List<OptionDescriptor> options) {
            for (OptionDescriptor option : options) {
                keys.add("option." + option.key() + ".title");
                keys.add("option." + option.key() + ".help");
                keys.add("option." + owner + "." + option.key() + ".help");
                keys.add("group." + words(option.group()));
                keys.add("unit." + words(option.unit()));
                helps.computeIfAbsent(option.help(), help -> new TreeSet<>()).add(owner + "." + option.key());
            }
        }

        private static String words(String text) {
            return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"_de", "_zh"})
    void whatOptionsSayIsTranslatedAndOfOptionsThatThereAre(String language) throws IOException {
        Properties texts = properties("options" + language);
        Known known = Known.all();
        assertThat(known.keys()).containsAll(texts.stringPropertyNames());
        for (String key : texts.stringPropertyNames()) {
            assertThat(texts.getProperty(key)).as(key).isNotBlank();
        }
        Map<String, String> translations = new TreeMap<>();
        known.helps().forEach((english, places) -> {
            for (String place : places) {
                String name = place.substring(place.indexOf('.') + 1);
                assertThat(texts.stringPropertyNames()).contains("option." + name + ".title");
                String shared = "option." + name + ".help";
                String own = "option." + place + ".help";
                String said = texts.getProperty(own, texts.getProperty(shared, ""));
                assertThat(said).as(place).isNotBlank();
                // One sentence in English is one in any language, and two are two.
                assertThat(translations.merge(english, said, (one, other) -> one))
                        .as(place)
                        .isEqualTo(said);
            }
        });
        assertThat(translations.values()).doesNotHaveDuplicates();
    }

    @Test
    void anOptionWithoutTranslationSpeaksEnglish() {
        Texts.speak("de");
        assertThat(Texts.ofOption("English", "option.that.is.not.there")).isEqualTo("English");
        assertThat(Texts.ofOption("Discount", "option.there.is.none", "option.gamma.title"))
                .isEqualTo("Diskontfaktor");
        Texts.speak("en");
        assertThat(Texts.ofOption("Discount", "option.gamma.title")).isEqualTo("Discount");
    }

    @ParameterizedTest
    @ValueSource(strings = {"_de", "_zh"})
    void whatIsSaidOfMetricsIsTranslated(String language) throws IOException {
        Properties texts = properties("metrics" + language);
        for (MetricDescription metric : MetricDictionary.ALL) {
            assertThat(texts.getProperty("metric." + metric.name() + ".meaning"))
                    .as(metric.name())
                    .isNotBlank();
            // What LeMOL's program calls its metrics is the same in every language.
            if (!metric.meaning().startsWith("With original_tags")) {
                String name = metric.name().replace("/", "");
                assertThat(texts.getProperty("metric." + name + ".title"))
                        .as(name)
                        .isNotBlank();
            }
            if (!metric.unit().isEmpty()) {
                assertThat(texts.getProperty("unit." + metric.unit()))
                        .as(metric.unit())
                        .isNotBlank();
            }
        }
        Texts.speak(language.substring(1));
        assertThat(MetricNames.title("critic_loss")).isEqualTo(texts.getProperty("metric.critic_loss.title"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"_de", "_zh"})
    void whatThereIsToChooseFromIsTranslated(String language) throws IOException {
        Catalogue catalogue = Catalogue.standard();
        Set<String> keys = new TreeSet<>();
        catalogue.scenarios().forEach(entry -> keys.add("scenario." + entry.name() + ".title"));
        catalogue.scenarios().forEach(entry -> keys.add("scenario." + entry.name() + ".description"));
        catalogue.algorithms().forEach(entry -> keys.add("algorithm." + entry.name() + ".description"));
        catalogue.presets().forEach(preset -> keys.add("preset." + preset.name() + ".title"));
        catalogue.presets().forEach(preset -> keys.add("preset." + preset.name() + ".description"));
        Properties texts = properties("catalogue" + language);
        assertThat(new TreeSet<>(texts.stringPropertyNames())).isEqualTo(keys);
        assertThat(texts.values()).allSatisfy(text -> assertThat((String) text).isNotBlank());
        Texts.speak(language.substring(1));
        assertThat(Texts.ofCatalogue("Predator and prey", "scenario.simple_tag.title"))
                .isEqualTo(texts.getProperty("scenario.simple_tag.title"));
        assertThat(Texts.ofCatalogue("A preset of one's own", "preset.mine.title"))
                .isEqualTo("A preset of one's own");
    }

    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java", "io", "particlearena", "ui"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                sources.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        }
        return sources;
    }

    private static String english(String key) throws IOException {
        return bundle("").getProperty(key, "");
    }

    private static Set<String> values(String text) {
        Set<String> values = new TreeSet<>();
        Matcher matcher = VALUE.matcher(text);
        while (matcher.find()) {
            values.add(matcher.group(1));
        }
        return values;
    }

    private static Properties bundle(String language) throws IOException {
        return properties("texts" + language);
    }

    private static Properties properties(String name) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = Objects.requireNonNull(Texts.class.getResourceAsStream(name + ".properties"), name)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
