package dev.leapp.core.internal.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.handover.CredentialServer;
import dev.leapp.core.handover.ServedSession;
import dev.leapp.core.handover.ServerOptions;
import dev.leapp.core.session.SessionEdit;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.StartOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServersTest {

    private static final ServerLimits QUICK = new ServerLimits(
            Duration.ofMillis(400), Duration.ofMillis(600), Duration.ofMinutes(5), Duration.ofMinutes(5));

    @TempDir
    Path home;

    private Served served;
    private SessionId ops;

    @BeforeEach
    void open() {
        served = new Served(home);
        ops = served.add("ops");
    }

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void whoHasTheTokenGetsTheCredentials() {
        ServedSession place = served.serve(ops);

        Client.Answer answer = Client.get(place);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("credentials-1");
        assertThat(answer.head()).contains("text/x-fake", "no-store");
        assertThat(served.events).containsExactly("answered ops");
    }

    @Test
    void itListensOnLoopbackOnlyAtAnUnguessablePath() {
        ServedSession one = served.serve(ops);
        ServedSession other = served.serve(ops);

        assertThat(one.address().getHost()).isEqualTo("127.0.0.1");
        assertThat(one.address().getPath())
                .hasSize(44)
                .isNotEqualTo(other.address().getPath());
        assertThat(one.token().reveal()).hasSize(43).isNotEqualTo(other.token().reveal());
    }

    @Test
    void theEnvironmentLeadsThereAndRemovesWhatWouldMix() {
        ServedSession place = served.serve(ops);

        assertThat(place.environment().variables())
                .containsOnlyKeys("FAKE_URL", "FAKE_TOKEN")
                .containsValue(place.token());
        assertThat(place.environment().removes("FAKE_KEY")).isTrue();
        assertThat(place.environment().removes("PATH")).isFalse();
        assertThat(place.toString()).doesNotContain(place.token().reveal());
    }

    @Test
    void wrongTokenIsRefused() {
        ServedSession place = served.serve(ops);

        assertThat(Client.get(place, "x".repeat(43)).status()).isEqualTo(403);
        assertThat(Client.get(place, place.token().reveal() + "x").status()).isEqualTo(403);
        assertThat(Client.get(place, "Bearer " + place.token().reveal()).status())
                .isEqualTo(403);
        assertThat(served.events).hasSize(3).containsOnly("refused ops: its token was wrong");
    }

    @Test
    void noTokenIsRefused() {
        ServedSession place = served.serve(ops);

        Client.Answer answer =
                Client.send(place.address(), "GET", place.address().getAuthority(), "");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("Unauthorized: The request was refused: it had no token");
    }

    @Test
    void aTokenOpensNoOtherSession() {
        SessionId dev = served.add("dev");
        List<ServedSession> places =
                served.serve(ServerLimits.STANDARD, ops, dev).sessions();

        assertThat(Client.get(places.get(0), places.get(1).token().reveal()).status())
                .isEqualTo(403);
        assertThat(Client.get(places.get(1)).body()).isEqualTo("credentials-2");
    }

    @Test
    void whoCallsUsByAnotherNameIsRefusedThoughTheTokenIsRight() {
        ServedSession place = served.serve(ops);
        URI address = place.address();
        String token = "Authorization: " + place.token().reveal() + "\r\n";

        assertThat(Client.send(address, "GET", "evil.example:" + address.getPort(), token)
                        .status())
                .isEqualTo(403);
        assertThat(Client.send(address, "GET", "localhost:" + address.getPort(), token)
                        .status())
                .isEqualTo(403);
        assertThat(Client.send(address, "GET", "127.0.0.1", token).status()).isEqualTo(403);
        assertThat(Client.send(address, "GET", address.getAuthority(), "Host: evil.example\r\n" + token)
                        .status())
                .isNotEqualTo(200);
        assertThat(Client.send(address, "GET " + address.getRawPath() + " HTTP/1.0\r\n" + token + "\r\n")
                        .status())
                .isEqualTo(403);
        assertThat(served.events).isNotEmpty().noneMatch(event -> event.startsWith("answered"));
    }

    @Test
    void whatComesFromAWebPageIsRefusedThoughTheTokenIsRight() {
        ServedSession place = served.serve(ops);

        Client.Answer answer = Client.send(
                place.address(),
                "GET",
                place.address().getAuthority(),
                "Origin: null\r\nAuthorization: " + place.token().reveal() + "\r\n");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void otherMethodsAndPathsAreRefused() {
        ServedSession place = served.serve(ops);
        String authority = place.address().getAuthority();
        String token = "Authorization: " + place.token().reveal() + "\r\n";

        assertThat(Client.send(place.address(), "POST", authority, token).status())
                .isEqualTo(405);
        assertThat(Client.send(place.address().resolve("/"), "GET", authority, token)
                        .status())
                .isEqualTo(404);
        assertThat(Client.send(URI.create(place.address() + "x"), "GET", authority, token)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void manyWrongRequestsAreToldOfOnlyNowAndThenAndKeepNobodyOut() {
        ServedSession place = served.serve(ops);

        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            statuses.add(Client.get(place, "wrong").status());
        }

        assertThat(statuses).containsOnly(403, 429);
        assertThat(served.events).hasSize(20);
        assertThat(Client.get(place).status()).isEqualTo(200);
    }

    @Test
    void clientThatKeepsAskingIsSlowedDown() {
        ServedSession place = served.serve(ops);

        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 501; i++) {
            statuses.add(Client.get(place).status());
        }
        assertThat(statuses.subList(0, 500)).containsOnly(200);
        assertThat(statuses.get(500)).isEqualTo(429);

        served.clock.advance(Duration.ofSeconds(1));
        assertThat(Client.get(place).status()).isEqualTo(200);
    }

    @Test
    void twoHundredClientsAtOnceAreAllAnswered() throws Exception {
        ServedSession place = served.serve(ops);
        ExecutorService threads = Executors.newFixedThreadPool(200);
        CountDownLatch ready = new CountDownLatch(200);
        try {
            List<Future<Client.Answer>> answers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                answers.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return Client.get(place);
                }));
            }
            for (Future<Client.Answer> answer : answers) {
                assertThat(answer.get().status()).isEqualTo(200);
                assertThat(answer.get().body()).isEqualTo("credentials-1");
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(served.cloud.issued).hasValue(1);
    }

    @Test
    void slowClientIsCutOffAndKeepsNobodyWaiting() throws IOException {
        ServedSession place = served.serve(QUICK, ops).sessions().get(0);
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Socket socket = Client.connect(place.address());
            socket.getOutputStream().write('G');
            slow.add(socket);
        }

        assertThat(Client.get(place).status()).isEqualTo(200);
        for (Socket socket : slow) {
            assertThat(isClosed(socket)).isTrue();
            socket.close();
        }
        assertThat(Client.get(place).status()).isEqualTo(200);
    }

    @Test
    void clientThatNeverSendsTheBodyItPromisedIsCutOff() throws IOException {
        ServedSession place = served.serve(QUICK, ops).sessions().get(0);
        try (Socket socket = Client.connect(place.address())) {
            socket.getOutputStream()
                    .write(("GET " + place.address().getRawPath() + " HTTP/1.1\r\nHost: "
                                    + place.address().getAuthority() + "\r\nContent-Length: 9\r\n\r\n")
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));

            assertThat(isClosed(socket)).isTrue();
        }
    }

    @Test
    void whileCredentialsAreBeingGotAClientIsToldToComeAgain() {
        ServedSession place = served.serve(QUICK, ops).sessions().get(0);
        CountDownLatch issuing = new CountDownLatch(1);
        served.clock.advance(EndpointCloud.LIFETIME);
        served.cloud.whileIssuing = () -> awaited(issuing);

        Client.Answer early = Client.get(place);
        issuing.countDown();

        assertThat(early.status()).isEqualTo(503);
        assertThat(early.body()).contains("The credentials of session 'ops' are not there yet; try again");
        assertThat(answered(place).body()).isEqualTo("credentials-2");
    }

    @Test
    void whatIsStillValidIsGivenOutWhileItIsRenewed() {
        ServedSession place =
                served.serve(ServerLimits.STANDARD, ops).sessions().get(0);
        CountDownLatch issuing = new CountDownLatch(1);
        served.clock.advance(EndpointCloud.LIFETIME.minusMinutes(5));
        served.cloud.whileIssuing = () -> awaited(issuing);

        Client.Answer meanwhile = Client.get(place);
        issuing.countDown();

        assertThat(meanwhile.status()).isEqualTo(200);
        assertThat(meanwhile.body()).isEqualTo("credentials-1");
    }

    @Test
    void credentialsAreRenewedAlthoughNobodyAsks() {
        CountDownLatch renewed = new CountDownLatch(1);
        served.serve(
                new ServerLimits(
                        Duration.ofMillis(1500), Duration.ofSeconds(4), Duration.ofMillis(20), Duration.ofMinutes(5)),
                ops);
        served.cloud.whileIssuing = renewed::countDown;

        served.clock.advance(EndpointCloud.LIFETIME.minusMinutes(5));

        awaited(renewed);
    }

    @Test
    void eachNewHandoverIsTakenDownOnce() {
        ServedSession place =
                served.serve(ServerLimits.STANDARD, ops).sessions().get(0);
        Client.get(place);
        Client.get(place);
        served.clock.advance(EndpointCloud.LIFETIME);
        Client.get(place);
        Client.get(place);

        assertThat(served.recorded).containsExactly("ops serve 2026-03-01T11:00:00Z", "ops serve 2026-03-01T12:00:00Z");
    }

    @Test
    void sessionThatIsStoppedElsewhereIsRefusedAtOnceAndServedAgainOnceItIsStarted() {
        served.here.sessions().start(ops, StartOptions.none());
        ServedSession place = served.serve(ops);
        assertThat(Client.get(place).status()).isEqualTo(200);

        served.elsewhere.sessions().stop(ops);
        Client.Answer refused = Client.get(place);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body())
                .isEqualTo("SessionNotActive: Session 'ops' was stopped;"
                        + " 'leapp session start ops' makes it available again");
        Client.get(place);
        assertThat(served.events)
                .containsExactly(
                        "answered ops",
                        "ended ops",
                        "failed ops: session-not-active",
                        "failed ops: session-not-active");

        served.elsewhere.sessions().start(ops, StartOptions.none());
        served.clock.advance(Duration.ofSeconds(1));
        assertThat(Client.get(place).body()).isEqualTo("credentials-2");
    }

    @Test
    void sessionThatWasNeverStartedIsServedUntilItIsStopped() {
        ServedSession place = served.serve(ops);
        assertThat(Client.get(place).status()).isEqualTo(200);

        served.elsewhere.sessions().stop(ops);

        assertThat(Client.get(place).status()).isEqualTo(403);
    }

    @Test
    void sessionThatWasStoppedBeforeIsServedWhenAsked() {
        served.here.sessions().start(ops, StartOptions.none());
        served.here.sessions().stop(ops);

        assertThat(Client.get(served.serve(ops)).status()).isEqualTo(200);
    }

    @Test
    void whatWasIssuedBeforeAStopIsNotGivenOutAfterIt() throws Exception {
        served.here.sessions().start(ops, StartOptions.none());
        ServedSession place = served.serve(ops);
        served.clock.advance(EndpointCloud.LIFETIME);
        CountDownLatch issuing = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        served.cloud.whileIssuing = () -> {
            issuing.countDown();
            awaited(stopped);
        };
        ExecutorService client = Executors.newSingleThreadExecutor();
        try {
            Future<Client.Answer> answer = client.submit(() -> Client.get(place));
            awaited(issuing);
            served.elsewhere.sessions().stop(ops);
            stopped.countDown();

            assertThat(answer.get().status()).isEqualTo(403);
        } finally {
            client.shutdownNow();
        }
    }

    @Test
    void deletedSessionIsNoLongerServedWithinASecond() {
        ServedSession place = served.serve(ops);
        assertThat(Client.get(place).status()).isEqualTo(200);

        served.elsewhere.sessions().delete(ops, false);
        served.clock.advance(Duration.ofSeconds(1));

        assertThat(Client.get(place).status()).isEqualTo(404);
        assertThat(Client.get(place).status()).isEqualTo(404);
        assertThat(served.events).containsOnlyOnce("ended ops");
        assertThat(home.resolve(".Leapp/stops")).isEmptyDirectory();
    }

    @Test
    void editedSessionIsServedAsItIsNow() {
        ServedSession place = served.serve(ops);
        assertThat(Client.get(place).body()).isEqualTo("credentials-1");

        served.elsewhere
                .sessions()
                .edit(ops, SessionEdit.builder().region("eu-north-1").build());
        served.clock.advance(Duration.ofSeconds(1));

        assertThat(Client.get(place).body()).isEqualTo("credentials-2");
    }

    @Test
    void closingEndsEverythingAtOnceAlsoWhatHangs() throws Exception {
        CredentialServer server = served.serve(ServerLimits.STANDARD, ops);
        URI address = server.sessions().get(0).address();
        try (Socket hanging = Client.connect(address);
                Socket idle = Client.connect(address)) {
            hanging.getOutputStream().write('G');
            Client.get(server.sessions().get(0)); // so both are accepted

            server.close();
            server.close();

            assertThat(isClosed(hanging)).isTrue();
            assertThat(isClosed(idle)).isTrue();
        }
        assertThatThrownBy(() -> Client.connect(address)).isInstanceOf(ConnectException.class);
    }

    @Test
    void portThatAnotherProgramHasIsToldWithWhatToDo() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ServerOptions options = served.options(ops).withPort(taken.getLocalPort());

            assertThatThrownBy(() -> served.here.handovers().serve(options))
                    .isInstanceOfSatisfying(
                            LeappException.class,
                            failure -> assertThat(failure.code()).isEqualTo(CoreErrorCode.PORT_NOT_AVAILABLE))
                    .hasMessageStartingWith("Nothing can listen on port " + taken.getLocalPort() + " of 127.0.0.1");
        }
        assertThat(served.cloud.issued).hasValue(0);
    }

    @Test
    void sessionThatNoPluginServesIsRefusedBeforeAnythingIsIssued() {
        SessionId other = served.add("other", EndpointCloud.UNSERVED);

        assertThatThrownBy(() -> served.serve(other))
                .hasMessage("Session other can't be served: no plug-in knows an endpoint for sessions of other");
        assertThat(served.cloud.issued).hasValue(0);
    }

    @Test
    void aPortIsFreeAgainIfNothingCouldBeServed() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        ServerOptions options = served.options(served.add("ops")).withPort(port);
        served.cloud.whileIssuing = () -> {
            throw new LeappException(CoreErrorCode.REFUSED_BY_CLOUD, "no", null);
        };

        assertThatThrownBy(() -> served.here.handovers().serve(options)).hasMessage("no");

        new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
    }

    @Test
    void leasesThatAreOverEndWhileItServesEvenIfThatFailsOnce() throws InterruptedException {
        BlockingQueue<String> looks = new LinkedBlockingQueue<>();
        served.leases = () -> {
            looks.add("looked");
            throw new IllegalStateException("can't be read now");
        };

        served.serve(
                new ServerLimits(
                        Duration.ofMillis(1500), Duration.ofSeconds(4), Duration.ofMinutes(5), Duration.ofMillis(20)),
                served.add("ops"));

        assertThat(looks.poll(30, TimeUnit.SECONDS)).isNotNull();
        assertThat(looks.poll(30, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void whatCanNotBeIssuedIsNotServed() {
        served.cloud.whileIssuing = () -> {
            throw new LeappException(CoreErrorCode.REFUSED_BY_CLOUD, "no", null);
        };

        assertThatThrownBy(() -> served.serve(ops)).hasMessage("no");
    }

    /** Asks again, as clients do, until the answer is there. */
    private static Client.Answer answered(ServedSession place) {
        Client.Answer answer = Client.get(place);
        for (int i = 0; i < 10 && answer.status() == 503; i++) {
            answer = Client.get(place);
        }
        return answer;
    }

    private static boolean isClosed(Socket socket) throws IOException {
        try {
            InputStream in = socket.getInputStream();
            in.readAllBytes();
            return true;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (java.net.SocketException e) {
            return true;
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
