package dev.leapp.cli.region;

import dev.leapp.cli.output.Result;
import dev.leapp.cli.run.Context;
import picocli.CommandLine.Command;

/** {@code leapp region get-default}. */
@Command(
        name = "get-default",
        description = "Print the AWS region of sessions that name none.",
        footer = {"", "Examples:", "  leapp region get-default"})
final class GetDefaultCommand implements Runnable {

    private final Context context;

    GetDefaultCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        String region = context.engine().workspaces().read().defaultRegion();
        context.out().result(new Result(region).with("region", region));
    }
}
