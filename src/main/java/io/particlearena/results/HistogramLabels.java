package io.particlearena.results;

import java.util.ArrayList;
import java.util.List;

/**
 * The names of things that a histogram counts by their numbers, as the summary's description has them: {@code 0 stay, 1 right,
 * 2 left}. TensorBoard shows the description beside the chart.
 */
public final class HistogramLabels {

    private HistogramLabels() {}

    /** The description with these names; empty where there are none. */
    public static String describe(List<String> names) {
        List<String> numbered = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            numbered.add(i + " " + names.get(i));
        }
        return String.join(", ", numbered);
    }

    /** The names in a description; none if it is of another kind. */
    public static List<String> parse(String description) {
        List<String> names = new ArrayList<>();
        for (String part : description.split(", ", -1)) {
            String number = names.size() + " ";
            if (!part.startsWith(number) || part.length() == number.length()) {
                return List.of();
            }
            names.add(part.substring(number.length()));
        }
        return names;
    }
}
