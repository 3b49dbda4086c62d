package dev.leapp.cli.field;

import dev.leapp.cli.run.Usage;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.spi.FieldSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** What was given for fields so far. */
public final class FieldValues {

    private final Map<FieldSpec, Secret> values = new LinkedHashMap<>();

    /** Makes it with nothing given. */
    public FieldValues() {}

    /** Takes a value. */
    public void put(FieldSpec field, Secret value) {
        values.put(field, value);
    }

    /** Tells whether a field was given, be it an empty value. */
    public boolean has(FieldSpec field) {
        return values.containsKey(field);
    }

    /** Refuses malformed values, all at once; an empty value is none. */
    public void check(FieldFlags flags) {
        String problems = values.entrySet().stream()
                .flatMap(entry -> problem(entry.getKey(), entry.getValue())
                        .map(words -> flags.flag(entry.getKey()).main() + " " + words)
                        .stream())
                .collect(Collectors.joining("; "));
        if (!problems.isEmpty()) {
            throw Usage.error(problems, "'" + flags.command() + " --help' explains the flags");
        }
    }

    /** Hands over the values: settings as text, the others as secrets. */
    public void forEach(BiConsumer<String, String> settings, BiConsumer<String, Secret> secrets) {
        values.forEach((field, value) -> {
            if (field.inSecretStore()) {
                secrets.accept(field.name(), value);
            } else {
                settings.accept(field.name(), value.reveal());
            }
        });
    }

    /** Hands over the values of fields of which none is a secret. */
    public void forEach(BiConsumer<String, String> settings) {
        forEach(settings, (name, secret) -> {
            throw new IllegalStateException("A secret where none can be kept: " + name);
        });
    }

    static Optional<String> problem(FieldSpec field, Secret value) {
        return value.isEmpty() ? Optional.empty() : field.problemWith(value.reveal());
    }
}
