package dev.leapp.cli.process;

import dev.leapp.core.Leapp;
import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.port.Environment;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.session.SessionId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * One of many processes that ask for the same session at once, each with several threads. It talks with the test by lines: its process id,
 * then waits for {@code go}; {@code asked}, then waits for the code or {@code cancel}; a line for what each thread got.
 */
public final class StormMember implements UserInteraction {

    static final int THREADS = 4;
    static final String MACHINE_ID = "0123456789abcdef0123456789abcdef";
    static final String KEY_ID = "AKIAIOSFODNN7EXAMPLE";
    static final String SECRET_KEY = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    private final BufferedReader in;
    private final PrintStream out;

    private StormMember(Socket socket) throws IOException {
        this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        this.out = new PrintStream(socket.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** Home directory, STS endpoint, the test's port, session id, how far the clock is ahead. */
    public static void main(String[] args) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(args[2]))) {
            StormMember member = new StormMember(socket);
            try (Leapp leapp =
                    open(Path.of(args[0]), args[1], member, new SessionId(args[3]), Duration.parse(args[4]))) {
                member.join(leapp, new SessionId(args[3]));
            }
        }
    }

    static Leapp open(Path home, String endpoint, UserInteraction user, SessionId session, Duration ahead) {
        SecretStore secrets = SecretStore.inMemory();
        secrets.put(new SecretName(session.value() + "-iam-user-aws-session-access-key-id"), Secret.of(KEY_ID));
        secrets.put(new SecretName(session.value() + "-iam-user-aws-session-secret-access-key"), Secret.of(SECRET_KEY));
        return open(home, endpoint, user, secrets, ahead);
    }

    static Leapp open(Path home, String endpoint, UserInteraction user, SecretStore secrets, Duration ahead) {
        return Leapp.builder()
                .home(home)
                .environment(Environment.of(Map.of("LEAPP_MACHINE_ID", MACHINE_ID, "AWS_ENDPOINT_URL_STS", endpoint)))
                .interaction(user)
                .secretStore(secrets)
                .clock(Clock.offset(Clock.systemUTC(), ahead))
                .build();
    }

    private void join(Leapp leapp, SessionId session) throws Exception {
        leapp.sessions().get(session); // what is loaded first is loaded before it begins
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        say(Long.toString(ProcessHandle.current().pid()));
        in.readLine();
        List<Future<String>> answers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            answers.add(threads.submit(() -> ask(leapp, session)));
        }
        for (Future<String> answer : answers) {
            say(answer.get());
        }
        threads.shutdown();
    }

    private static String ask(Leapp leapp, SessionId session) {
        try {
            return "got "
                    + leapp.sessions()
                            .credentials(session, CredentialRequest.standard())
                            .attribute("accessKeyId");
        } catch (LeappException e) {
            return "failed " + e.code().id() + " " + e.getMessage();
        }
    }

    private void say(String line) {
        out.println(line);
    }

    @Override
    public boolean isInteractive() {
        return true;
    }

    @Override
    public String askMfaCode(String sessionName, String device) {
        say("asked");
        try {
            String answer = in.readLine();
            if (!"cancel".equals(answer)) {
                return answer;
            }
        } catch (IOException e) {
            throw new LeappException(CoreErrorCode.INTERNAL, "The test is gone", null, e);
        }
        throw new LeappException(CoreErrorCode.CANCELLED, "Cancelled", null);
    }

    @Override
    public Secret askSecret(String question) {
        throw new IllegalStateException("not expected: " + question);
    }

    @Override
    public void inform(String message) {}

    @Override
    public void progress(String message) {}
}
