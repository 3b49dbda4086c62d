package dev.leapp.cli.run;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what was probably meant. */
public final class Suggestions {

    private Suggestions() {}

    /**
     * Returns the nearest of several words.
     *
     * @param typed what was typed
     * @param known the words that exist
     * @return the nearest, empty if none is near
     */
    public static Optional<String> nearest(String typed, Collection<String> known) {
        int far = Math.max(2, typed.length() / 3);
        return known.stream()
                .filter(word -> distance(typed, word) <= far)
                .min(Comparator.comparingInt(word -> distance(typed, word)));
    }

    /** Counts the letters to add, drop, change or swap (optimal string alignment). */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : step(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(int[][] d, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int best = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
