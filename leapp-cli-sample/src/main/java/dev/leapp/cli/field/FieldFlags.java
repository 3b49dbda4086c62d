package dev.leapp.cli.field;

import dev.leapp.cli.run.Usage;
import dev.leapp.core.spi.AccessMethodDescriptor;
import dev.leapp.core.spi.FieldSpec;
import dev.leapp.core.spi.IntegrationDescriptor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The flags for the fields of all types; which of them apply is checked when the type is known. */
public final class FieldFlags {

    private static final Set<String> SESSION_FLAGS = Set.of(
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

    private static final Set<String> INTEGRATION_FLAGS = Set.of(
            "--type",
            "--name",
            "--alias",
            "--output",
            "--home",
            "--verbose",
            "--help",
            "--non-interactive",
            "--integration-id");

    /**
     * A type and its fields.
     *
     * @param name the type's name
     * @param fields what a user fills in
     */
    private record Type(String name, List<FieldSpec> fields) {

        boolean has(String field) {
            return fields.stream().anyMatch(each -> each.name().equals(field));
        }
    }

    private final String things;
    private final String command;
    private final Set<String> taken;
    private final String older;
    private final Map<String, FieldFlag> flags = new LinkedHashMap<>();

    private FieldFlags(String things, String command, Set<String> taken, String older, List<Type> types) {
        this.things = things;
        this.command = command;
        this.taken = taken;
        this.older = older;
        for (Type type : types) {
            for (FieldSpec field : type.fields()) {
                flags.computeIfAbsent(field.name(), name -> new FieldFlag(field, having(name, types), taken, older));
            }
        }
    }

    /**
     * Makes the flags of sessions.
     *
     * @param methods what plug-ins bring; may be empty where no field is needed
     */
    public static FieldFlags ofSessions(List<AccessMethodDescriptor> methods) {
        List<Type> types = methods.stream()
                .map(method -> new Type(method.type().toString(), method.fields()))
                .toList();
        return new FieldFlags("Sessions", "leapp session add", SESSION_FLAGS, "", types);
    }

    /**
     * Makes the flags of integrations; {@code --integrationRegion} and its like are older spellings.
     *
     * @param integrations what plug-ins bring; may be empty where no field is needed
     */
    public static FieldFlags ofIntegrations(List<IntegrationDescriptor> integrations) {
        List<Type> types = integrations.stream()
                .map(each -> new Type(each.type(), each.fields()))
                .toList();
        return new FieldFlags("Integrations", "leapp integration create", INTEGRATION_FLAGS, "integration", types);
    }

    /** Adds the flags to a command. */
    public void addTo(CommandSpec spec) {
        flags.values().forEach(flag -> flag.addTo(spec));
    }

    /** Returns the flag of a field. */
    public FieldFlag flag(FieldSpec field) {
        FieldFlag flag = flags.get(field.name());
        return flag == null ? new FieldFlag(field, List.of(), taken, older) : flag;
    }

    /**
     * Refuses flags of fields that the type does not have, and two flags for one field.
     *
     * @param parsed the command line
     * @param type the type's name
     * @param fields its fields
     */
    public void check(ParseResult parsed, String type, List<FieldSpec> fields) {
        Type wanted = new Type(type, fields);
        Set<String> wrong = new TreeSet<>();
        for (FieldFlag flag : flags.values()) {
            List<String> given = flag.given(parsed);
            if (given.size() > 1) {
                throw Usage.error("Give only one of " + String.join(", ", given), null);
            }
            if (!wanted.has(flag.field().name())) {
                wrong.addAll(given);
            }
        }
        if (!wrong.isEmpty()) {
            throw Usage.error(
                    things + " of type " + type + " have no " + String.join(", ", wrong),
                    "'" + command + " --help' shows which flag belongs to which type");
        }
    }

    /** Tells whether any of the flags was given. */
    public boolean anyGiven(ParseResult parsed) {
        return flags.values().stream().anyMatch(flag -> !flag.given(parsed).isEmpty());
    }

    /** The command whose help explains the flags. */
    String command() {
        return command;
    }

    private static List<String> having(String field, List<Type> types) {
        return types.stream().filter(type -> type.has(field)).map(Type::name).toList();
    }
}
