package dev.leapp.cli.process;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The real {@code aws} command, of version 1 or 2, on the files of a {@link Home}. */
final class AwsCli {

    private static final Map<String, String> ANYBODY = Map.of(
            "AWS_ACCESS_KEY_ID",
            "AKIAANYBODYANYBODY00",
            "AWS_SECRET_ACCESS_KEY",
            "any",
            "AWS_DEFAULT_REGION",
            "us-east-1");

    private final String program;
    private final Home home;
    private final URI endpoint;

    private AwsCli(String program, Home home, URI endpoint) {
        this.program = program;
        this.home = home;
        this.endpoint = endpoint;
    }

    static String require() {
        return Programs.require("aws", "install the AWS CLI (Debian: awscli)");
    }

    /** Returns every one that is here: there may be both versions. */
    static List<String> all() {
        return Programs.all("aws");
    }

    static AwsCli on(Home home, URI endpoint) {
        return on(require(), home, endpoint);
    }

    static AwsCli on(String program, Home home, URI endpoint) {
        return new AwsCli(program, home, endpoint);
    }

    /** Runs it with the environment of the home, which a {@code credential_process} inherits. */
    Finished run(String... args) {
        return run(Map.of(), args);
    }

    /** Sets something up with a key that the server does not look at yet. */
    String setUp(String... args) {
        return run(ANYBODY, args).ok();
    }

    /** Runs it with more environment variables. */
    Finished run(Map<String, String> more, String... args) {
        Map<String, String> environment = new LinkedHashMap<>(home.environment());
        environment.put("AWS_PAGER", "");
        environment.putAll(more);
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(args));
        // Some releases of version 2 do not look at AWS_ENDPOINT_URL.
        command.addAll(List.of("--endpoint-url", endpoint.toString()));
        return Child.start(command, environment, home.streams(), "").await();
    }

    Finished callerIdentity(String profile) {
        return run("sts", "get-caller-identity", "--profile", profile, "--output", "json");
    }
}
