package dev.leapp.cli.integration;

import dev.leapp.cli.output.Result;
import dev.leapp.cli.run.Context;
import dev.leapp.core.integration.IntegrationView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code leapp integration logout}. */
@Command(
        name = "logout",
        description = {
            "Log out: here and upstream. Sessions stay.",
            "Credentials that were handed over stay good until their session is stopped or they expire."
        },
        footer = {"", "Examples:", "  leapp integration logout corp"})
final class LogoutCommand implements Runnable {

    private final Context context;

    @Mixin
    IntegrationArgument which;

    LogoutCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        IntegrationView view = which.find(context, "log out of");
        String alias = view.integration().alias();
        boolean wasIn =
                context.engine().integrations().logout(view.integration().id());
        context.out()
                .result(new Result(wasIn ? "logged out of " + alias : "nobody was logged in to " + alias)
                        .with("id", view.integration().id())
                        .with("name", alias)
                        .with("status", LoginStatus.OFFLINE)
                        .with("loggedOut", wasIn));
    }
}
