package dev.leapp.cli.integration;

import dev.leapp.cli.output.Numbers;
import dev.leapp.cli.output.OutputFormat;
import dev.leapp.cli.output.Result;
import dev.leapp.cli.output.TableOptions;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Usage;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.IntegrationView;
import dev.leapp.core.integration.LoginFlow;
import dev.leapp.core.integration.SyncOptions;
import dev.leapp.core.integration.SyncPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code leapp integration login}. */
@Command(
        name = "login",
        description = {
            "Log in, anew even if you are logged in, and bring what sessions there are.",
            "A browser is opened; where none can be (no display, SSH, WSL, a container) you type a code",
            "on any device instead. All sessions of the integration use the login."
        },
        footer = {
            "",
            "Examples:",
            "  leapp integration login corp",
            "  leapp integration login corp --device-code --no-sync"
        })
final class LoginCommand implements Runnable {

    private final Context context;

    @Mixin
    IntegrationArgument which;

    @Option(names = "--browser", description = "Log in in a browser on this machine, whatever it looks like here.")
    boolean browser;

    @Option(
            names = {"--device-code", "--use-device-code"},
            description = "Show a code to type in on any device.")
    boolean deviceCode;

    @Option(names = "--no-sync", description = "Log in only.")
    boolean noSync;

    LoginCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        LoginFlow flow = flow();
        IntegrationView before = which.find(context, "log in to");
        String id = before.integration().id().value();
        context.engine().integrations().login(before.integration().id(), flow);
        IntegrationView view = context.engine().integrations().find(id);
        Result result = IntegrationViews.of(
                view,
                context.clock().instant(),
                "logged in to " + view.integration().alias() + IntegrationViews.ending(view.login(), context.times()));
        if (noSync) {
            context.out().result(result);
            context.out().note(nextStep(view));
        } else if (context.out().format() == OutputFormat.TABLE) {
            context.out().result(result);
            new SyncReport(context, new TableOptions(), view, false, false).showAndTell(sync(view));
        } else {
            syncForProgram(view, result);
        }
    }

    private LoginFlow flow() {
        if (browser && deviceCode) {
            throw Usage.error("Give --browser or --device-code, not both", null);
        }
        return browser ? LoginFlow.BROWSER : deviceCode ? LoginFlow.DEVICE_CODE : LoginFlow.AUTO;
    }

    private SyncPlan sync(IntegrationView view) {
        return context.engine().integrations().sync(view.integration().id(), SyncOptions.usual());
    }

    /** One document, also if the sync fails after the login has not. */
    private void syncForProgram(IntegrationView view, Result result) {
        try {
            SyncPlan plan = sync(view);
            context.out().result(result.with("sync", SyncDocument.of(plan, false)));
            SyncReport.requireAllListed(plan, view);
        } catch (LeappException failed) {
            if (!result.has("sync")) {
                context.out().result(result.with("sync", null));
            }
            throw failed;
        }
    }

    private static String nextStep(IntegrationView view) {
        String known = view.sessions() == 0 ? "no session" : Numbers.of(view.sessions(), "session");
        String verb = view.sessions() > 1 ? " come" : " comes";
        return known + verb + " from it so far; " + IntegrationViews.command("sync", view.integration())
                + " brings what there is";
    }
}
