package dev.leapp.core.internal.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.leapp.core.spi.Endpoint;
import dev.leapp.core.spi.HttpSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkReachTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final NetworkReach reach = new NetworkReach(Clock.systemUTC(), HttpSettings.defaults());

    @Test
    void anyAnswerOverHttpIsAGoodOneAndTellsTheTime() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(403, -1);
            exchange.close();
        });
        server.start();
        try {
            Answer answer = ask(http(server.getAddress().getPort()), LONG);

            assertThat(answer.problem()).isEmpty();
            assertThat(answer.ahead().orElseThrow().abs()).isLessThan(Duration.ofMinutes(1));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whoeverListensIsReachedByTcp() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Answer answer = ask(Endpoint.tcp("127.0.0.1", listening.getLocalPort(), "test"), LONG);

            assertThat(answer).isEqualTo(Answer.reached());
        }
    }

    @Test
    void whereNobodyListensTheConnectionIsRefused() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        assertThat(ask(http(port), LONG).problem()).contains("the connection was refused");
    }

    @Test
    void whoeverStaysSilentIsGivenUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(ask(http(silent.getLocalPort()), Duration.ofMillis(300)).problem())
                    .contains("no answer within 0.3 s");
        }
    }

    private static Endpoint http(int port) {
        return Endpoint.http(URI.create("http://127.0.0.1:" + port + "/x?secret"), "test");
    }

    private Answer ask(Endpoint endpoint, Duration timeout) {
        return reach.of(List.of(endpoint), timeout).get(0);
    }
}
