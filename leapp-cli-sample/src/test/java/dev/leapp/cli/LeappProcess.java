package dev.leapp.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts the command as a process of its own, in a throw-away home, away from the user's keychain and credentials. */
final class LeappProcess {

    private LeappProcess() {}

    static List<String> command(String... args) {
        FastStart fast = FastStart.ready();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(fast.flags());
        command.addAll(List.of("-cp", fast.classPath(), "dev.leapp.cli.Main"));
        command.addAll(List.of(args));
        return command;
    }

    /** Returns the variables that a process needs so that it touches nothing of the user's. */
    static Map<String, String> environment(Path home) {
        return Map.of(
                "HOME", home.toString(),
                "LEAPP_HOME", home.resolve(".Leapp").toString(),
                "LEAPP_MACHINE_ID", "0123456789abcdef0123456789abcdef",
                "LEAPP_PASSPHRASE", "correct horse battery staple",
                "DBUS_SESSION_BUS_ADDRESS", "disabled:",
                "AWS_SHARED_CREDENTIALS_FILE", home.resolve("credentials").toString(),
                "AWS_CONFIG_FILE", home.resolve("config").toString());
    }

    static ProcessBuilder builder(Path home, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment(home));
        return builder;
    }
}
