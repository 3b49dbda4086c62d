package dev.leapp.integration.sso.internal.redirect;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.leapp.core.credential.Secret;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RedirectHandlerTest {

    @Test
    void theBrowserHasItsAnswerBeforeTheServerIsClosed() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String authority = "127.0.0.1:" + server.getAddress().getPort();
        CompletableFuture<Redirect> result = new CompletableFuture<>();
        CompletableFuture<Void> closed = result.thenAccept(redirect -> server.stop(0));
        server.createContext("/", new RedirectHandler(authority, Secret.of("state"), result));
        server.start();

        String page = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        "http://" + authority + RedirectHandler.PATH + "?code=c&state=state"))
                                .build(),
                        BodyHandlers.ofString())
                .body();

        assertThat(page).contains("You are logged in.");
        closed.join();
    }
}
