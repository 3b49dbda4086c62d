package dev.leapp.cli.session;

import dev.leapp.cli.completion.CandidatesCommand;
import dev.leapp.cli.run.Context;
import java.util.List;
import java.util.Optional;

/**
 * The command lines that other programs run again and again, recognised without building all commands: what that costs is most of what
 * they cost.
 */
public final class Shortcuts {

    private static final int GENERATE_WORDS = 3;
    private static final List<String> PROMPT_LINE = List.of("session", "current", "--if-any", "--format");

    private Shortcuts() {}

    /**
     * Finds the command of a command line.
     *
     * @param context the run
     * @param args the whole command line
     * @return the command, empty if the line has to be read thoroughly
     */
    public static Optional<Runnable> of(Context context, List<String> args) {
        if (isGenerate(args)) {
            return Optional.of(generate(context, args.get(2)));
        }
        if (isPromptLine(args)) {
            return Optional.of(promptLine(context, args.get(PROMPT_LINE.size())));
        }
        return isCandidates(args) ? Optional.of(new CandidatesCommand(context, args.get(1))) : Optional.empty();
    }

    private static boolean isCandidates(List<String> args) {
        return args.size() == 2 && args.get(0).equals(CandidatesCommand.NAME);
    }

    private static boolean isPromptLine(List<String> args) {
        int words = PROMPT_LINE.size();
        return args.size() == words + 1 && args.subList(0, words).equals(PROMPT_LINE);
    }

    private static Runnable promptLine(Context context, String format) {
        CurrentCommand command = new CurrentCommand(context);
        command.ifAny = true;
        command.format = format;
        return command;
    }

    private static boolean isGenerate(List<String> args) {
        return args.size() == GENERATE_WORDS
                && args.get(0).equals("session")
                && args.get(1).equals("generate")
                && !args.get(2).isEmpty()
                && args.get(2).charAt(0) != '-';
    }

    private static Runnable generate(Context context, String id) {
        GenerateCommand command = new GenerateCommand(context);
        command.id = id;
        return command;
    }
}
