package io.particlearena.options;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Turns keys into names for people; the field's short forms are written out. */
final class Labels {

    private static final Map<String, String> WRITTEN_OUT = Map.of(
            "num", "number of",
            "len", "length",
            "max", "maximum",
            "min", "minimum",
            "freq", "frequency",
            "lr", "learning rate",
            "grad", "gradient",
            "accel", "acceleration");

    private Labels() {}

    static String of(String key) {
        String words = Arrays.stream(key.split("_"))
                .map(word -> WRITTEN_OUT.getOrDefault(word, word))
                .collect(Collectors.joining(" "));
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
