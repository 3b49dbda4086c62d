package dev.leapp.cli.completion;

import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Usage;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code leapp completion}. */
@Command(
        name = "completion",
        description = "Print a script that lets your shell complete leapp's commands and flags.",
        footer = {"", "Examples:", "  source <(leapp completion bash)", "  leapp completion zsh >> ~/.zshrc"})
public final class CompletionCommand implements Runnable {

    private final Context context;

    @Spec
    CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "SHELL", description = "bash or zsh.")
    @Nullable
    String shell;

    /**
     * Makes the command.
     *
     * @param context the run
     */
    public CompletionCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        if (shell == null || !Set.of("bash", "zsh").contains(shell)) {
            throw Usage.error(shell == null ? "Missing SHELL" : "There is no completion for that shell", "bash or zsh");
        }
        context.out().raw(AutoComplete.bash("leapp", spec.root().commandLine()).stripTrailing());
    }
}
