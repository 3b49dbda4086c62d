package dev.leapp.cli.idpurl;

import dev.leapp.cli.output.Result;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Value;
import dev.leapp.core.workspace.IdpUrl;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code leapp idp-url create}. */
@Command(
        name = "create",
        description = "Add an identity provider URL.",
        footer = {"", "Examples:", "  leapp idp-url create https://sso.example.com/saml/aws"})
final class CreateCommand implements Runnable {

    private final Context context;

    @Parameters(arity = "0..1", paramLabel = "URL", description = "The URL, http:// or https://.")
    @Nullable
    String url;

    @Option(
            names = {"--idp-url", "--idpUrl"},
            hidden = true)
    @Nullable
    String idpUrl;

    CreateCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        String wanted = Value.required(context, "URL", "Identity provider URL", url, idpUrl);
        IdpUrl created = context.engine().workspaces().createIdpUrl(wanted);
        context.out().result(result(created, "identity provider URL created"));
    }

    static Result result(IdpUrl url, String sentence) {
        return new Result(sentence).with("id", url.id()).with("url", url.url());
    }
}
