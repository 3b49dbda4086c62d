package dev.leapp.cli.ask;

import dev.leapp.cli.io.Echo;
import dev.leapp.cli.io.Io;
import dev.leapp.cli.io.Keyboard;
import dev.leapp.cli.output.TextWidth;
import dev.leapp.cli.pick.Choice;
import dev.leapp.cli.pick.Picker;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Asks the person at the terminal: questions on standard error, so that standard output stays the result's. */
public final class Asker {

    private final Io io;
    private final Progress progress;
    private final boolean interactive;
    private final Lines lines;

    /**
     * Asks through the given streams.
     *
     * @param io the streams
     * @param progress is cleared before a question
     * @param interactive whether asking is allowed
     */
    public Asker(Io io, Progress progress, boolean interactive) {
        this.io = io;
        this.progress = progress;
        this.interactive = interactive && io.canAsk();
        this.lines = new Lines(io.in(), io.tty().in() ? io.charset() : StandardCharsets.UTF_8);
    }

    /** Tells whether somebody can be asked. */
    public boolean interactive() {
        return interactive;
    }

    /**
     * Asks for a line.
     *
     * @param question what to ask, without a colon
     * @param preset what an empty answer means; may be empty
     * @return the answer without white space at its ends
     */
    public String line(String question, String preset) {
        String asked = question + (preset.isEmpty() ? "" : " [" + preset + "]") + ":";
        prompt(String.join("\n", TextWidth.wrap(TextWidth.printable(asked), io.roomOnErr(), "")) + " ");
        String answer = new String(answer()).strip();
        return answer.isEmpty() ? preset : answer;
    }

    /** Asks for a secret, without echo; the echo is off before the question is seen. */
    public Secret secret(String question) {
        progress.clear();
        Echo.Hidden hidden = io.echo().hide();
        try {
            prompt(TextWidth.printable(question) + ": ");
            return toSecret(answer());
        } finally {
            hidden.close();
            io.err().println();
        }
    }

    /** Asks for a yes; everything else is a no. */
    public boolean confirm(String question) {
        String answer = line(question + " (y/N)", "").toLowerCase(Locale.ROOT);
        return answer.equals("y") || answer.equals("yes");
    }

    /**
     * Lets choose one of several.
     *
     * @param <T> what they are
     * @param question what to ask
     * @param options the things to choose from, at least one
     * @param label what each is called
     * @return the chosen one
     */
    public <T> T choose(String question, List<T> options, Function<T, String> label) {
        return choose(
                question,
                options.stream()
                        .map(option -> new Choice<>(option, label.apply(option), ""))
                        .toList());
    }

    /**
     * Lets choose one of several: by typing and arrows where the terminal can do that, else by number or by an unambiguous part.
     *
     * @param <T> what they are
     * @param question what to ask
     * @param options the things to choose from, at least one, the likeliest first
     * @return the chosen one
     */
    public <T> T choose(String question, List<Choice<T>> options) {
        progress.clear();
        Optional<Keyboard.Keys> keys = interactive ? io.keyboard().open() : Optional.empty();
        if (keys.isEmpty()) {
            return chooseByNumber(question, options);
        }
        try (Keyboard.Keys open = keys.get()) {
            return new Picker<>(question, options, open, io.err(), io.coloursOnErr(), io.unicode()).pick();
        }
    }

    private <T> T chooseByNumber(String question, List<Choice<T>> options) {
        for (int i = 0; i < options.size(); i++) {
            tell(String.format("  %2d  %s", i + 1, TextWidth.printable(label(options.get(i)))), "      ");
        }
        while (true) {
            String answer = line(question + " (number or part of the name)", "");
            List<Choice<T>> fitting = fitting(answer, options, Asker::label);
            if (fitting.size() == 1) {
                return fitting.get(0).value();
            }
            io.err().println(fitting.isEmpty() ? "  none of them" : "  that fits " + fitting.size() + " of them");
        }
    }

    private static String label(Choice<?> choice) {
        return choice.name() + (choice.details().isEmpty() ? "" : "  (" + choice.details() + ")");
    }

    /**
     * Reads the next line of standard input as a secret, without a question when it is not a terminal.
     *
     * @param what what it is, for the question
     * @return the secret, empty at the end of the input
     */
    public Optional<Secret> secretFromInput(String what) {
        return io.canAsk() ? Optional.of(secret(what)) : lines.next().map(Asker::toSecret);
    }

    /** Tells the person something while asking. */
    public void say(String line) {
        progress.clear();
        tell(TextWidth.printable(line), "");
    }

    private void tell(String line, String indent) {
        TextWidth.wrap(line, io.roomOnErr(), indent).forEach(io.err()::println);
    }

    private static <T> List<T> fitting(String answer, List<T> options, Function<T, String> label) {
        if (answer.isEmpty()) {
            return options.size() == 1 ? options : List.of();
        }
        if (answer.matches("[0-9]{1,6}")) {
            int number = Integer.parseInt(answer);
            if (number >= 1 && number <= options.size()) {
                return List.of(options.get(number - 1));
            }
        }
        String wanted = answer.toLowerCase(Locale.ROOT);
        List<T> exact = options.stream()
                .filter(option -> label.apply(option).toLowerCase(Locale.ROOT).equals(wanted))
                .toList();
        return exact.size() == 1
                ? exact
                : options.stream()
                        .filter(option ->
                                label.apply(option).toLowerCase(Locale.ROOT).contains(wanted))
                        .toList();
    }

    private void prompt(String text) {
        if (!interactive && !io.canAsk()) {
            throw new IllegalStateException("Nobody is there to be asked");
        }
        progress.clear();
        io.err().print(text);
        io.err().flush();
    }

    private char[] answer() {
        return lines.next().orElseThrow(() -> {
            io.err().println();
            return new LeappException(CoreErrorCode.CANCELLED, "Cancelled: the input ended", null);
        });
    }

    private static Secret toSecret(char[] typed) {
        try {
            return Secret.of(typed);
        } finally {
            Arrays.fill(typed, '\0');
        }
    }
}
