package dev.leapp.cli.integration;

import dev.leapp.cli.field.FieldFlags;
import dev.leapp.cli.field.FieldQuestions;
import dev.leapp.cli.field.FieldReader;
import dev.leapp.cli.field.FieldValues;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Usage;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.IntegrationEdit;
import dev.leapp.core.integration.IntegrationView;
import dev.leapp.core.spi.FieldSpec;
import dev.leapp.core.spi.IntegrationDescriptor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** {@code leapp integration edit}. */
@Command(
        name = "edit",
        description = {
            "Change an integration. If the login depends on what changes, you are logged out.",
            "With no flags, each field is asked on a terminal; an empty value given as a flag removes a setting."
        },
        footer = {
            "",
            "Examples:",
            "  leapp integration edit corp --name acme",
            "  leapp integration edit corp --region eu-central-1"
        })
final class EditCommand implements Runnable {

    private final Context context;
    private final FieldFlags flags;

    @Spec
    CommandSpec spec;

    @Mixin
    IntegrationArgument which;

    @Option(
            names = {"--name", "--alias"},
            paramLabel = "NEW-NAME",
            description = "Its new name.")
    @Nullable
    String name;

    @Option(
            names = {"--integration-alias", "--integrationAlias"},
            hidden = true)
    @Nullable
    String integrationAlias;

    EditCommand(Context context, FieldFlags flags) {
        this.context = context;
        this.flags = flags;
    }

    @Override
    public void run() {
        name = name == null ? integrationAlias : name;
        IntegrationView before = which.find(context, "edit");
        IntegrationDescriptor descriptor = descriptor(before.integration());
        flags.check(parsed(), descriptor.type(), descriptor.fields());
        IntegrationEdit.Builder edit = IntegrationEdit.builder();
        if (name == null && !flags.anyGiven(parsed())) {
            askAll(before.integration(), descriptor, edit);
        } else {
            readFlags(descriptor, edit);
        }
        tell(before, context.engine().integrations().edit(before.integration().id(), edit.build()));
    }

    private ParseResult parsed() {
        return spec.commandLine().getParseResult();
    }

    private IntegrationDescriptor descriptor(Integration integration) {
        return context.engine()
                .plugins()
                .integration(integration.type())
                .orElseThrow(() -> new LeappException(
                        CoreErrorCode.UNKNOWN_INTEGRATION_TYPE,
                        "No plug-in provides the type " + integration.type() + " of integration " + integration.alias(),
                        "'leapp plugin list' shows the plug-ins"));
    }

    private void readFlags(IntegrationDescriptor descriptor, IntegrationEdit.Builder edit) {
        if (name != null) {
            if (name.isBlank()) {
                throw Usage.error("--name can't be empty", null);
            }
            edit.alias(name.strip());
        }
        FieldValues values = new FieldValues();
        new FieldReader(context, flags, parsed()).readInto(descriptor.fields(), values);
        values.check(flags);
        values.forEach(edit::value);
    }

    private void askAll(Integration integration, IntegrationDescriptor descriptor, IntegrationEdit.Builder edit) {
        if (!context.ask().interactive()) {
            throw Usage.error(
                    "What should change? Give at least one flag", "'leapp integration edit --help' explains them");
        }
        context.ask().say("An empty answer keeps what is there.");
        edit.alias(context.ask().line("Name", integration.alias()));
        FieldValues values = new FieldValues();
        for (FieldSpec field : descriptor.fields()) {
            String setting = integration.settings().getOrDefault(field.name(), "");
            if (!field.advanced() || !setting.isEmpty()) {
                new FieldQuestions(context).ask(field, setting).ifPresent(value -> values.put(field, value));
            }
        }
        values.forEach(edit::value);
    }

    private void tell(IntegrationView before, IntegrationView after) {
        String alias = after.integration().alias();
        context.out().result(IntegrationViews.of(after, context.clock().instant(), "integration " + alias + " edited"));
        boolean loggedOut = before.login().loggedInAt().isPresent()
                && after.login().loggedInAt().isEmpty();
        if (loggedOut) {
            context.out()
                    .remark("you are logged out of it; " + IntegrationViews.command("login", after.integration())
                            + " logs you in");
        }
    }
}
