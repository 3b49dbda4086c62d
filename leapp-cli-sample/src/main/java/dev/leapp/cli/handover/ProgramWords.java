package dev.leapp.cli.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Gives a command what follows {@code --} as it stands: it is another program's, whatever it looks like. */
final class ProgramWords implements IParameterPreprocessor {

    /** A command that runs a program. */
    interface Taker {

        /**
         * Is told the program.
         *
         * @param words what follows {@code --}
         */
        void take(List<String> words);
    }

    ProgramWords() {}

    @Override
    @SuppressWarnings("JdkObsolete") // what picocli gives
    public boolean preprocess(
            Stack<String> args, CommandSpec command, @Nullable ArgSpec argument, Map<String, Object> info) {
        int mark = args.lastIndexOf("--");
        if (mark >= 0 && command.userObject() instanceof Taker taker) {
            taker.take(words(args, mark));
            args.subList(0, mark + 1).clear();
        }
        return false;
    }

    /** The next word lies on top of the stack, at the end of the list. */
    private static List<String> words(List<String> stack, int mark) {
        List<String> words = new ArrayList<>();
        for (int i = mark - 1; i >= 0; i--) {
            words.add(stack.get(i));
        }
        return words;
    }
}
