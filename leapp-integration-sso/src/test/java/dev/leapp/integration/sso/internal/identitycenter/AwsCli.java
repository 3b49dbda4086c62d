package dev.leapp.integration.sso.internal.identitycenter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.leapp.testkit.contract.Components;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A real AWS CLI of a major version, with a home of its own. */
final class AwsCli {

    private final Path program;
    private final Path home;
    private final Map<String, String> variables;

    private AwsCli(Path program, Path home, Map<String, String> variables) {
        this.program = program;
        this.home = home;
        this.variables = variables;
    }

    static AwsCli require(int version, Path home, Map<String, String> variables) throws IOException {
        Optional<Path> found = find("aws-cli/" + version + ".");
        Components.require("the AWS CLI " + version, found.isPresent(), "install it, on the PATH");
        return new AwsCli(found.orElseThrow(), home, variables);
    }

    private static Optional<Path> find(String version) throws IOException {
        List<Path> programs = Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(Optional.ofNullable(System.getenv("PATH")).orElse(""))
                .map(directory -> Path.of(directory, "aws"))
                .filter(Files::isExecutable)
                .toList();
        for (Path program : programs) {
            Process process = new ProcessBuilder(program.toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (said.startsWith(version)) {
                return Optional.of(program);
            }
        }
        return Optional.empty();
    }

    void configure(String text) throws IOException {
        Files.createDirectories(home.resolve(".aws"));
        Files.writeString(home.resolve(".aws/config"), text, UTF_8);
    }

    Process start(String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(program.toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment()
                .keySet()
                .removeIf(name ->
                        name.startsWith("AWS_") || name.toUpperCase(Locale.ROOT).endsWith("_PROXY"));
        builder.environment().put("HOME", home.toString());
        builder.environment()
                .put(
                        "PYENV_ROOT",
                        Optional.ofNullable(System.getenv("PYENV_ROOT"))
                                .orElse(Path.of(
                                                Optional.ofNullable(System.getenv("HOME"))
                                                        .orElse("/"),
                                                ".pyenv")
                                        .toString()));
        builder.environment().put("AWS_EC2_METADATA_DISABLED", "true");
        builder.environment().putAll(variables);
        return builder.start();
    }

    /** Runs it to its end, and returns what it says. */
    String run(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        int status = process.waitFor();
        return status == 0 ? said : "status " + status + ": " + said;
    }
}
