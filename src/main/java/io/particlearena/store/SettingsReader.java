package io.particlearena.store;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Understands the settings of a {@link SettingsFile} one by one: what is missing or strange is at its default. */
public final class SettingsReader {

    private final Map<String, Object> settings;
    private final Set<String> asked = new HashSet<>();
    private final Set<String> strange = new TreeSet<>();

    /** @param settings as {@link SettingsFile.Content#values} has them */
    public SettingsReader(Map<String, Object> settings) {
        this.settings = Map.copyOf(settings);
    }

    /** The keys of settings that were not understood or not asked for, sorted; any texts at all, so see {@link OneLine}. */
    public List<String> strange() {
        Set<String> keys = new TreeSet<>(settings.keySet());
        keys.removeAll(asked);
        keys.addAll(strange);
        return List.copyOf(keys);
    }

    /** Counts a setting as not understood. */
    public void refuse(String key) {
        strange.add(key);
    }

    /** A number within bounds, both allowed. */
    public Optional<Double> number(String key, double least, double most) {
        return read(key, Double.class).filter(number -> {
            boolean fits = number >= least && number <= most;
            if (!fits) {
                refuse(key);
            }
            return fits;
        });
    }

    /** A text, usually empty. */
    public String text(String key) {
        return read(key, String.class).orElse("");
    }

    /** A truth value. */
    public boolean flag(String key, boolean usual) {
        return read(key, Boolean.class).orElse(usual);
    }

    /** A list of texts, usually empty. */
    public List<String> texts(String key) {
        return read(key, List.class)
                .map(list -> ((List<?>) list).stream().map(String::valueOf).toList())
                .orElse(List.of());
    }

    /** One of several choices by its {@link #name}. */
    public <T extends Enum<T>> T choice(String key, T usual, T[] choices) {
        String chosen = read(key, String.class).orElse(name(usual));
        for (T each : choices) {
            if (name(each).equals(chosen)) {
                return each;
            }
        }
        refuse(key);
        return usual;
    }

    /** What a choice is called in settings: its name in small letters. */
    public static String name(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private <T> Optional<T> read(String key, Class<T> kind) {
        asked.add(key);
        Object value = settings.get(key);
        if (kind.isInstance(value)) {
            return Optional.of(kind.cast(value));
        }
        if (value != null) {
            refuse(key);
        }
        return Optional.empty();
    }
}
