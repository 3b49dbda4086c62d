package dev.leapp.cli;

import dev.leapp.cli.output.Output;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.GlobalOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code leapp}. */
@Command(
        name = "leapp",
        description = "Temporary cloud credentials while they are needed, long-term secrets in a vault.",
        footer = {
            "",
            "Examples:",
            "  leapp tour                 see all of it work, against a local stand-in of AWS",
            "  leapp session add          add a session, answering questions",
            "  leapp session start ops    make its temporary credentials available"
        })
final class RootCommand implements Runnable {

    private final Context context;

    @Spec
    CommandSpec spec;

    @Mixin
    GlobalOptions options;

    @Option(
            names = {"-V", "--version"},
            description = "Print the version.")
    boolean version;

    RootCommand(Context context) {
        this.context = context;
        this.options = context.options();
    }

    @Override
    public void run() {
        if (version) {
            new VersionCommand(context).run();
        } else {
            Output out = context.out();
            out.raw(spec.commandLine()
                    .getUsageMessage(spec.commandLine().getColorScheme())
                    .stripTrailing());
        }
    }
}
