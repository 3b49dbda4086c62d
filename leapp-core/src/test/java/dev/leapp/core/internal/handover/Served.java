package dev.leapp.core.internal.handover;

import dev.leapp.core.Leapp;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.handover.CredentialServer;
import dev.leapp.core.handover.ServedSession;
import dev.leapp.core.handover.ServerListener;
import dev.leapp.core.handover.ServerOptions;
import dev.leapp.core.internal.file.AtomicFile;
import dev.leapp.core.internal.file.FileOperations;
import dev.leapp.core.internal.plugin.PluginRegistry;
import dev.leapp.core.internal.session.StopMarks;
import dev.leapp.core.issuance.Use;
import dev.leapp.core.port.Environment;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.session.NewSession;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.spi.PluginContext;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A workspace with two Leapps on it, as two processes would have it; one of them serves. */
final class Served implements AutoCloseable {

    final MovedClock clock = new MovedClock();
    final EndpointCloud cloud = new EndpointCloud(clock);
    final List<String> events = new CopyOnWriteArrayList<>();
    final List<String> recorded = new CopyOnWriteArrayList<>();
    final Leapp here;
    final Leapp elsewhere;
    private final Path home;
    private final List<CredentialServer> servers = new ArrayList<>();

    Served(Path home) {
        this.home = home;
        this.here = leapp();
        this.elsewhere = leapp();
    }

    private Leapp leapp() {
        return Leapp.builder()
                .home(home)
                .environment(Environment.of(Map.of("LEAPP_MACHINE_ID", "0123456789abcdef0123456789abcdef")))
                .secretStore(SecretStore.inMemory())
                .discoverPlugins(false)
                .plugin(cloud)
                .clock(clock)
                .build();
    }

    /** Ends sessions whose lease is over. */
    Runnable leases = () -> {};

    SessionId add(String name) {
        return add(name, EndpointCloud.TYPE);
    }

    SessionId add(String name, SessionType type) {
        return here.sessions()
                .add(NewSession.builder(type, name).profile(name).build())
                .id();
    }

    /** Serves as {@link Leapp#handovers()} does, with limits that a test can wait for. */
    CredentialServer serve(ServerLimits limits, SessionId... sessions) {
        AtomicFile files = new AtomicFile(FileOperations.ofTheSystem(), new SecureRandom());
        Servers made = new Servers(
                here.sessions(),
                PluginRegistry.of(
                                List.of(cloud),
                                Optional.empty(),
                                PluginContext.builder(home).build())
                        .handing(),
                (session, use, until) -> recorded.add(session.name() + " " + use.way() + " " + until.orElseThrow()),
                new StopMarks(home.resolve(".Leapp/stops"), files),
                leases,
                new SecureRandom(),
                clock,
                limits);
        CredentialServer server = made.open(options(sessions));
        servers.add(server);
        return server;
    }

    ServedSession serve(SessionId session) {
        CredentialServer server = here.handovers().serve(options(session));
        servers.add(server);
        return server.sessions().get(0);
    }

    ServerOptions options(SessionId... sessions) {
        return ServerOptions.of(List.of(sessions))
                .withUse(new Use("serve", "test"))
                .withListener(new Told());
    }

    @Override
    public void close() {
        servers.forEach(CredentialServer::close);
        here.close();
        elsewhere.close();
    }

    private final class Told implements ServerListener {

        @Override
        public void answered(Session session, Optional<Instant> expiresAt) {
            events.add("answered " + session.name());
        }

        @Override
        public void refused(Optional<Session> session, String reason) {
            events.add("refused " + session.map(Session::name).orElse("-") + ": " + reason);
        }

        @Override
        public void failed(Session session, LeappException failure) {
            events.add("failed " + session.name() + ": " + failure.code().id());
        }

        @Override
        public void ended(Session session) {
            events.add("ended " + session.name());
        }
    }

    /** A clock that stands still until it is moved. */
    static final class MovedClock extends Clock {

        private volatile Instant now = Instant.parse("2026-03-01T10:00:00Z");

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
