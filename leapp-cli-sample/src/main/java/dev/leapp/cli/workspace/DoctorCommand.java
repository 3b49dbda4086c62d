package dev.leapp.cli.workspace;

import dev.leapp.cli.output.Column;
import dev.leapp.cli.output.OutputFormat;
import dev.leapp.cli.output.TableOptions;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.ExitCode;
import dev.leapp.core.workspace.DoctorOptions;
import dev.leapp.core.workspace.Finding;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code leapp workspace doctor}. */
@Command(
        name = "doctor",
        description = {
            "Look for what is wrong, and say which command helps.",
            "Looks at the workspace file and what opens it, backups, sessions, the secret",
            "store, plug-ins, the clock, the network and locks. Changes nothing, asks nobody.",
            "Ends with 0 if there is no problem; notes and warnings (!) are none."
        },
        footer = {
            "",
            "Examples:",
            "  leapp workspace doctor",
            "  leapp workspace doctor --offline",
            "  leapp workspace doctor --output json"
        })
final class DoctorCommand implements Callable<Integer> {

    private final Context context;

    @Option(names = "--offline", description = "Leave the network alone.")
    boolean offline;

    DoctorCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        DoctorOptions standard = DoctorOptions.standard();
        List<Finding> findings = context.engine().doctor().examine(offline ? standard.withoutNetwork() : standard);
        if (context.out().format() == OutputFormat.TABLE) {
            new Diagnosis(context.io(), findings).lines().forEach(context.out()::raw);
        } else {
            context.out().list(findings, columns(), new TableOptions(), "");
        }
        boolean healthy = findings.stream().noneMatch(found -> found.severity() == Finding.Severity.PROBLEM);
        return (healthy ? ExitCode.DONE : ExitCode.PROBLEM_FOUND).number();
    }

    private static List<Column<Finding>> columns() {
        return List.of(
                Column.of("topic", "Topic", Finding::topic),
                Column.of("severity", "Severity", Finding::severity),
                Column.of("what", "What", Finding::what),
                Column.of("hint", "Hint", found -> found.hint().orElse(null)),
                Column.of("ids", "IDs", Finding::ids));
    }
}
