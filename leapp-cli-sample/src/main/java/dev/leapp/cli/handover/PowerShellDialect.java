package dev.leapp.cli.handover;

import java.util.regex.Pattern;

/** PowerShell: any of Unicode's single quotes ends a string that one of them began, unless there are two. */
final class PowerShellDialect implements Dialect {

    private static final Pattern QUOTES = Pattern.compile("['\u2018\u2019\u201a\u201b]");

    @Override
    public String set(String name, String value) {
        return "$env:" + name + " = '" + QUOTES.matcher(value).replaceAll("$0$0") + "'";
    }

    @Override
    public String unset(String name) {
        return "Remove-Item Env:" + name + " -ErrorAction SilentlyContinue";
    }

    @Override
    public String use(String command) {
        return command + " | Out-String | Invoke-Expression";
    }
}
