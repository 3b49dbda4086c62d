package dev.leapp.cli.session;

import dev.leapp.cli.find.SessionFacts;
import dev.leapp.cli.run.Context;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionEdit;
import dev.leapp.core.session.SessionView;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code leapp session tag}. */
@Command(
        name = "tag",
        description = {"Tag a session, to find it by; without tags, show which it has. An active session stays active."
        },
        footer = {
            "",
            "Examples:",
            "  leapp session tag ops env=prod audited",
            "  leapp session tag ops --remove audited",
            "  leapp session list --filter tag:env=prod"
        })
final class TagCommand implements Runnable {

    private final Context context;

    @Mixin
    SessionArgument session;

    @Parameters(index = "1..*", paramLabel = "LABEL[=VALUE]", description = "The tags to set.")
    List<String> tags = new ArrayList<>();

    @Option(names = "--remove", paramLabel = "LABEL", description = "Remove this tag.")
    List<String> removed = new ArrayList<>();

    TagCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        SessionView view = session.find(context, "tag", any -> true);
        if (tags.isEmpty() && removed.isEmpty()) {
            tell(view);
            return;
        }
        SessionEdit.Builder edit = SessionEdit.builder();
        tags.forEach(tag -> TagFlag.set(tag, edit::tag));
        removed.forEach(edit::untag);
        tell(context.engine().sessions().edit(view.session().id(), edit.build()));
    }

    private void tell(SessionView view) {
        Session shown = view.session();
        String tags = SessionFacts.tags(shown);
        String sentence = tags.isEmpty() ? " has no tags" : " has the tags " + tags;
        context.out()
                .result(SessionResults.of(view, "session " + shown.name() + sentence)
                        .with("tags", shown.tags()));
    }
}
