package dev.leapp.cli.session;

import dev.leapp.cli.browser.Browser;
import dev.leapp.cli.output.Result;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Durations;
import dev.leapp.cli.run.Protection;
import dev.leapp.cli.run.Usage;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.handover.ConsoleRequest;
import dev.leapp.core.session.SessionView;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code leapp session console}. */
@Command(
        name = "console",
        aliases = "open-web-console",
        description = {
            "Open the cloud's web console in your browser, signed in as the session.",
            "With --print it prints the address instead: whoever has it can sign in for 15 minutes."
        },
        footer = {
            "",
            "Examples:",
            "  leapp session console ops",
            "  leapp session console ops --service s3 --region us-east-1",
            "  leapp session console ops --duration 2h --print",
            "  leapp session console ops --browser \\",
            "    'firefox ext+container:name={session}&url={encoded-url}'"
        })
final class ConsoleCommand implements Runnable {

    private final Context context;

    @Mixin
    SessionArgument session;

    @Option(
            names = {"-s", "--service"},
            paramLabel = "SERVICE",
            description = "The service to show, as in the console's addresses: s3, ec2, cloudwatch.")
    @Nullable
    String service;

    @Option(names = "--destination", paramLabel = "URL", description = "The page of the console to show.")
    @Nullable
    String destination;

    @Option(names = "--region", paramLabel = "REGION", description = "The region to show, instead of the session's.")
    @Nullable
    String region;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = Durations.class,
            description = "How long to stay signed in, 15m to 12h, where AWS lets that be chosen (default: 12h).")
    @Nullable
    Duration duration;

    @Option(
            names = {"-p", "--print"},
            description = "Print the address, and open nothing.")
    boolean print;

    @Option(
            names = "--browser",
            paramLabel = "COMMAND",
            description =
                    "The program to open it with, without a shell; {url}, {encoded-url} and {session} are filled in.")
    @Nullable
    String browser;

    @Mixin
    Protection protection;

    ConsoleCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        if (service != null && destination != null) {
            throw Usage.error("Give --service or --destination, not both", null);
        }
        SessionView view = session.find(context, "open the console of", any -> true);
        protection.require(context, "open its console", view.session());
        Secret address = context.engine().handovers().console(view.session().id(), request());
        String name = view.session().name();
        if (print) {
            String url = address.reveal();
            context.out().result(new Result(url).with("session", name).with("url", url));
        } else {
            new Browser(context.io()).open(address, name, browser);
            context.out()
                    .result(new Result("console of session " + name + " opened in the browser").with("session", name));
        }
    }

    private ConsoleRequest request() {
        return new ConsoleRequest(
                Optional.ofNullable(service),
                Optional.ofNullable(destination),
                Optional.ofNullable(region),
                Optional.ofNullable(duration));
    }
}
