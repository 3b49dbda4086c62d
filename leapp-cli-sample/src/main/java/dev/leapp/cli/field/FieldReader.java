package dev.leapp.cli.field;

import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Usage;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.spi.FieldSpec;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** Reads what was given for fields: from flags, standard input and environment variables. */
public final class FieldReader {

    private final Context context;
    private final FieldFlags flags;
    private final ParseResult parsed;

    /**
     * Reads what one command line gives.
     *
     * @param context the run
     * @param flags the flags that there are
     * @param parsed the command line
     */
    public FieldReader(Context context, FieldFlags flags, ParseResult parsed) {
        this.context = context;
        this.flags = flags;
        this.parsed = parsed;
    }

    /**
     * Puts what was given into the values, in the order of the fields; each {@code -stdin} flag takes a line.
     *
     * @param fields the fields of the type
     * @param values where to
     */
    public void readInto(List<FieldSpec> fields, FieldValues values) {
        for (FieldSpec field : fields) {
            FieldFlag flag = flags.flag(field);
            List<String> given = flag.given(parsed);
            if (!given.isEmpty()) {
                values.put(field, read(flag, given.get(0)));
            }
        }
    }

    private Secret read(FieldFlag flag, String given) {
        if (flag.field().inSecretStore() && given.equals(flag.fromInput())) {
            return fromInput(flag);
        }
        Optional<String> variable = flag.field().inSecretStore() ? flag.environmentVariable(parsed) : Optional.empty();
        if (variable.isPresent()) {
            return fromEnvironment(flag, variable.get());
        }
        String value = parsed.matchedOptionValue(given, "");
        if (flag.field().secret()) {
            context.out()
                    .remark("warning: the secret given as " + given
                            + " shows in the process list and the shell's history; " + flag.fromInput() + " and "
                            + flag.fromEnvironment() + " VARIABLE don't show it");
        }
        return remember(flag.field(), Secret.of(value));
    }

    private Secret fromInput(FieldFlag flag) {
        Secret secret = context.ask()
                .secretFromInput(flag.field().label())
                .filter(line -> !line.isEmpty())
                .orElseThrow(() -> Usage.error(
                        flag.fromInput() + ": standard input has no line for it",
                        "write the value to standard input, one line for each -stdin flag in the order of --help"));
        return remember(flag.field(), secret);
    }

    private Secret fromEnvironment(FieldFlag flag, String variable) {
        String value = context.io().environment().getOrDefault(variable, "");
        if (value.isEmpty()) {
            throw Usage.error(flag.fromEnvironment() + ": the environment variable " + variable + " is not set", null);
        }
        return remember(flag.field(), Secret.of(value));
    }

    private Secret remember(FieldSpec field, Secret secret) {
        if (field.secret()) {
            context.redactor().add(secret);
        }
        return secret;
    }
}
