package dev.leapp.cli.handover;

import dev.leapp.cli.run.Usage;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The file format {@code .env}: only what its many readers understand alike. */
final class DotenvDialect implements Dialect {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+=,-]*");
    private static final Pattern BETWEEN_DOUBLE_QUOTES = Pattern.compile("[^\"$`\\\\\\p{Cntrl}]*");
    private static final Pattern BETWEEN_SINGLE_QUOTES = Pattern.compile("[^'\\\\\\p{Cntrl}]*");

    @Override
    public String set(String name, String value) {
        if (PLAIN.matcher(value).matches()) {
            return name + "=" + value;
        }
        if (BETWEEN_SINGLE_QUOTES.matcher(value).matches()) {
            return name + "='" + value + "'";
        }
        if (BETWEEN_DOUBLE_QUOTES.matcher(value).matches()) {
            return name + "=\"" + value + "\"";
        }
        throw Usage.error(
                "A dotenv file can't hold the value of " + name + ": its readers don't agree on some of its characters",
                "--shell json can");
    }

    @Override
    public String unset(String name) {
        throw Usage.error("A dotenv file can't remove variables", "--shell names a shell");
    }

    /** Only sets: whoever reads such a file decides what it is added to. */
    @Override
    public List<String> lines(Collection<String> removed, Map<String, String> set) {
        if (set.isEmpty()) {
            removed.forEach(this::unset);
        }
        return set.entrySet().stream()
                .map(entry -> set(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public String use(String command) {
        return command + " > .env";
    }
}
