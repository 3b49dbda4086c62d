package dev.leapp.cli.completion;

import java.util.List;
import java.util.stream.Collectors;

/** The script for PowerShell. */
final class PowerShellScript {

    private static final String SCRIPT = """
            # Completion of leapp for PowerShell: leapp completion pwsh | Out-String | Invoke-Expression
            Register-ArgumentCompleter -Native -CommandName leapp -ScriptBlock {
                param($wordToComplete, $commandAst, $cursorPosition)
                $commands = @{
            %s    }
                $flags = @{
            %s    }
                $valued = @(%s)
                $kinds = @{
            %s    }
                $at = ''
                $count = 0
                $flag = ''
                $elements = $commandAst.CommandElements | Select-Object -Skip 1 |
                    Where-Object { $_.Extent.EndOffset -lt $cursorPosition }
                foreach ($element in $elements) {
                    $word = if ($element -is [System.Management.Automation.Language.StringConstantExpressionAst]) {
                        $element.Value
                    } else {
                        $element.Extent.Text
                    }
                    if ($flag) {
                        $flag = ''
                    } elseif ($word.StartsWith('-')) {
                        $path = "$at $word"
                        if ($valued | Where-Object { $path -clike $_ }) { $flag = $word }
                    } elseif ($commands.ContainsKey($at) -and $commands[$at] -ccontains $word) {
                        $at = "$at $word"
                    } else {
                        $count++
                    }
                }
                $typed = $wordToComplete.Trim([char[]]@(34, 39))
                $kind = if ($flag) { $kinds["$at $flag"] } elseif ($kinds["$at|$count"]) { $kinds["$at|$count"] } else { $kinds["$at|*"] }
                $candidates = if ($wordToComplete.StartsWith('-') -and -not $flag) {
                    $flags[$at]
                } elseif ($kind) {
                    & leapp __complete $kind 2>$null
                } elseif (-not $flag -and $count -eq 0) {
                    $commands[$at]
                }
                $candidates | Where-Object { $_ -and $_.StartsWith($typed) } | ForEach-Object {
                    $plain = $_ -match '^[\\w./][\\w./@:+=-]*$'
                    $safe = [System.Management.Automation.Language.CodeGeneration]::EscapeSingleQuotedStringContent($_)
                    $text = if ($plain) { $_ } else { "'" + $safe + "'" }
                    [System.Management.Automation.CompletionResult]::new($text, $_, 'ParameterValue', $_)
                }
            }
            """;

    private PowerShellScript() {}

    static String of(Grammar grammar) {
        List<String> valued = grammar.valuedFlags(text -> text);
        return SCRIPT.formatted(
                commands(grammar),
                flags(grammar),
                valued.stream().map(PowerShellScript::quoted).collect(Collectors.joining(", ")),
                kinds(grammar));
    }

    private static String commands(Grammar grammar) {
        return grammar.commands().stream().collect(Collectors.groupingBy(Grammar.Entry::group)).entrySet().stream()
                .map(group -> row(
                        group.getKey(),
                        group.getValue().stream().map(Grammar.Entry::name).toList()))
                .sorted()
                .collect(Collectors.joining());
    }

    private static String flags(Grammar grammar) {
        return grammar.entries().stream()
                .map(entry -> row(
                        entry.path(),
                        entry.flags().stream()
                                .flatMap(flag -> flag.names().stream())
                                .toList()))
                .collect(Collectors.joining());
    }

    private static String kinds(Grammar grammar) {
        StringBuilder kinds = new StringBuilder();
        for (Grammar.Entry entry : grammar.entries()) {
            entry.arguments()
                    .forEach(argument ->
                            kinds.append(row(entry.path() + "|" + argument.position(), List.of(argument.kind()))));
            entry.flags()
                    .forEach(flag -> flag.kind()
                            .ifPresent(kind -> flag.names()
                                    .forEach(name -> kinds.append(row(entry.path() + " " + name, List.of(kind))))));
        }
        return kinds.toString();
    }

    private static String row(String key, List<String> values) {
        String list = values.stream().map(PowerShellScript::quoted).collect(Collectors.joining(", "));
        return "        " + quoted(key) + " = " + (values.size() == 1 ? list : "@(" + list + ")") + "\n";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
