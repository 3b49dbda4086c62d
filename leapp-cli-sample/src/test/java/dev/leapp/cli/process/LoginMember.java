package dev.leapp.cli.process;

import dev.leapp.core.Leapp;
import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.port.DeviceCode;
import dev.leapp.core.port.Environment;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.session.SessionId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * One of many processes that need the same login at once, each for a session of its own. It talks with the test by lines as a
 * {@link StormMember} does: {@code asked} when its user is shown a code.
 */
public final class LoginMember implements UserInteraction {

    private final BufferedReader in;
    private final PrintStream out;

    private LoginMember(Socket socket) throws IOException {
        this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        this.out = new PrintStream(socket.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** Home directory, portal's endpoint, the test's port, session id, how far the clock is ahead. */
    public static void main(String[] args) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(args[2]))) {
            LoginMember member = new LoginMember(socket);
            try (Leapp leapp = open(Path.of(args[0]), args[1], member, Duration.parse(args[4]))) {
                member.join(leapp, new SessionId(args[3]));
            }
        }
    }

    static Leapp open(Path home, String portal, UserInteraction user, Duration ahead) {
        return Leapp.builder()
                .home(home)
                .environment(Environment.of(Map.of(
                        "LEAPP_MACHINE_ID",
                        Home.MACHINE_ID,
                        "AWS_ENDPOINT_URL_SSO",
                        portal,
                        "AWS_ENDPOINT_URL_SSO_OIDC",
                        portal)))
                .interaction(user)
                .clock(Clock.offset(Clock.systemUTC(), ahead))
                .build();
    }

    private void join(Leapp leapp, SessionId session) throws IOException {
        leapp.sessions().get(session); // what is loaded first is loaded before it begins
        out.println(ProcessHandle.current().pid());
        in.readLine();
        out.println(ask(leapp, session));
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

    @Override
    public boolean isInteractive() {
        return true;
    }

    @Override
    public void showDeviceCode(DeviceCode code) {
        out.println("asked");
        try {
            in.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException("The test is gone", e);
        }
    }

    @Override
    public String askMfaCode(String sessionName, String device) {
        throw new IllegalStateException("not expected");
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
