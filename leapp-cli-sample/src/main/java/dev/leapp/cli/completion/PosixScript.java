package dev.leapp.cli.completion;

import java.util.List;
import java.util.stream.Collectors;

/** What the scripts for bash and zsh share: a function that tells what the next word is. */
final class PosixScript {

    private static final String FUNCTION = """
            # Prints what comes after these words, if leapp has to tell which there are.
            _leapp_kind() {
              local at='' count=0 flag='' word
              for word in "$@"; do
                if [ -n "$flag" ]; then
                  flag=''
                  continue
                fi
                case $word in
                  --) return ;;
                  -*)
                    case "$at $word" in
                      %s) flag=$word ;;
                    esac
                    continue
                    ;;
                esac
                case "$at $word" in
                  %s) at="$at $word" ;;
                  *) count=$((count + 1)) ;;
                esac
              done
              if [ -n "$flag" ]; then
                case "$at $flag" in
                  ' ') ;;
            %s    esac
                return
              fi
              case "$at|$count" in
                ' ') ;;
            %s  esac
            }
            """;

    private PosixScript() {}

    static String kindFunction(Grammar grammar) {
        String paths =
                grammar.commands().stream().map(entry -> quoted(entry.path())).collect(Collectors.joining("|"));
        return FUNCTION.formatted(
                String.join("|", grammar.valuedFlags(PosixScript::quoted)), paths, flags(grammar), arguments(grammar));
    }

    private static String flags(Grammar grammar) {
        StringBuilder cases = new StringBuilder();
        for (Grammar.Entry entry : grammar.entries()) {
            for (Grammar.Flag flag : entry.flags()) {
                flag.kind()
                        .ifPresent(kind -> cases.append("      ")
                                .append(flag.names().stream()
                                        .map(name -> quoted(entry.path() + " " + name))
                                        .collect(Collectors.joining("|")))
                                .append(") echo ")
                                .append(kind)
                                .append(" ;;\n"));
            }
        }
        return cases.toString();
    }

    private static String arguments(Grammar grammar) {
        StringBuilder cases = new StringBuilder();
        for (Grammar.Entry entry : grammar.entries()) {
            List<Grammar.Argument> arguments = entry.arguments();
            arguments.forEach(argument -> cases.append("    ")
                    .append(quoted(entry.path() + "|"))
                    .append(argument.position())
                    .append(") echo ")
                    .append(argument.kind())
                    .append(" ;;\n"));
        }
        return cases.toString();
    }

    /** Paths and flags have no quotes. */
    private static String quoted(String text) {
        return "'" + text + "'";
    }
}
