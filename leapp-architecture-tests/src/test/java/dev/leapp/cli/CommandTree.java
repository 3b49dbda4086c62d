package dev.leapp.cli;

import dev.leapp.cli.io.Io;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.session.FieldFlags;
import dev.leapp.core.Leapp;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import picocli.CommandLine;

/** All commands with all flags, to look things up in. */
public final class CommandTree {

    private CommandTree() {}

    /** The commands as they are with the plug-ins on the class path. */
    public static CommandLine in(Path home) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Io io = new Io(
                InputStream.nullInputStream(),
                nowhere,
                nowhere,
                Map.of(),
                home,
                Io.Tty.NONE,
                StandardCharsets.UTF_8,
                () -> 80,
                () -> () -> {});
        Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        try (Leapp leapp = Leapp.builder().home(home).build()) {
            Context context = new Context(io, clock, LeappEngine.opener("leapp"));
            return Cli.tree(context, new FieldFlags(leapp.plugins().accessMethods()));
        }
    }
}
