package dev.leapp.cli.log;

import dev.leapp.cli.output.OutputFormat;
import dev.leapp.cli.output.Result;
import dev.leapp.cli.output.Style;
import dev.leapp.cli.output.TextWidth;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.ExitCode;
import dev.leapp.core.issuance.IssuanceReport;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code leapp log verify}. */
@Command(
        name = "verify",
        description = {
            "Check that no entry was changed, moved or removed; a line for each finding.",
            "Ends with 0 if there is none, else with 12. Writes nothing."
        },
        footer = {"", "Examples:", "  leapp log verify", "  leapp log verify --output json"})
final class VerifyCommand implements Callable<Integer> {

    private static final int UNLIMITED = Integer.MAX_VALUE / 2;
    private static final String SIGN = "  x    ";

    private final Context context;

    VerifyCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        IssuanceReport report = context.engine().issuanceLog().verify();
        if (context.out().format() == OutputFormat.TABLE) {
            report.findings().forEach(this::tell);
        }
        context.out()
                .result(new Result(sentence(report))
                        .with("sound", report.isSound())
                        .with("entries", report.entries())
                        .with("since", report.since())
                        .with("findings", report.findings())
                        .with("remarks", report.remarks()));
        if (context.out().format() == OutputFormat.TABLE) {
            report.remarks().forEach(context.out()::remark);
        }
        return (report.isSound() ? ExitCode.DONE : ExitCode.PROBLEM_FOUND).number();
    }

    private void tell(String finding) {
        boolean terminal = context.io().tty().out();
        int room = terminal ? Math.max(40, context.io().width().getAsInt()) : UNLIMITED;
        String sign = context.io().colours() ? "  " + Style.BAD.paint("x") + "    " : SIGN;
        String before = sign;
        for (String line : TextWidth.wrap(TextWidth.printable(finding), room - SIGN.length(), "")) {
            context.out().raw(before + line);
            before = " ".repeat(SIGN.length());
        }
    }

    private String sentence(IssuanceReport report) {
        if (report.isSound() && report.entries() == 0) {
            return "the issuance log is empty";
        }
        String entries = report.entries()
                + (report.entries() == 1 ? " entry" : " entries")
                + report.since()
                        .map(since -> " since " + since.truncatedTo(ChronoUnit.SECONDS))
                        .orElse("");
        return report.isSound()
                ? entries + ", as they were written"
                : entries + ", and " + report.findings().size()
                        + (report.findings().size() == 1 ? " finding" : " findings");
    }
}
