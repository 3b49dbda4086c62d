package dev.leapp.cli.session;

import dev.leapp.cli.run.Usage;
import dev.leapp.core.spi.AccessMethodDescriptor;
import dev.leapp.core.spi.FieldSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The flags for the fields of all access methods; which of them apply is checked when the session's type is known. */
public final class FieldFlags {

    private static final Set<String> TAKEN = Set.of(
            "--type",
            "--name",
            "--region",
            "--profile",
            "--chain",
            "--output",
            "--home",
            "--verbose",
            "--help",
            "--non-interactive",
            "--session-id",
            "--provider-type");

    private final Map<String, FieldFlag> flags = new LinkedHashMap<>();

    /**
     * Makes the flags.
     *
     * @param methods what plug-ins bring; may be empty where no field is needed
     */
    public FieldFlags(List<AccessMethodDescriptor> methods) {
        for (AccessMethodDescriptor method : methods) {
            for (FieldSpec field : method.fields()) {
                flags.computeIfAbsent(field.name(), name -> new FieldFlag(field, typesWith(name, methods), TAKEN));
            }
        }
    }

    void addTo(CommandSpec spec) {
        flags.values().forEach(flag -> flag.addTo(spec));
    }

    FieldFlag flag(FieldSpec field) {
        FieldFlag flag = flags.get(field.name());
        return flag == null ? new FieldFlag(field, List.of(), TAKEN) : flag;
    }

    /** Refuses flags of fields that the type does not have, and two flags for one field. */
    void check(ParseResult parsed, AccessMethodDescriptor method) {
        Set<String> wrong = new TreeSet<>();
        for (FieldFlag flag : flags.values()) {
            List<String> given = flag.given(parsed);
            if (given.size() > 1) {
                throw Usage.error("Give only one of " + String.join(", ", given), null);
            }
            if (method.field(flag.field().name()).isEmpty()) {
                wrong.addAll(given);
            }
        }
        if (!wrong.isEmpty()) {
            throw Usage.error(
                    "Sessions of type " + method.type() + " have no " + String.join(", ", wrong),
                    "'leapp session add --help' shows which flag belongs to which type");
        }
    }

    boolean anyGiven(ParseResult parsed) {
        return flags.values().stream().anyMatch(flag -> !flag.given(parsed).isEmpty());
    }

    private static List<String> typesWith(String field, List<AccessMethodDescriptor> methods) {
        return methods.stream()
                .filter(method -> method.field(field).isPresent())
                .map(method -> method.type().toString())
                .toList();
    }
}
