package dev.leapp.cli.session;

import dev.leapp.cli.run.Context;
import java.util.List;
import java.util.Optional;

/**
 * The command lines that other programs run again and again, recognised without building all commands: what that costs is most of what
 * they cost.
 */
public final class Shortcuts {

    private static final int GENERATE_WORDS = 3;

    private Shortcuts() {}

    /**
     * Finds the command of a command line.
     *
     * @param context the run
     * @param args the whole command line
     * @return the command, empty if the line has to be read thoroughly
     */
    public static Optional<Runnable> of(Context context, List<String> args) {
        return isGenerate(args) ? Optional.of(generate(context, args.get(2))) : Optional.empty();
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
