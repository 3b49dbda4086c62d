package dev.leapp.cli.pick;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What is typed, the choices that fit it, and which of them is marked. The first of all choices is the likeliest. */
final class PickList<T> {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int PAGE = 10;
    private static final int LONGEST = 100;

    /** A choice with its place among all, and how well it fits. */
    private record Ranked<T>(Choice<T> choice, int place, int score) {}

    private final List<Ranked<T>> all;
    private List<Ranked<T>> fitting;
    private String typed = "";
    private int marked;

    PickList(List<Choice<T>> choices) {
        List<Ranked<T>> ranked = new ArrayList<>();
        choices.forEach(choice -> ranked.add(new Ranked<>(choice, ranked.size(), 0)));
        this.all = List.copyOf(ranked);
        this.fitting = all;
    }

    String typed() {
        return typed;
    }

    int marked() {
        return marked;
    }

    int size() {
        return fitting.size();
    }

    int sizeOfAll() {
        return all.size();
    }

    Choice<T> choice(int index) {
        return fitting.get(index).choice();
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
            case LAST -> mark(fitting.size() - 1);
            case ERASE ->
                retype(typed.isEmpty() ? "" : typed.substring(0, typed.offsetByCodePoints(typed.length(), -1)));
            case ERASE_WORD -> retype(typed.stripTrailing().replaceFirst("\\S*$", ""));
            case ERASE_ALL -> retype("");
            case ENTER, CANCEL -> {}
        }
    }

    private void mark(int index) {
        marked = Math.max(0, Math.min(fitting.size() - 1, index));
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
            fitting = rank(all);
            marked = 0;
        }
    }

    private List<Ranked<T>> rank(List<Ranked<T>> among) {
        List<Fuzzy> words = words(typed).stream().map(Fuzzy::new).toList();
        List<String> details =
                words(typed).stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
        List<Ranked<T>> ranked = new ArrayList<>();
        for (Ranked<T> one : among) {
            OptionalInt score = score(one.choice(), words, details);
            score.ifPresent(value -> ranked.add(new Ranked<>(one.choice(), one.place(), value)));
        }
        ranked.sort(Comparator.<Ranked<T>>comparingInt(Ranked::score).reversed().thenComparingInt(Ranked::place));
        return ranked;
    }

    /** Each word fits the name, or else is among the details, which counts nothing. */
    private OptionalInt score(Choice<T> choice, List<Fuzzy> words, List<String> details) {
        int sum = 0;
        for (int i = 0; i < words.size(); i++) {
            OptionalInt score = words.get(i).score(choice.name());
            if (score.isEmpty() && !choice.hasDetail(details.get(i))) {
                return OptionalInt.empty();
            }
            sum += score.orElse(0);
        }
        return OptionalInt.of(sum);
    }

    private static List<String> words(String text) {
        return SPACES.splitAsStream(text).filter(Predicate.not(String::isEmpty)).toList();
    }
}
