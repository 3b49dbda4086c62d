package dev.leapp.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.credential.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OneShotRedirectTest {

    private static final String TARGET = "https://signin.example/federation?SigninToken=canary";

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void leadsTheFirstVisitorAndNobodyElse() throws Exception {
        try (OneShotRedirect redirect = redirect()) {
            HttpResponse<String> first = get(redirect.address(), "GET");
            HttpResponse<String> second = get(redirect.address(), "GET");

            assertThat(first.statusCode()).isEqualTo(303);
            assertThat(first.headers().firstValue("Location")).contains(TARGET);
            assertThat(first.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(first.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(redirect.awaitVisit(Duration.ZERO)).isTrue();
            assertThat(second.statusCode()).isEqualTo(410);
            assertThat(second.headers().firstValue("Location")).isEmpty();
        }
    }

    @Test
    void whoDoesNotKnowTheWholeAddressLearnsNothingAndUsesNothingUp() throws Exception {
        try (OneShotRedirect redirect = redirect()) {
            assertThat(get(redirect.address().resolve("/"), "GET").statusCode()).isEqualTo(404);
            assertThat(get(redirect.address().resolve("/favicon.ico"), "GET").statusCode())
                    .isEqualTo(404);
            assertThat(get(redirect.address(), "HEAD").statusCode()).isEqualTo(405);
            assertThat(redirect.awaitVisit(Duration.ZERO)).isFalse();

            assertThat(get(redirect.address(), "GET").statusCode()).isEqualTo(303);
        }
    }

    @Test
    void aVisitorWhoIsSlowKeepsNobodyWaiting() throws Exception {
        try (OneShotRedirect redirect = redirect();
                Socket slow = new Socket(
                        InetAddress.getLoopbackAddress(), redirect.address().getPort())) {
            slow.getOutputStream().write('G');
            slow.getOutputStream().flush();

            assertThat(get(redirect.address(), "GET").statusCode()).isEqualTo(303);
        }
    }

    @Test
    void theAddressIsOnThisMachineOnlyAndSaysNothing() throws Exception {
        try (OneShotRedirect redirect = redirect();
                OneShotRedirect other = redirect()) {
            assertThat(redirect.address().toString()).matches("http://127\\.0\\.0\\.1:\\d+/[A-Za-z0-9_-]{32}");
            assertThat(redirect.address().getPath())
                    .isNotEqualTo(other.address().getPath());
        }
    }

    private static OneShotRedirect redirect() throws IOException {
        return OneShotRedirect.to(Secret.of(TARGET), new SecureRandom());
    }

    private HttpResponse<String> get(URI address, String method) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
