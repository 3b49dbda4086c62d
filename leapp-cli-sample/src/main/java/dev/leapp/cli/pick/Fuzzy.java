package dev.leapp.cli.pick;

import java.util.OptionalInt;

/**
 * Scores how well letters fit a text that has them in this order, with others between: beginnings of words and letters in a row count
 * more, gaps less. Case doesn't matter. Not thread-safe.
 */
final class Fuzzy {

    /** No score. */
    static final int NONE = Integer.MIN_VALUE / 2;

    private static final int MATCH = 16;
    private static final int IN_A_ROW = 8;
    private static final int START = 12;
    private static final int WORD = 10;
    private static final int HUMP = 8;
    private static final int GAP = 3;
    private static final int LONGER_GAP = 1;
    private static final int LATE = 8;
    private static final int WHOLE = 40;

    private final String letters;
    private int[][] rows = new int[2][64];

    Fuzzy(String letters) {
        this.letters = lower(letters);
    }

    /** Returns the score, the higher the better; empty if the text doesn't have the letters. */
    OptionalInt score(String text) {
        int score = score(text, lower(text));
        return score == NONE ? OptionalInt.empty() : OptionalInt.of(score);
    }

    /** As {@link #score(String)} for many texts: the text comes in lower case too, and {@link #NONE} is no score. */
    int score(String text, String low) {
        if (!hasAll(low)) {
            return NONE;
        }
        if (letters.isEmpty()) {
            return 0;
        }
        int[] former = rows(low.length())[0];
        int[] row = rows[1];
        for (int i = 0; i < letters.length(); i++) {
            fill(row, former, i, text, low);
            int[] next = former;
            former = row;
            row = next;
        }
        return former[best(former, low.length())] + (letters.length() == low.length() ? WHOLE : 0);
    }

    /** Returns where in the text the letters are, for the best score; empty if it doesn't have them. */
    int[] positions(String text) {
        String low = lower(text);
        if (letters.isEmpty() || !hasAll(low)) {
            return new int[0];
        }
        int[][] table = table(text, low);
        int[] positions = new int[letters.length()];
        int position = best(table[letters.length() - 1], text.length());
        for (int i = letters.length() - 1; i > 0; i--) {
            positions[i] = position;
            position = before(table[i - 1], position);
        }
        positions[0] = position;
        return positions;
    }

    private boolean hasAll(String low) {
        int from = 0;
        for (int i = 0; i < letters.length(); i++) {
            int at = low.indexOf(letters.charAt(i), from);
            if (at < 0) {
                return false;
            }
            from = at + 1;
        }
        return true;
    }

    private int[][] table(String text, String low) {
        int[][] table = new int[letters.length()][text.length()];
        for (int i = 0; i < letters.length(); i++) {
            fill(table[i], i == 0 ? table[0] : table[i - 1], i, text, low);
        }
        return table;
    }

    /** Fills in the best scores of the first letters, the last of which is at a position, from those of one letter less. */
    private void fill(int[] row, int[] former, int i, String text, String low) {
        char letter = letters.charAt(i);
        int gap = NONE;
        for (int j = 0; j < low.length(); j++) {
            int before;
            if (i == 0) {
                before = -Math.min(j, LATE);
            } else {
                gap = j > 1 ? Math.max(gap - LONGER_GAP, former[j - 2] - GAP) : NONE;
                before = j == 0 ? NONE : Math.max(gap, former[j - 1] + IN_A_ROW);
            }
            boolean fits = low.charAt(j) == letter && before > NONE / 2;
            row[j] = fits ? before + MATCH + bonus(text, j) : NONE;
        }
    }

    private int[][] rows(int length) {
        if (rows[0].length < length) {
            rows = new int[2][2 * length];
        }
        return rows;
    }

    private static int best(int[] row, int length) {
        int best = 0;
        for (int j = 1; j < length; j++) {
            best = row[j] > row[best] ? j : best;
        }
        return best;
    }

    /** Where the letter before the one at a position is. */
    private static int before(int[] row, int position) {
        int best = position - 1;
        int score = row[best] + IN_A_ROW;
        for (int j = position - 2; j >= 0; j--) {
            int other = row[j] - GAP - (position - 2 - j) * LONGER_GAP;
            if (other > score) {
                best = j;
                score = other;
            }
        }
        return best;
    }

    private static int bonus(String text, int position) {
        if (position == 0) {
            return START;
        }
        char before = text.charAt(position - 1);
        char here = text.charAt(position);
        if (!Character.isLetterOrDigit(before)) {
            return Character.isLetterOrDigit(here) ? WORD : 0;
        }
        boolean hump = Character.isUpperCase(here) && Character.isLowerCase(before);
        return hump || (Character.isDigit(here) && !Character.isDigit(before)) ? HUMP : 0;
    }

    /** Letter by letter, so that positions stay what they are. */
    static String lower(String text) {
        char[] low = text.toCharArray();
        for (int i = 0; i < low.length; i++) {
            low[i] = Character.toLowerCase(low[i]);
        }
        return new String(low);
    }
}
