package dev.leapp.cli.handover;

import dev.leapp.cli.exec.Program;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Protection;
import dev.leapp.cli.run.Usage;
import dev.leapp.cli.session.SessionChoice;
import dev.leapp.core.handover.ProgramEnvironment;
import dev.leapp.core.issuance.Use;
import dev.leapp.core.session.SessionView;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code leapp exec}. */
@Command(
        name = "exec",
        description = {
            "Run a program with the credentials of sessions in its environment.",
            "They are nowhere else. Several sessions, if they are of different clouds.",
            "The program inherits everything but the variables of those clouds, and its exit",
            "code is leapp's.",
        },
        customSynopsis = {"leapp exec [OPTIONS] [NAME...] -- PROGRAM [ARGUMENT...]"},
        preprocessor = ProgramWords.class,
        footer = {
            "",
            "Examples:",
            "  leapp exec ops -- aws s3 ls",
            "  leapp exec ops -- sh -c 'echo $AWS_REGION'",
            "  leapp exec ops -- bash     a shell; leaving it leaves the credentials",
            "  leapp exec --server ops -- terraform apply     for work that outlasts credentials"
        })
final class ExecCommand implements Runnable, ProgramWords.Taker {

    private final Context context;
    private @Nullable List<String> program;

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME",
            description = "The sessions' names, their ids, or unique beginnings of their ids.")
    List<String> names = List.of();

    @Option(
            names = "--server",
            description = {
                "Let the program ask a local endpoint instead, as 'leapp serve' opens one: credentials are renewed while it runs."
            })
    boolean server;

    @Mixin
    Protection protection = new Protection();

    ExecCommand(Context context) {
        this.context = context;
    }

    @Override
    public void take(List<String> words) {
        program = words;
    }

    @Override
    public void run() {
        List<String> command = command();
        List<SessionView> sessions = SessionChoice.of(context, "run " + command.get(0) + " with", names);
        protection.require(context, "run " + command.get(0) + " with it", HandedSessions.sessions(sessions));
        Use use = new Use("exec", fileName(command.get(0)));
        if (server) {
            int code = new ServedProgram(context).run(command, sessions, use);
            context.last(() -> code);
            return;
        }
        ProgramEnvironment environment = context.engine().handovers().environment(HandedSessions.ids(sessions), use);
        Program ready = Program.of(command, environment).with(HandedSessions.VARIABLE, HandedSessions.of(sessions));
        context.last(() -> context.programs().become(ready));
    }

    private List<String> command() {
        if (program == null) {
            throw Usage.error(
                    "Which program? It follows two hyphens",
                    "leapp exec SESSION -- PROGRAM, such as: leapp exec ops -- aws s3 ls");
        }
        if (program.isEmpty() || program.get(0).isEmpty()) {
            throw Usage.error("Which program? There is none behind the two hyphens", null);
        }
        return program;
    }

    private static String fileName(String program) {
        return program.substring(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1);
    }
}
