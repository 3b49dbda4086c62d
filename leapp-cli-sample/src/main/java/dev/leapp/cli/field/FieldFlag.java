package dev.leapp.cli.field;

import dev.leapp.core.spi.FieldSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The flags of one field: {@code --access-key-id}, older spellings, and where secrets may also come from. */
public final class FieldFlag {

    private final FieldSpec field;
    private final List<String> types;
    private final String main;
    private final String older;

    FieldFlag(FieldSpec field, List<String> types, Set<String> taken, String older) {
        this.field = field;
        this.types = types;
        this.older = older;
        String plain = "--" + kebab(field.name());
        this.main = taken.contains(plain) ? "--field-" + kebab(field.name()) : plain;
    }

    /** Returns the field. */
    public FieldSpec field() {
        return field;
    }

    /** Returns the flag that the help shows. */
    public String main() {
        return main;
    }

    /** Returns the flag that reads the value from standard input. */
    public String fromInput() {
        return main + "-stdin";
    }

    String fromEnvironment() {
        return main + "-env";
    }

    void addTo(CommandSpec spec) {
        spec.addOption(value(main).description(description()).build());
        for (String name : olderNames()) {
            if (!spec.optionsMap().containsKey(name)) {
                spec.addOption(value(name).hidden(true).build());
            }
        }
        if (field.inSecretStore()) {
            spec.addOption(OptionSpec.builder(fromInput())
                    .type(boolean.class)
                    .arity("0")
                    .description("Read it from a line of standard input.")
                    .build());
            spec.addOption(OptionSpec.builder(fromEnvironment())
                    .type(String.class)
                    .arity("1")
                    .paramLabel("VARIABLE")
                    .description("Read it from this environment variable.")
                    .build());
        }
    }

    /** Returns all the flags of this field that were given. */
    List<String> given(ParseResult parsed) {
        List<String> names = new ArrayList<>(List.of(main));
        names.addAll(olderNames());
        if (field.inSecretStore()) {
            names.add(fromInput());
            names.add(fromEnvironment());
        }
        return names.stream().filter(parsed::hasMatchedOption).toList();
    }

    Optional<String> environmentVariable(ParseResult parsed) {
        return Optional.ofNullable(parsed.matchedOptionValue(fromEnvironment(), (String) null));
    }

    private List<String> olderNames() {
        Set<String> names = new LinkedHashSet<>();
        names.add("--" + field.name());
        if (!older.isEmpty()) {
            names.add("--" + older + capital(field.name()));
        }
        for (String alias : field.aliases()) {
            names.add("--" + alias);
            names.add("--" + kebab(alias));
        }
        names.remove(main);
        return List.copyOf(names);
    }

    private OptionSpec.Builder value(String name) {
        return OptionSpec.builder(name).type(String.class).arity("1").paramLabel(field.secret() ? "SECRET" : "VALUE");
    }

    private String description() {
        StringBuilder text = new StringBuilder(field.label());
        if (!field.help().isEmpty()) {
            text.append(": ").append(field.help());
        }
        field.defaultValue()
                .ifPresent(preset -> text.append(" (default ").append(preset).append(")"));
        if (!field.choices().isEmpty()) {
            text.append(" (").append(String.join(", ", field.choices())).append(")");
        }
        if (field.secret()) {
            text.append(". Shows in the process list: prefer the next two");
        }
        return text.append(" [")
                .append(String.join(", ", types))
                .append("]")
                .toString()
                .replace("%", "%%");
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    static String kebab(String camelCase) {
        return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
