package dev.leapp.cli;

import dev.leapp.cli.completion.CandidatesCommand;
import dev.leapp.cli.completion.CompletionCommand;
import dev.leapp.cli.exec.Programs;
import dev.leapp.cli.field.PluginFlags;
import dev.leapp.cli.handover.HandoverCommands;
import dev.leapp.cli.idpurl.IdpUrlGroup;
import dev.leapp.cli.integration.IntegrationGroup;
import dev.leapp.cli.io.Io;
import dev.leapp.cli.log.LogGroup;
import dev.leapp.cli.plugin.PluginGroup;
import dev.leapp.cli.profile.ProfileGroup;
import dev.leapp.cli.region.RegionGroup;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Engine;
import dev.leapp.cli.run.ErrorReport;
import dev.leapp.cli.run.ExitCode;
import dev.leapp.cli.secretstore.SecretStoreGroup;
import dev.leapp.cli.serve.ServeCommand;
import dev.leapp.cli.session.SessionGroup;
import dev.leapp.cli.session.Shortcuts;
import dev.leapp.cli.tour.TourCommand;
import dev.leapp.cli.watch.WatchCommand;
import dev.leapp.cli.workspace.WorkspaceCommand;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/** Runs one command line, in any process: everything it touches is given. */
final class Cli {

    private static final Set<String> GROUPS_WITH_FIELDS = Set.of("session", "integration");
    private static final Set<String> COMMANDS_WITH_FIELDS = Set.of("add", "create", "edit");

    private static final int WIDEST_HELP = 100;
    private static final int NARROWEST_HELP = 60;
    private static final int USUAL_WIDTH = 80;

    private final Io io;
    private final Clock clock;
    private final Engine.Opener opener;
    private final Programs programs;

    Cli(Io io, Clock clock, Engine.Opener opener, Programs programs) {
        this.io = io;
        this.clock = clock;
        this.opener = opener;
        this.programs = programs;
    }

    /** Runs a command and returns its exit code; throws nothing. */
    int run(String... args) {
        Context context = new Context(io, clock, opener, programs);
        int code = run(context, args);
        io.out().flush();
        int closed = close(context, code);
        return closed == 0 ? last(context) : closed;
    }

    private static int last(Context context) {
        try {
            return context.last().map(IntSupplier::getAsInt).orElse(0);
        } catch (RuntimeException | Error failure) {
            return new ErrorReport(context).report(failure).number();
        }
    }

    private int run(Context context, String... args) {
        context.options().foresee(ours(args));
        try {
            if (context.options().verbose()) {
                context.atEnd(QuietLogging.loud(io.err(), context.redactor()::clean));
            }
            Optional<Runnable> shortcut = Shortcuts.of(context, List.of(args));
            if (shortcut.isPresent()) {
                shortcut.get().run();
                return 0;
            }
            return tree(context, args).execute(args);
        } catch (RuntimeException | Error failure) {
            return new ErrorReport(context).report(failure).number();
        }
    }

    /** Closes what the command opened; a failure is told like any other, and doesn't hide the command's own. */
    private static int close(Context context, int code) {
        try {
            context.close();
            return code;
        } catch (RuntimeException | Error failure) {
            int closing = new ErrorReport(context).report(failure).number();
            return code == 0 ? closing : code;
        }
    }

    private static CommandLine tree(Context context, String... args) {
        return tree(context, needsFields(ours(args)) ? fields(context) : PluginFlags.none());
    }

    /** Returns the words up to {@code --}: what follows it are no flags of ours. */
    private static List<String> ours(String... args) {
        return Arrays.stream(args).takeWhile(word -> !word.equals("--")).toList();
    }

    /** Finds out whether flags that plug-ins bring matter; all other commands run without looking at plug-ins for flags. */
    private static boolean needsFields(List<String> args) {
        boolean group = args.stream().anyMatch(GROUPS_WITH_FIELDS::contains);
        return (group && args.stream().anyMatch(COMMANDS_WITH_FIELDS::contains)) || args.contains("completion");
    }

    private static PluginFlags fields(Context context) {
        try (Engine engine = context.openForPlugins()) {
            return PluginFlags.of(engine.plugins());
        }
    }

    /** Builds all commands. */
    static CommandLine tree(Context context, PluginFlags flags) {
        CommandLine root = new CommandLine(new RootCommand(context));
        SessionGroup.addTo(root, context, flags.sessions());
        IntegrationGroup.addTo(root, context, flags.integrations());
        ProfileGroup.addTo(root, context);
        RegionGroup.addTo(root, context);
        IdpUrlGroup.addTo(root, context);
        WorkspaceCommand.addTo(root, context);
        SecretStoreGroup.addTo(root, context);
        PluginGroup.addTo(root, context);
        HandoverCommands.addTo(root, context);
        LogGroup.addTo(root, context);
        root.addSubcommand(new CommandLine(new WatchCommand(context)));
        root.addSubcommand(new CommandLine(new ServeCommand(context)));
        root.addSubcommand(new CommandLine(new TourCommand(context)));
        root.addSubcommand(new CommandLine(new CompletionCommand(context)));
        root.addSubcommand(new CommandLine(new CandidatesCommand(context, "")));
        root.addSubcommand(new CommandLine(new VersionCommand(context)));
        root.addSubcommand(new CommandLine(new HelpCommand(context)));
        configure(root, context);
        return root;
    }

    private static void configure(CommandLine root, Context context) {
        Io io = context.io();
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setUsageHelpAutoWidth(false);
        root.setUsageHelpWidth(helpWidth(io));
        root.setColorScheme(CommandLine.Help.defaultColorScheme(io.colours() ? Ansi.ON : Ansi.OFF));
        root.setOut(writer(io.out(), io));
        root.setErr(writer(io.err(), io));
        root.setExecutionExceptionHandler((failure, command, parsed) ->
                new ErrorReport(context).report(failure).number());
        root.setParameterExceptionHandler((failure, args) -> report(context, failure));
        everywhere(root);
    }

    private static PrintWriter writer(PrintStream stream, Io io) {
        return new PrintWriter(new OutputStreamWriter(stream, io.charset()), true);
    }

    private static int report(Context context, ParameterException failure) {
        return new ErrorReport(context).report(UsageErrors.of(failure)).number();
    }

    private static void everywhere(CommandLine command) {
        var usage = command.getCommandSpec().usageMessage();
        usage.sortOptions(false);
        usage.abbreviateSynopsis(true);
        usage.optionListHeading("%nFlags:%n");
        usage.commandListHeading("%nCommands:%n");
        usage.parameterListHeading("%n");
        usage.footer(Stream.concat(Arrays.stream(usage.footer()), exitCodes()).toArray(String[]::new));
        command.getSubcommands().values().forEach(Cli::everywhere);
    }

    private static Stream<String> exitCodes() {
        return Stream.of(
                "",
                "Exit codes: "
                        + Arrays.stream(ExitCode.values())
                                .map(code -> code.number() + " " + code.meaning())
                                .collect(Collectors.joining(", ")));
    }

    private static int helpWidth(Io io) {
        int width = io.tty().out() ? io.width().getAsInt() : USUAL_WIDTH;
        return Math.max(NARROWEST_HELP, Math.min(WIDEST_HELP, width));
    }
}
