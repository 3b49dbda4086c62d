package dev.leapp.cli.session;

import dev.leapp.cli.completion.ProfileNames;
import dev.leapp.cli.field.FieldFlags;
import dev.leapp.cli.field.FieldQuestions;
import dev.leapp.cli.field.FieldReader;
import dev.leapp.cli.field.FieldValues;
import dev.leapp.cli.region.Regions;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Usage;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.session.SessionEdit;
import dev.leapp.core.session.SessionView;
import dev.leapp.core.spi.AccessMethodDescriptor;
import dev.leapp.core.spi.FieldSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code leapp session edit}. */
@Command(
        name = "edit",
        description = {
            "Change a session. An active one is stopped, changed and started again.",
            "With no flags, each field is asked on a terminal; an empty value given as a flag removes a setting."
        },
        footer = {
            "",
            "Examples:",
            "  leapp session edit ops --name operations",
            "  leapp session edit ops --secret-access-key-stdin < key.txt"
        })
final class EditCommand implements Runnable {

    private final Context context;
    private final FieldFlags flags;

    @Spec
    CommandSpec spec;

    @Mixin
    SessionArgument session;

    @Option(names = "--name", paramLabel = "NAME", description = "Its new name.")
    @Nullable
    String name;

    @Option(names = "--region", paramLabel = "REGION", description = "Its new region.")
    @Nullable
    String region;

    @Option(
            names = "--profile",
            paramLabel = "PROFILE",
            completionCandidates = ProfileNames.class,
            description = "Its new named profile; made if it is not there.")
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
            description = "How it is handed over; empty for the workspace's default.")
    @Nullable
    String chain;

    @Option(
            names = "--tag",
            paramLabel = "LABEL[=VALUE]",
            description = "Set a tag; may be given again. Changing nothing but name and tags leaves it active.")
    List<String> tags = new ArrayList<>();

    @Option(names = "--untag", paramLabel = "LABEL", description = "Remove a tag.")
    List<String> untagged = new ArrayList<>();

    EditCommand(Context context, FieldFlags flags) {
        this.context = context;
        this.flags = flags;
    }

    @Override
    public void run() {
        SessionView view = session.find(context, "edit", any -> true);
        AccessMethodDescriptor method = method(view);
        flags.check(spec.commandLine().getParseResult(), method.type().value(), method.fields());
        SessionEdit.Builder edit = SessionEdit.builder();
        if (nothingGiven()) {
            askAll(view, method, edit);
        } else {
            readFlags(method, edit);
        }
        SessionView after = context.engine().sessions().edit(view.session().id(), edit.build());
        context.out()
                .result(SessionResults.of(after, "session " + after.session().name() + " edited"));
        Notes.tell(context, after.session());
    }

    private AccessMethodDescriptor method(SessionView view) {
        return context.engine()
                .plugins()
                .accessMethod(view.session().type())
                .orElseThrow(() -> new LeappException(
                        CoreErrorCode.UNKNOWN_ACCESS_METHOD,
                        "No plug-in provides the type " + view.session().type() + " of session "
                                + view.session().name(),
                        "'leapp plugin list' shows the plug-ins"));
    }

    private boolean nothingGiven() {
        return name == null
                && region == null
                && profile == null
                && profileId == null
                && chain == null
                && tags.isEmpty()
                && untagged.isEmpty()
                && !flags.anyGiven(spec.commandLine().getParseResult());
    }

    private void readFlags(AccessMethodDescriptor method, SessionEdit.Builder edit) {
        if (name != null) {
            edit.name(requireName(name));
        }
        if (region != null) {
            Regions.check(context, method.type().cloudProvider(), region);
            edit.region(region);
        }
        if (chain != null) {
            edit.chain(chain);
        }
        tags.forEach(tag -> TagFlag.set(tag, edit::tag));
        untagged.forEach(edit::untag);
        Profiles.name(context, profile, profileId).ifPresent(edit::profile);
        FieldValues values = new FieldValues();
        new FieldReader(context, flags, spec.commandLine().getParseResult()).readInto(method.fields(), values);
        values.check(flags);
        values.forEach(edit::value, edit::secret);
    }

    private static String requireName(String name) {
        if (name.isBlank()) {
            throw Usage.error("--name can't be empty", null);
        }
        return Names.checked(name);
    }

    private void askAll(SessionView view, AccessMethodDescriptor method, SessionEdit.Builder edit) {
        if (!context.ask().interactive()) {
            throw Usage.error(
                    "What should change? Give at least one flag", "'leapp session edit --help' explains them");
        }
        context.ask().say("An empty answer keeps what is there.");
        edit.name(Names.checked(context.ask().line("Name", view.session().name())));
        FieldValues values = new FieldValues();
        FieldQuestions questions = new FieldQuestions(context);
        for (FieldSpec field : method.fields()) {
            String setting = view.session().setting(field.name()).orElse("");
            if (!field.advanced() || !setting.isEmpty()) {
                answer(field, field.inSecretStore() ? "kept" : setting, questions, values);
            }
        }
        values.forEach(edit::value, edit::secret);
    }

    private void answer(FieldSpec field, String current, FieldQuestions questions, FieldValues values) {
        if (field.inSecretStore()) {
            if (context.ask().confirm("Change " + field.label() + "?")) {
                questions.ask(field, "").ifPresent(value -> values.put(field, value));
            }
        } else {
            questions.ask(field, current).ifPresent(value -> values.put(field, value));
        }
    }
}
