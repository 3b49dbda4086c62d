package dev.leapp.cli.run;

import dev.leapp.cli.io.Io;
import dev.leapp.cli.output.Json;
import dev.leapp.cli.output.OutputFormat;
import dev.leapp.cli.output.Style;
import dev.leapp.cli.output.TextWidth;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells what went wrong: one clear line and what to do next; a stack trace only with {@code --verbose}. */
public final class ErrorReport {

    private static final String REPORT =
            "this is a defect of leapp: run it again with --verbose and report what it prints where you got leapp from";

    private static final String NAME = "leapp:";
    private static final String HINT = "  hint: ";

    private final Context context;

    /**
     * Tells about one run.
     *
     * @param context the run
     */
    public ErrorReport(Context context) {
        this.context = context;
    }

    /**
     * Tells about a failure.
     *
     * @param failure what a command threw
     * @return the exit code
     */
    public ExitCode report(Throwable failure) {
        LeappException error = failure instanceof LeappException known ? known : defect(failure);
        write(error);
        if (context.options().verbose()) {
            trace(failure);
        }
        return ExitCode.of(error.code());
    }

    private static LeappException defect(Throwable failure) {
        if (failure instanceof StackOverflowError || failure instanceof OutOfMemoryError) {
            return new LeappException(CoreErrorCode.INTERNAL, failure.getClass().getSimpleName(), REPORT, failure);
        }
        String message =
                failure.getClass().getSimpleName() + (failure.getMessage() == null ? "" : ": " + failure.getMessage());
        return new LeappException(CoreErrorCode.INTERNAL, message, REPORT, failure);
    }

    private void write(LeappException error) {
        context.quiet();
        String message = line(error.getMessage());
        String hint = error.hint().map(this::line).orElse(null);
        if (context.options().format() == OutputFormat.JSON) {
            json(error, message, hint);
        } else {
            text(message, hint);
        }
    }

    private void json(LeappException error, String message, @Nullable String hint) {
        Map<String, @Nullable Object> inner = new LinkedHashMap<>();
        inner.put("code", error.code().id());
        inner.put("message", message);
        inner.put("hint", hint);
        context.io().err().println(Json.compact(Map.of("error", inner)));
    }

    private void text(String message, @Nullable String hint) {
        Io io = context.io();
        List<String> lines = TextWidth.wrap(NAME + " " + message, io.roomOnErr(), " ".repeat(NAME.length() + 1));
        String name = io.coloursOnErr() ? Style.BAD.paint(NAME) : NAME;
        io.err().println(name + lines.get(0).substring(NAME.length()));
        lines.stream().skip(1).forEach(io.err()::println);
        if (hint != null) {
            TextWidth.wrap(HINT + hint, io.roomOnErr(), " ".repeat(HINT.length()))
                    .forEach(io.err()::println);
        }
    }

    private void trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        context.io().err().print(context.redactor().clean(text.toString()));
    }

    private String line(@Nullable String text) {
        String cleaned = context.redactor().clean(String.valueOf(text));
        return TextWidth.printable(cleaned.strip().replaceAll("\\s*\\R\\s*", " "));
    }
}
