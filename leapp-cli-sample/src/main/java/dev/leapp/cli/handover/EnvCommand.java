package dev.leapp.cli.handover;

import dev.leapp.cli.output.OutputFormat;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Protection;
import dev.leapp.cli.run.Usage;
import dev.leapp.cli.session.SessionChoice;
import dev.leapp.core.handover.Handovers;
import dev.leapp.core.handover.ProgramEnvironment;
import dev.leapp.core.issuance.Use;
import dev.leapp.core.session.SessionView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code leapp env}. */
@Command(
        name = "env",
        description = {
            "Print what puts the credentials of sessions into the environment of your shell.",
            "Several sessions, if they are of different clouds. What would mix with them is",
            "removed. They are not renewed there: 'leapp exec' and 'leapp session start' are",
            "for longer work.",
        },
        footer = {
            "",
            "Examples:",
            "  eval \"$(leapp env ops)\"          bash, zsh",
            "  leapp env ops | source           fish",
            "  leapp env ops | Out-String | Invoke-Expression",
            "  eval \"$(leapp env --unset)\"      takes them away",
            "  leapp env ops --shell dotenv > .env"
        })
final class EnvCommand implements Runnable {

    private final Context context;

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME",
            description = "The sessions' names, their ids, or unique beginnings of their ids.")
    List<String> names = List.of();

    @Option(
            names = "--shell",
            paramLabel = "SHELL",
            description = "bash, zsh, sh, fish, pwsh, cmd, dotenv or json (default: the shell that runs this).")
    @Nullable
    Shell shell;

    @Option(names = "--unset", description = "Remove the variables of all clouds; needs no session.")
    boolean unset;

    @Mixin
    Protection protection = new Protection();

    EnvCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        if (unset && !names.isEmpty()) {
            throw Usage.error("--unset removes the variables of all sessions; give no name", null);
        }
        Shell wanted = wanted();
        Map<String, String> set = new LinkedHashMap<>();
        ProgramEnvironment environment = unset ? handovers().emptyEnvironment() : handedOver(set);
        SortedSet<String> removed = removed(environment);
        wanted.dialect().lines(removed, set).forEach(context.out()::raw);
        remarks(wanted, removed);
    }

    private Handovers handovers() {
        return context.engine().handovers();
    }

    private ProgramEnvironment handedOver(Map<String, String> set) {
        List<SessionView> sessions = SessionChoice.of(context, "print the environment of", names);
        protection.require(context, "print its credentials", HandedSessions.sessions(sessions));
        ProgramEnvironment environment = handovers().environment(HandedSessions.ids(sessions), new Use("env", ""));
        environment.variables().forEach((name, value) -> set.put(name, value.reveal()));
        set.put(HandedSessions.VARIABLE, HandedSessions.of(sessions));
        return environment;
    }

    private SortedSet<String> removed(ProgramEnvironment environment) {
        SortedSet<String> removed = new TreeSet<>();
        for (String name : context.io().environment().keySet()) {
            boolean ours = unset && name.equals(HandedSessions.VARIABLE);
            if ((ours || environment.removes(name)) && ShellVariables.canBe(name)) {
                removed.add(name);
            }
        }
        return removed;
    }

    private Shell wanted() {
        return Optional.ofNullable(shell)
                .or(() -> context.out().format() == OutputFormat.JSON ? Optional.of(Shell.JSON) : Optional.empty())
                .orElseGet(() ->
                        Shell.guess(context.programs().parent(), context.io().environment()));
    }

    private void remarks(Shell wanted, SortedSet<String> removed) {
        if (wanted == Shell.DOTENV && !unset && !removed.isEmpty()) {
            context.out()
                    .remark("your shell has " + String.join(", ", removed)
                            + ", which a dotenv file can't remove from what reads it");
        }
        if (context.io().tty().out() && !wanted.isFormat()) {
            context.out()
                    .note((unset ? "to remove these: " : "to set these in your shell: ")
                            + wanted.dialect().use(asTyped()));
        }
    }

    private String asTyped() {
        return "leapp env"
                + (unset ? " --unset" : names.stream().map(name -> " " + name).collect(Collectors.joining()))
                + Optional.ofNullable(shell).map(name -> " --shell " + name).orElse("");
    }
}
