package dev.leapp.cli.region;

import dev.leapp.cli.output.Result;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Value;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code leapp region set-default}. */
@Command(
        name = "set-default",
        description = "Set the AWS region of sessions that name none.",
        footer = {"", "Examples:", "  leapp region set-default eu-west-1"})
final class SetDefaultCommand implements Runnable {

    private final Context context;

    @Parameters(arity = "0..1", paramLabel = "REGION", description = "The region.")
    @Nullable
    String target;

    @Option(names = "--region", paramLabel = "REGION", description = "The same as REGION.")
    @Nullable
    String region;

    SetDefaultCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        String chosen = Value.required(context, "REGION", "Default region", target, region);
        Regions.check(context, Regions.AWS, chosen);
        context.engine().workspaces().setDefaultRegion(chosen);
        context.out().result(new Result("default region is now " + chosen).with("region", chosen));
    }
}
