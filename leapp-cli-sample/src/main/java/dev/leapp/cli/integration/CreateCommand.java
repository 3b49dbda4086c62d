package dev.leapp.cli.integration;

import dev.leapp.cli.field.FieldFlags;
import dev.leapp.cli.field.FieldQuestions;
import dev.leapp.cli.field.FieldReader;
import dev.leapp.cli.field.FieldValues;
import dev.leapp.cli.field.Types;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Usage;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.IntegrationView;
import dev.leapp.core.integration.NewIntegration;
import dev.leapp.core.spi.FieldSpec;
import dev.leapp.core.spi.IntegrationDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** {@code leapp integration create}. */
@Command(
        name = "create",
        description = {
            "Add an integration: where your sessions come from. Nobody is logged in by it.",
            "What is not given as a flag is asked on a terminal."
        },
        footer = {
            "",
            "Examples:",
            "  leapp integration create",
            "  leapp integration create --type aws-sso --name corp \\",
            "      --portal-url https://corp.awsapps.com/start --region eu-west-1"
        })
final class CreateCommand implements Runnable {

    private final Context context;
    private final FieldFlags flags;

    @Spec
    CommandSpec spec;

    @Option(names = "--type", paramLabel = "TYPE", description = "Where it logs in, such as aws-sso.")
    @Nullable
    String type;

    @Option(
            names = {"--integration-type", "--integrationType"},
            hidden = true)
    @Nullable
    String integrationType;

    @Option(
            names = {"--name", "--alias"},
            paramLabel = "NAME",
            description = "What you call it.")
    @Nullable
    String name;

    @Option(
            names = {"--integration-alias", "--integrationAlias"},
            hidden = true)
    @Nullable
    String integrationAlias;

    CreateCommand(Context context, FieldFlags flags) {
        this.context = context;
        this.flags = flags;
    }

    @Override
    public void run() {
        type = type == null ? integrationType : type;
        name = name == null ? integrationAlias : name;
        boolean guided = type == null && name == null && context.ask().interactive();
        IntegrationDescriptor descriptor = descriptor();
        flags.check(parsed(), descriptor.type(), descriptor.fields());
        FieldValues values = new FieldValues();
        new FieldReader(context, flags, parsed()).readInto(descriptor.fields(), values);
        values.check(flags);
        requireAllOrTerminal(descriptor, values);
        create(descriptor, values, guided);
    }

    private ParseResult parsed() {
        return spec.commandLine().getParseResult();
    }

    private IntegrationDescriptor descriptor() {
        Types<IntegrationDescriptor> types = Types.ofIntegrations(context);
        if (type != null) {
            return types.named(type);
        }
        if (!context.ask().interactive()) {
            throw Usage.error(
                    "Missing " + (name == null ? "--type, --name" : "--type") + " and the flags of that type",
                    "types: " + types.names() + "; 'leapp integration create --help' shows their flags");
        }
        return types.choose(context.ask());
    }

    private void requireAllOrTerminal(IntegrationDescriptor descriptor, FieldValues values) {
        List<String> missing = new ArrayList<>();
        if (name == null || name.isBlank()) {
            missing.add("--name");
        }
        descriptor.fields().stream()
                .filter(field -> field.required() && !values.has(field))
                .map(field -> flags.flag(field).main())
                .forEach(missing::add);
        if (!missing.isEmpty() && !context.ask().interactive()) {
            throw Usage.error(
                    "Missing " + String.join(", ", missing),
                    "'leapp integration create --help' explains them; on a terminal they are asked");
        }
    }

    private void create(IntegrationDescriptor descriptor, FieldValues values, boolean guided) {
        NewIntegration.Builder integration = NewIntegration.builder(descriptor.type(), askedName());
        for (FieldSpec field : descriptor.fields()) {
            if (!values.has(field) && (field.required() || (guided && !field.advanced()))) {
                new FieldQuestions(context).ask(field, "").ifPresent(value -> values.put(field, value));
            }
        }
        values.forEach(integration::value);
        IntegrationView created = context.engine().integrations().create(integration.build());
        String alias = created.integration().alias();
        context.out()
                .result(IntegrationViews.of(
                        created,
                        context.clock().instant(),
                        "integration " + alias + " created" + inWords(created.integration())));
        context.out()
                .note(IntegrationViews.command("login", created.integration())
                        + " logs you in and brings its sessions");
    }

    private String askedName() {
        String answer = name == null ? "" : name.strip();
        while (answer.isEmpty()) {
            answer = context.ask().line("Name", "").strip();
        }
        return answer;
    }

    /** What may have been found out meanwhile is told. */
    private static String inWords(Integration integration) {
        String words = Stream.of(IntegrationViews.portal(integration), IntegrationViews.region(integration))
                .flatMap(word -> word.stream())
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "" : " (" + words + ")";
    }
}
