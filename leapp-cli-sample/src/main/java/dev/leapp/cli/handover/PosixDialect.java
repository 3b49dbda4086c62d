package dev.leapp.cli.handover;

/** Shells of the Bourne family: nothing is special between single quotes, but the quote. */
final class PosixDialect implements Dialect {

    @Override
    public String set(String name, String value) {
        return "export " + name + "='" + value.replace("'", "'\\''") + "'";
    }

    @Override
    public String unset(String name) {
        return "unset " + name;
    }

    @Override
    public String use(String command) {
        return "eval \"$(" + command + ")\"";
    }
}
