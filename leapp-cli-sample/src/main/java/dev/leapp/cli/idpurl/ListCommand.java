package dev.leapp.cli.idpurl;

import dev.leapp.cli.output.Column;
import dev.leapp.cli.output.TableOptions;
import dev.leapp.cli.run.Context;
import dev.leapp.core.workspace.IdpUrl;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code leapp idp-url list}. */
@Command(
        name = "list",
        description = "Show the identity provider URLs.",
        footer = {"", "Examples:", "  leapp idp-url list -x"})
final class ListCommand implements Runnable {

    private final Context context;

    @Mixin
    TableOptions options;

    ListCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        List<Column<IdpUrl>> columns = List.of(
                Column.<IdpUrl>of("id", "ID", IdpUrl::id).whenExtended(),
                Column.of("url", "Identity Provider URL", IdpUrl::url));
        List<IdpUrl> urls = context.engine().workspaces().read().idpUrls();
        context.out().list(urls, columns, options, "there are no URLs; 'leapp idp-url create' adds one");
    }
}
