package dev.leapp.cli.workspace;

import dev.leapp.cli.output.Numbers;
import dev.leapp.cli.output.Result;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Value;
import dev.leapp.core.workspace.ExportOptions;
import dev.leapp.core.workspace.ExportSummary;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code leapp workspace export}. */
@Command(
        name = "export",
        description = {
            "Write sessions, profiles, integrations and defaults to one portable file,",
            "which only a passphrase opens: asked, or from LEAPP_EXPORT_PASSPHRASE."
        },
        footer = {
            "",
            "Examples:",
            "  leapp workspace export team.leapp",
            "  leapp workspace export laptop.leapp --with-secrets"
        })
final class ExportCommand implements Runnable {

    private final Context context;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The file to write.")
    @Nullable
    String file;

    @Option(names = "--with-secrets", description = "Take long-term secrets along, out of the secret store.")
    boolean secrets;

    @Option(
            names = {"-f", "--force"},
            description = "Replace the file if it is there.")
    boolean force;

    @Mixin
    BundlePassphrase passphrase = new BundlePassphrase();

    ExportCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        Path target = Path.of(Value.required(context, "FILE", "File", file));
        ExportSummary summary =
                context.engine().transfer().exportTo(target, () -> passphrase.toCreate(context, target), options());
        summary.remarks().forEach(context.out()::remark);
        context.out()
                .result(new Result(Numbers.of(summary.sessions(), "session") + " exported to " + target + ", "
                                + (secrets ? "with " + Numbers.of(summary.secrets(), "secret") : "without secrets"))
                        .with("file", target)
                        .with("sessions", summary.sessions())
                        .with("secrets", summary.secrets()));
    }

    private ExportOptions options() {
        ExportOptions options = ExportOptions.standard();
        options = secrets ? options.withSecrets() : options;
        return force ? options.withOverwrite() : options;
    }
}
