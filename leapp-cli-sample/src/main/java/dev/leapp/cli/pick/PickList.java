package dev.leapp.cli.pick;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What is typed, the choices that fit it, and which of them is marked. The first of all choices is the likeliest. */
final class PickList<T> {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int PAGE = 10;
    private static final int LONGEST = 100;

    /** A choice, and what is compared of it. */
    private record Candidate<T>(Choice<T> choice, String name, String details) {

        static <T> Candidate<T> of(Choice<T> choice) {
            return new Candidate<>(choice, Fuzzy.lower(choice.name()), Fuzzy.lower(choice.details()));
        }
    }

    private final List<Candidate<T>> all;
    /** Places in the list of all, the best first. */
    private int[] fitting;

    private String typed = "";
    private int marked;

    PickList(List<Choice<T>> choices) {
        this.all = choices.stream().map(Candidate::of).toList();
        this.fitting = everything();
    }

    String typed() {
        return typed;
    }

    int marked() {
        return marked;
    }

    int size() {
        return fitting.length;
    }

    int sizeOfAll() {
        return all.size();
    }

    Choice<T> choice(int index) {
        return all.get(fitting[index]).choice();
    }

    /** Returns which letters of a choice's name were typed. */
    boolean[] typedLetters(Choice<T> choice) {
        boolean[] letters = new boolean[choice.name().length()];
        for (String word : words(typed)) {
            for (int position : new Fuzzy(word).positions(choice.name())) {
                letters[position] = true;
            }
        }
        return letters;
    }

    void press(Key key) {
        if (key instanceof Key.Text text) {
            type(text.codePoint());
        } else if (key instanceof Key.Control control) {
            press(control);
        }
    }

    private void press(Key.Control control) {
        switch (control) {
            case UP -> mark(marked - 1);
            case DOWN -> mark(marked + 1);
            case PAGE_UP -> mark(marked - PAGE);
            case PAGE_DOWN -> mark(marked + PAGE);
            case FIRST -> mark(0);
            case LAST -> mark(fitting.length - 1);
            case ERASE ->
                retype(typed.isEmpty() ? "" : typed.substring(0, typed.offsetByCodePoints(typed.length(), -1)));
            case ERASE_WORD -> retype(typed.stripTrailing().replaceFirst("\\S*$", ""));
            case ERASE_ALL -> retype("");
            case ENTER, CANCEL -> {}
        }
    }

    private void mark(int index) {
        marked = Math.max(0, Math.min(fitting.length - 1, index));
    }

    /** What fits the longer text, fitted the shorter one. */
    private void type(int codePoint) {
        if (typed.length() < LONGEST) {
            typed += Character.toString(codePoint);
            fitting = rank(fitting);
            marked = 0;
        }
    }

    private void retype(String text) {
        if (!text.equals(typed)) {
            typed = text;
            fitting = rank(everything());
            marked = 0;
        }
    }

    private int[] everything() {
        return IntStream.range(0, all.size()).toArray();
    }

    /** Sorts numbers that are a score, turned around, and a place: many choices are sorted with each key. */
    private int[] rank(int[] among) {
        List<String> words = words(typed);
        List<Fuzzy> fuzzy = words.stream().map(Fuzzy::new).toList();
        List<String> details = words.stream().map(Fuzzy::lower).toList();
        long[] ranked = new long[among.length];
        int count = 0;
        for (int place : among) {
            int score = score(all.get(place), fuzzy, details);
            if (score != Fuzzy.NONE) {
                ranked[count++] = ((long) -score << Integer.SIZE) | place;
            }
        }
        Arrays.sort(ranked, 0, count);
        return Arrays.stream(ranked, 0, count).mapToInt(rank -> (int) rank).toArray();
    }

    /** Each word fits the name, or else is among the details, which counts nothing. */
    private static int score(Candidate<?> candidate, List<Fuzzy> words, List<String> details) {
        int sum = 0;
        for (int i = 0; i < words.size(); i++) {
            int score = words.get(i).score(candidate.choice().name(), candidate.name());
            if (score == Fuzzy.NONE && !candidate.details().contains(details.get(i))) {
                return Fuzzy.NONE;
            }
            sum += score == Fuzzy.NONE ? 0 : score;
        }
        return sum;
    }

    private static List<String> words(String text) {
        return SPACES.splitAsStream(text).filter(Predicate.not(String::isEmpty)).toList();
    }
}
