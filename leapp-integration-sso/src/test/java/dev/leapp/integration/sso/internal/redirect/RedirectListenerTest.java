package dev.leapp.integration.sso.internal.redirect;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.credential.Secret;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RedirectListenerTest {

    private static final String STATE = "canary-state";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newHttpClient();
    private RedirectListener listener;

    @BeforeEach
    void open() throws IOException {
        listener = RedirectListener.open(Secret.of(STATE));
    }

    @AfterEach
    void close() {
        listener.close();
    }

    @Test
    void theFirstWhoKnowsTheStateBringsTheCode() throws Exception {
        HttpResponse<String> answer = get("?code=c0de&state=" + STATE);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("You are logged in. You can close this window.")
                .doesNotContain("<script");
        assertThat(brought().code().map(Secret::reveal)).contains("c0de");
    }

    @Test
    void theAnswerIsNotKeptNorGuessedNorPassedOn() throws Exception {
        HttpResponse<String> answer = get("?code=c0de&state=" + STATE);

        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
        assertThat(answer.headers().firstValue("Connection")).contains("close");
    }

    @Test
    void theSecondHitIsGoneAndChangesNothing() throws Exception {
        get("?code=first&state=" + STATE);

        assertThat(get("?code=second&state=" + STATE).statusCode()).isEqualTo(410);
        assertThat(get("?code=third&state=other").statusCode()).isEqualTo(410);
        assertThat(brought().code().map(Secret::reveal)).contains("first");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?code=forged&state=other",
                "?code=forged",
                "?code=forged&state=",
                "?state=canary-state",
                "?error=access_denied&state=other",
                "?code=a&code=b&state=canary-state",
                "?code=forged&state=canary-state&state=other",
                "?code=%zz&state=canary-state"
            })
    void whatIsForgedIsRefusedAndTheLoginWaitsOn(String query) throws Exception {
        int status = raw("GET /oauth/callback" + query + " HTTP/1.1\r\nHost: " + authority() + "\r\n\r\n");

        assertThat(status).isEqualTo(400);
        assertThat(listener.await(Duration.ZERO)).isEmpty();
        assertThat(get("?code=c0de&state=" + STATE).statusCode()).isEqualTo(200);
        assertThat(brought().code().map(Secret::reveal)).contains("c0de");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /favicon.ico, 404",
        "GET, /oauth/callback/, 404",
        "POST, /oauth/callback?code=c&state=canary-state, 405",
        "HEAD, /oauth/callback?code=c&state=canary-state, 405"
    })
    void whatIsNoRedirectIsRefused(String method, String path, int status) throws Exception {
        assertThat(raw(method + " " + path + " HTTP/1.1\r\nHost: " + authority() + "\r\nContent-Length: 0\r\n\r\n"))
                .isEqualTo(status);
        assertThat(listener.await(Duration.ZERO)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost", "127.0.0.1", "127.0.0.1:1"})
    void aNameThatLeadsHereByTrickeryIsRefused(String host) throws Exception {
        assertThat(raw("GET /oauth/callback?code=c&state=" + STATE + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n"))
                .isEqualTo(421);
        assertThat(listener.await(Duration.ZERO)).isEmpty();
    }

    @Test
    void aRefusalIsBroughtAsOne() throws Exception {
        HttpResponse<String> answer = get("?error=access_denied&error_description=no&state=" + STATE);

        assertThat(answer.body()).contains("The login was refused.");
        assertThat(brought().error()).contains("access_denied");
        assertThat(brought().code()).isEmpty();
    }

    @Test
    void whoIsSlowKeepsNobodyWaiting() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 40; i++) {
                Socket socket = new Socket(
                        InetAddress.getByAddress(new byte[] {127, 0, 0, 1}),
                        listener.address().getPort());
                socket.getOutputStream().write("GET /oauth".getBytes(US_ASCII));
                slow.add(socket);
            }
            assertThat(get("?code=c0de&state=" + STATE).statusCode()).isEqualTo(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void onlyThisMachineIsListenedTo() {
        assertThat(listener.address().getHost()).isEqualTo("127.0.0.1");
        assertThat(RedirectListener.registered()).hasToString("http://127.0.0.1/oauth/callback");
    }

    @Test
    void nothingListensAfterwards() {
        listener.close();

        assertThatThrownBy(() -> get("?code=c0de&state=" + STATE)).isInstanceOf(ConnectException.class);
    }

    @Test
    void whoDoesNotComeIsNotWaitedForLonger() throws Exception {
        assertThat(listener.await(Duration.ofMillis(1))).isEmpty();
    }

    private Redirect brought() throws InterruptedException {
        Optional<Redirect> redirect = listener.await(PATIENCE);
        return redirect.orElseThrow();
    }

    private String authority() {
        return listener.address().getAuthority();
    }

    private HttpResponse<String> get(String query) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(listener.address() + query)).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    /** Sends what no client would, and returns the status. */
    private int raw(String request) throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getByAddress(new byte[] {127, 0, 0, 1}),
                listener.address().getPort())) {
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            String head = new String(socket.getInputStream().readNBytes(12), US_ASCII);
            return Integer.parseInt(head.substring(9));
        }
    }
}
