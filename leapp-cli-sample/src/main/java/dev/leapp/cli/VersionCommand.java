package dev.leapp.cli;

import dev.leapp.cli.output.Result;
import dev.leapp.cli.run.Context;
import java.util.Objects;
import picocli.CommandLine.Command;

/** {@code leapp version}. */
@Command(
        name = "version",
        description = "Print the version.",
        footer = {"", "Examples:", "  leapp version --output json"})
final class VersionCommand implements Runnable {

    private final Context context;

    VersionCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        String version = Objects.requireNonNullElse(
                VersionCommand.class.getPackage().getImplementationVersion(), "(development)");
        String java = Runtime.version().toString();
        context.out()
                .result(new Result("leapp " + version + " (Java " + java + ")")
                        .with("version", version)
                        .with("java", java));
    }
}
