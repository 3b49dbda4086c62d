package dev.leapp.cli.session;

import dev.leapp.cli.completion.ProfileNames;
import dev.leapp.cli.field.FieldFlags;
import dev.leapp.cli.field.FieldQuestions;
import dev.leapp.cli.field.FieldReader;
import dev.leapp.cli.field.FieldValues;
import dev.leapp.cli.field.Types;
import dev.leapp.cli.region.Regions;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Usage;
import dev.leapp.core.session.NewSession;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionView;
import dev.leapp.core.spi.AccessMethodDescriptor;
import dev.leapp.core.spi.FieldSpec;
import dev.leapp.core.workspace.NamedProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code leapp session add}. */
@Command(
        name = "add",
        description = {
            "Add a session.",
            "What is not given as a flag is asked on a terminal; secrets are typed without echo."
        },
        footer = {
            "",
            "Examples:",
            "  leapp session add",
            "  leapp session add --type aws-iam-user --name ops --region eu-west-1 \\",
            "      --profile ops --access-key-id AKIA... --secret-access-key-stdin < key.txt"
        })
final class AddCommand implements Runnable {

    private final Context context;
    private final FieldFlags flags;

    @Spec
    CommandSpec spec;

    @Option(names = "--type", paramLabel = "TYPE", description = "How it connects, such as aws-iam-user.")
    @Nullable
    String type;

    @Option(names = "--sessionType", hidden = true)
    @Nullable
    String sessionType;

    @Option(
            names = {"--provider-type", "--providerType"},
            hidden = true)
    @Nullable
    String providerType;

    @Option(names = "--name", paramLabel = "NAME", description = "What you call it.")
    @Nullable
    String name;

    @Option(
            names = {"--session-name", "--sessionName"},
            hidden = true)
    @Nullable
    String sessionName;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "Where it works (default: the workspace's region).")
    @Nullable
    String region;

    @Option(
            names = "--profile",
            paramLabel = "PROFILE",
            completionCandidates = ProfileNames.class,
            description = "The named profile that it is started on; made if it is not there (default: default).")
    @Nullable
    String profile;

    @Option(
            names = {"--profile-id", "--profileId"},
            hidden = true)
    @Nullable
    String profileId;

    @Option(
            names = "--chain",
            paramLabel = "ID",
            description = "How it is handed over, such as aws-credential-process (default: the workspace's).")
    @Nullable
    String chain;

    @Option(names = "--tag", paramLabel = "LABEL[=VALUE]", description = "A tag to find it by; may be given again.")
    List<String> tags = new ArrayList<>();

    AddCommand(Context context, FieldFlags flags) {
        this.context = context;
        this.flags = flags;
    }

    @Override
    public void run() {
        mergeOlderFlags();
        boolean guided = type == null && name == null && context.ask().interactive();
        requireTypeOrTerminal();
        Types<AccessMethodDescriptor> types = Types.ofSessions(context);
        AccessMethodDescriptor method = type == null ? types.choose(context.ask()) : types.named(type);
        checkProvider(method);
        flags.check(parsed(), method.type().value(), method.fields());
        Optional<String> profileName = Profiles.name(context, profile, profileId);
        FieldValues values = new FieldValues();
        new FieldReader(context, flags, parsed()).readInto(method.fields(), values);
        values.check(flags);
        requireAllOrTerminal(method, values);
        add(method, values, guided, profileName);
    }

    private picocli.CommandLine.ParseResult parsed() {
        return spec.commandLine().getParseResult();
    }

    private void mergeOlderFlags() {
        type = type == null ? sessionType : type;
        name = name == null ? sessionName : name;
    }

    private void requireTypeOrTerminal() {
        if (type == null && !context.ask().interactive()) {
            throw Usage.error(
                    "Missing " + (name == null ? "--type, --name" : "--type") + " and the flags of that type",
                    "types: " + Types.ofSessions(context).names() + "; 'leapp session add --help' shows their flags");
        }
    }

    private void checkProvider(AccessMethodDescriptor method) {
        if (providerType != null && !providerType.equals(method.type().cloudProvider())) {
            throw Usage.error(
                    "Sessions of type " + method.type() + " are not of provider '" + providerType + "'", null);
        }
    }

    private void requireAllOrTerminal(AccessMethodDescriptor method, FieldValues values) {
        List<String> missing = new ArrayList<>();
        if (name == null || name.isBlank()) {
            missing.add("--name");
        }
        method.fields().stream()
                .filter(field -> field.required() && !values.has(field))
                .map(field -> flags.flag(field))
                .map(flag -> flag.field().secret() ? flag.fromInput() : flag.main())
                .forEach(missing::add);
        if (!missing.isEmpty() && !context.ask().interactive()) {
            throw Usage.error(
                    "Missing " + String.join(", ", missing),
                    "'leapp session add --help' explains them; on a terminal they are asked");
        }
    }

    private void add(AccessMethodDescriptor method, FieldValues values, boolean guided, Optional<String> profileName) {
        NewSession.Builder session = NewSession.builder(method.type(), askedName());
        askFields(method, values, guided);
        values.forEach(session::value, session::secret);
        askedRegion(method, guided).ifPresent(session::region);
        askedProfile(profileName, guided).ifPresent(session::profile);
        if (chain != null) {
            session.chain(chain);
        }
        tags.forEach(tag -> TagFlag.set(tag, session::tag));
        Session added = context.engine().sessions().add(session.build());
        SessionView view = context.engine().sessions().get(added.id());
        context.out().result(SessionResults.of(view, "session " + added.name() + " added"));
        Notes.tell(context, added);
        context.out().note("'leapp session start " + added.name() + "' starts it");
    }

    private String askedName() {
        String answer = name == null ? "" : Names.checked(name);
        while (answer.isEmpty()) {
            answer = Names.checked(context.ask().line("Name", ""));
        }
        return answer;
    }

    private void askFields(AccessMethodDescriptor method, FieldValues values, boolean guided) {
        for (FieldSpec field : method.fields()) {
            if (!values.has(field) && (field.required() || (guided && !field.advanced()))) {
                new FieldQuestions(context).ask(field, "").ifPresent(value -> values.put(field, value));
            }
        }
    }

    private Optional<String> askedRegion(AccessMethodDescriptor method, boolean guided) {
        String chosen = region;
        if (chosen == null && guided && method.type().cloudProvider().equals(Regions.AWS)) {
            chosen = context.ask()
                    .line("Region", context.engine().workspaces().read().defaultRegion());
        }
        if (chosen != null) {
            Regions.check(context, method.type().cloudProvider(), chosen);
        }
        return Optional.ofNullable(chosen);
    }

    private Optional<String> askedProfile(Optional<String> given, boolean guided) {
        if (given.isPresent() || !guided) {
            return given;
        }
        String answer = context.ask().line("Named profile", NamedProfile.DEFAULT);
        return Profiles.name(context, answer, null);
    }
}
