package io.particlearena.options;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which of some names a user meant. */
public final class Suggestions {

    private Suggestions() {}

    /** The name that is written most alike, if one is close enough to be worth a suggestion. */
    public static Optional<String> closest(String written, Collection<String> names) {
        String plain = plain(written);
        int tolerance = Math.max(1, plain.length() / 3);
        return names.stream()
                .filter(name -> distance(plain, plain(name)) <= tolerance)
                .min(Comparator.comparingInt((String name) -> distance(plain, plain(name)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace('-', '_');
    }

    /** The number of letters to insert, delete, replace or swap with their neighbour to turn one text into another. */
    static int distance(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int k = 0; k <= to.length(); k++) {
                cost[i][k] = i == 0 || k == 0 ? i + k : step(cost, from, to, i, k);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int step(int[][] cost, String from, String to, int i, int k) {
        int replaced = cost[i - 1][k - 1] + (from.charAt(i - 1) == to.charAt(k - 1) ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(cost[i - 1][k], cost[i][k - 1]));
        boolean swapped =
                i > 1 && k > 1 && from.charAt(i - 1) == to.charAt(k - 2) && from.charAt(i - 2) == to.charAt(k - 1);
        return swapped ? Math.min(best, cost[i - 2][k - 2] + 1) : best;
    }
}
