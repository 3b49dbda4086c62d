package dev.leapp.cli.run;

import dev.leapp.cli.output.OutputFormat;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The flags that every command has, before or after its name. */
public final class GlobalOptions {

    private static final int LAST = 1000;

    @Option(
            names = "--output",
            scope = ScopeType.INHERIT,
            order = LAST,
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, json or csv.")
    OutputFormat output = OutputFormat.TABLE;

    @Option(
            names = "--non-interactive",
            scope = ScopeType.INHERIT,
            order = LAST + 1,
            description = "Never ask: fail instead.")
    boolean nonInteractive;

    @Option(names = "--noInteractive", scope = ScopeType.INHERIT, hidden = true)
    boolean noInteractive;

    @Option(
            names = "--home",
            scope = ScopeType.INHERIT,
            order = LAST + 2,
            paramLabel = "DIR",
            description = "Use this in place of your home directory, for everything.")
    @Nullable
    Path home;

    @Option(
            names = "--ignore-desktop-app",
            scope = ScopeType.INHERIT,
            order = LAST + 3,
            description = "Change the Leapp desktop app's file though the app is running.")
    boolean ignoreDesktopApp;

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            order = LAST + 4,
            description = "Tell what is done, on standard error; stack traces too.")
    boolean verbose;

    @Option(
            names = {"-h", "--help"},
            scope = ScopeType.INHERIT,
            order = LAST + 5,
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    private boolean jsonForeseen;
    private boolean verboseForeseen;

    /**
     * Looks at a command line before it is parsed, so that also what is wrong with it is told in the right form.
     *
     * @param args the command line
     */
    public void foresee(List<String> args) {
        int flag = args.lastIndexOf("--output");
        String next = flag >= 0 && flag + 1 < args.size() ? args.get(flag + 1) : "";
        jsonForeseen = next.equalsIgnoreCase("json") || args.stream().anyMatch("--output=json"::equalsIgnoreCase);
        verboseForeseen = args.contains("--verbose");
    }

    /** Returns how results are written. */
    public OutputFormat format() {
        return output == OutputFormat.TABLE && jsonForeseen ? OutputFormat.JSON : output;
    }

    /** Tells whether logs and stack traces are wanted. */
    public boolean verbose() {
        return verbose || verboseForeseen;
    }
}
