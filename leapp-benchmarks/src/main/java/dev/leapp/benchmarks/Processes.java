package dev.leapp.benchmarks;

import dev.leapp.core.Leapp;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.session.NewSession;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.session.StartOptions;
import dev.leapp.testkit.cloud.LocalSts;
import dev.leapp.testkit.cloud.StsUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long whole processes take: commands, and a virtual machine that does nothing but print a line. */
final class Processes {

    private static final String NAME = "hot";
    private static final StsUser USER = new StsUser(NAME, "AKIAIOSFODNN7EXAMPLE", "not/a/secret/of/anybody/at/all/0");
    private static final int WARM_UP = 2;

    private final Path root;
    private final String java;
    private final String classPath;
    private final int runs;

    /**
     * Measures the command of a checkout that has been built.
     *
     * @param root where the wrapper lies
     * @param java starts a virtual machine
     * @param classPath where this class lies
     * @param runs how often each is measured
     */
    Processes(Path root, String java, String classPath, int runs) {
        this.root = root;
        this.java = java;
        this.classPath = classPath;
        this.runs = runs;
    }

    /** Returns a line for each command. */
    List<String> measure(int sessions) {
        try (SampleHome home = SampleHome.create(SampleHome.SEALED, sessions)) {
            startOne(home);
            String leapp = root.resolve("leapp-cli-sample/bin/leapp").toString();
            List<String> lines = new ArrayList<>();
            lines.add(line("a main that prints a line", sessions, home, java, "-cp", classPath, Floor.class.getName()));
            lines.add(line("leapp --version", sessions, home, leapp, "--version"));
            lines.add(line("leapp session list", sessions, home, leapp, "session", "list"));
            lines.add(line("leapp session generate", sessions, home, leapp, "session", "generate", NAME));
            return lines;
        }
    }

    /** Starts a session whose temporary credentials lie in the cache then. */
    private static void startOne(SampleHome home) {
        try (LocalSts sts = LocalSts.builder().user(USER).start();
                Leapp leapp =
                        home.open(Map.of("AWS_ENDPOINT_URL_STS", sts.endpoint().toString()))) {
            Session added = leapp.sessions()
                    .add(NewSession.builder(new SessionType("aws-iam-user"), NAME)
                            .profile(NAME)
                            .secret("accessKeyId", Secret.of(USER.accessKeyId()))
                            .secret("secretAccessKey", Secret.of(USER.secretAccessKey()))
                            .build());
            leapp.sessions().start(added.id(), StartOptions.none());
        }
    }

    private String line(String what, int sessions, SampleHome home, String... command) {
        double[] milliseconds = new double[runs];
        for (int i = -WARM_UP; i < runs; i++) {
            double taken = run(home, command);
            if (i >= 0) {
                milliseconds[i] = taken;
            }
        }
        Arrays.sort(milliseconds);
        return String.format(
                Locale.ROOT,
                "%-28s %8d %10.0f %10.0f %10.0f",
                what,
                sessions,
                milliseconds[0],
                milliseconds[runs / 2],
                milliseconds[runs - 1]);
    }

    private static double run(SampleHome home, String... command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(home.environment());
        builder.environment().put("HOME", home.directory().toString());
        long begin = System.nanoTime();
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            int exit = process.waitFor();
            long end = System.nanoTime();
            if (exit != 0) {
                throw new IllegalStateException(String.join(" ", command) + " ended with " + exit);
            }
            return (end - begin) / 1e6;
        } catch (IOException e) {
            throw new UncheckedIOException(String.join(" ", command) + " can't be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
