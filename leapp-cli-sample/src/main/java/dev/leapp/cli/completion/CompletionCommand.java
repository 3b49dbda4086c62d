package dev.leapp.cli.completion;

import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Usage;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code leapp completion}. */
@Command(
        name = "completion",
        description = "Print a script that lets your shell complete leapp's commands, flags and names.",
        footer = {
            "",
            "Examples:",
            "  source <(leapp completion bash)",
            "  leapp completion zsh >> ~/.zshrc",
            "  leapp completion fish > ~/.config/fish/completions/leapp.fish",
            "  leapp completion pwsh | Out-String | Invoke-Expression"
        })
public final class CompletionCommand implements Runnable {

    private static final String BASH = """

            # Completes the names of sessions, profiles and integrations, quoted as the word is begun; all else is left to the function above.
            _leapp_complete() {
              local kind word=${COMP_WORDS[COMP_CWORD]} typed name reply
              kind=$(_leapp_kind "${COMP_WORDS[@]:1:COMP_CWORD-1}")
              if [[ -z $kind || $word == -* ]]; then
                _complete_leapp "$@"
                return
              fi
              case $word in
                [\\"\\']*) typed=${word:1} ;;
                *) typed=${word//\\\\/} ;;
              esac
              COMPREPLY=()
              while IFS= read -r name; do
                [[ $name == "$typed"* ]] || continue
                case $word in
                  \\"*)
                    reply=${name//\\\\/\\\\\\\\}
                    reply=${reply//\\"/\\\\\\"}
                    reply=${reply//\\$/\\\\\\$}
                    reply=${reply//\\`/\\\\\\`}
                    ;;
                  \\'*) reply=${name//\\'/\\'\\\\\\'\\'} ;;
                  *) printf -v reply %q "$name" ;;
                esac
                COMPREPLY+=("$reply")
              done < <("${COMP_WORDS[0]/#\\~/$HOME}" __complete "$kind" 2>/dev/null)
            }
            complete -F _leapp_complete -o default leapp
            """;

    private static final String ZSH = """

            # Completes the names of sessions, profiles and integrations, which zsh quotes; all else is left to the function above.
            _leapp_complete() {
              local kind=$(_leapp_kind "${(@Q)words[2,CURRENT-1]}")
              if [[ -z $kind || ${words[CURRENT]} == -* ]]; then
                _bash_complete -o default -F _complete_leapp
                return
              fi
              local -a names
              names=("${(@f)$(${~words[1]} __complete $kind 2>/dev/null)}")
              names=("${(@)names:#}")
              compadd -a names
            }
            compdef _leapp_complete leapp
            """;

    private final Context context;

    @Spec
    CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "SHELL", description = "bash, zsh, fish or pwsh.")
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
        CommandLine root = spec.root().commandLine();
        Grammar grammar = new Grammar(root);
        String script = switch (shell == null ? "" : shell) {
            case "bash" -> posix(root) + PosixScript.kindFunction(grammar) + BASH;
            case "zsh" -> posix(root) + PosixScript.kindFunction(grammar) + ZSH;
            case "fish" -> FishScript.of(grammar);
            case "pwsh" -> PowerShellScript.of(grammar);
            default ->
                throw Usage.error(
                        shell == null ? "Missing SHELL" : "There is no completion for that shell",
                        "bash, zsh, fish or pwsh");
        };
        context.out().raw(script.stripTrailing());
    }

    private static String posix(CommandLine root) {
        return AutoComplete.bash("leapp", root).stripTrailing() + "\n\n";
    }
}
