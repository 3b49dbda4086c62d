package dev.leapp.cli.handover;

import dev.leapp.cli.exec.Heard;
import dev.leapp.cli.exec.Program;
import dev.leapp.cli.exec.ProgramException;
import dev.leapp.cli.run.Context;
import dev.leapp.core.handover.ProgramEnvironment;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The AWS CLI, as far as it is installed. */
final class AwsCommand {

    static final String NAME = "aws";

    private static final String PLUGIN = "session-manager-plugin";
    private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));

    private final Context context;

    AwsCommand(Context context) {
        this.context = context;
    }

    /** Returns if it and its plug-in are there. */
    void requireInstalled() {
        require(
                NAME,
                "The AWS CLI is not installed: there is no program aws",
                "install it: https://aws.amazon.com/cli/");
        require(
                PLUGIN,
                "The AWS CLI's Session Manager plugin is not installed: there is no program " + PLUGIN,
                "install it: https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-working-with-install-plugin.html");
    }

    private void require(String program, String message, String hint) {
        boolean found = SEPARATOR
                .splitAsStream(context.io().environment().getOrDefault("PATH", ""))
                .anyMatch(directory -> isIn(directory, program));
        if (!found) {
            throw ProgramException.missing(message, hint);
        }
    }

    private static boolean isIn(String directory, String program) {
        try {
            return Files.isExecutable(Path.of(directory, program))
                    || Files.isExecutable(Path.of(directory, program + ".exe"));
        } catch (InvalidPathException notThere) {
            return false;
        }
    }

    /** Returns what it answers to a question. */
    Heard ask(ProgramEnvironment environment, String region, List<String> question) {
        return context.programs()
                .hear(Program.of(words(region, question), environment).with("AWS_PAGER", ""));
    }

    static List<String> words(String region, List<String> rest) {
        List<String> words = new ArrayList<>(List.of(NAME));
        words.addAll(rest);
        words.addAll(List.of("--region", region));
        return words;
    }
}
