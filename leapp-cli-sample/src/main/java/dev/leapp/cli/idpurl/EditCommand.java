package dev.leapp.cli.idpurl;

import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Value;
import dev.leapp.core.workspace.IdpUrl;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code leapp idp-url edit}. */
@Command(
        name = "edit",
        description = "Replace an identity provider URL; sessions keep using it.",
        footer = {"", "Examples:", "  leapp idp-url edit https://old.example.com/saml https://new.example.com/saml"})
final class EditCommand implements Runnable {

    private final Context context;

    @Mixin
    IdpUrlArgument which;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NEW-URL", description = "The new URL.")
    @Nullable
    String newUrl;

    @Option(
            names = {"--idp-url", "--idpUrl"},
            hidden = true)
    @Nullable
    String idpUrl;

    EditCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        String reference = which.reference(context);
        String wanted = Value.required(context, "NEW-URL", "New URL", newUrl, idpUrl);
        IdpUrl edited = context.engine().workspaces().editIdpUrl(reference, wanted);
        context.out().result(CreateCommand.result(edited, "identity provider URL edited"));
    }
}
