package dev.leapp.cli.idpurl;

import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Usage;
import dev.leapp.core.workspace.IdpUrl;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which identity provider URL a command is about. */
final class IdpUrlArgument {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "URL",
            description = "The URL, its id, or a unique beginning of its id.")
    @Nullable
    String url;

    @Option(
            names = {"--idp-url-id", "--idpUrlId"},
            hidden = true)
    @Nullable
    String id;

    String reference(Context context) {
        if (url != null && id != null) {
            throw Usage.error("Give the URL once", null);
        }
        if (url != null || id != null) {
            return id == null ? String.valueOf(url) : id;
        }
        List<IdpUrl> urls = context.engine().workspaces().read().idpUrls();
        if (!context.ask().interactive() || urls.isEmpty()) {
            throw Usage.error("Missing URL", "'leapp idp-url list' shows them");
        }
        return context.ask().choose("URL", urls, IdpUrl::url).id().value();
    }
}
