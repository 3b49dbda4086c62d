package dev.leapp.cli;

import dev.leapp.cli.exec.Inherited;
import dev.leapp.cli.exec.SystemPrograms;
import dev.leapp.cli.field.PluginFlags;
import dev.leapp.cli.io.Io;
import dev.leapp.cli.run.Context;
import dev.leapp.core.Leapp;
import java.io.ByteArrayOutputStream;
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

/** The real commands, to look things up in and to run. */
public final class Commands {

    private Commands() {}

    /** The commands as they are with the plug-ins on the class path. */
    public static CommandLine tree(Path home) {
        Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        try (Leapp leapp = Leapp.builder().home(home).build()) {
            Context context = new Context(
                    io(home, OutputStream.nullOutputStream()),
                    clock,
                    LeappEngine.opener("leapp"),
                    new SystemPrograms(Inherited.unknown()));
            return Cli.tree(context, PluginFlags.of(leapp.plugins()));
        }
    }

    /** What a command prints that must succeed. */
    public static String outputOf(Path home, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = new Cli(
                        io(home, out),
                        Clock.systemUTC(),
                        LeappEngine.opener("leapp"),
                        new SystemPrograms(Inherited.unknown()))
                .run(args);
        if (code != 0) {
            throw new IllegalStateException("exit code " + code + ": " + out.toString(StandardCharsets.UTF_8));
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Io io(Path home, OutputStream out) {
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new Io(
                InputStream.nullInputStream(),
                printed,
                printed,
                Map.of(),
                home,
                Io.Tty.NONE,
                StandardCharsets.UTF_8,
                () -> 80,
                () -> () -> {});
    }
}
