package dev.leapp.cli.handover;

/** Fish: between single quotes, the quote and the backslash are special. */
final class FishDialect implements Dialect {

    @Override
    public String set(String name, String value) {
        return "set -gx " + name + " '" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    @Override
    public String unset(String name) {
        return "set -e " + name;
    }

    @Override
    public String use(String command) {
        return command + " | source";
    }
}
