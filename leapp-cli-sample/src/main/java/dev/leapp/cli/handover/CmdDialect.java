package dev.leapp.cli.handover;

import dev.leapp.cli.run.Usage;

/** The command prompt of Windows: what it would take for something else can't be told apart, so it is refused. */
final class CmdDialect implements Dialect {

    @Override
    public String set(String name, String value) {
        if (value.chars().anyMatch(letter -> letter < ' ' || "\"%!".indexOf(letter) >= 0)) {
            throw Usage.error(
                    "cmd can't take the value of " + name
                            + ": it has a quote, a percent or exclamation mark, or a line end",
                    "--shell pwsh can");
        }
        return "set \"" + name + "=" + value + "\"";
    }

    @Override
    public String unset(String name) {
        return "set \"" + name + "=\"";
    }

    @Override
    public String use(String command) {
        return "for /f \"delims=\" %i in ('" + command + "') do @%i";
    }
}
