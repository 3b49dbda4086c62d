package dev.leapp.core.internal.handover;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.handover.CredentialServer;
import dev.leapp.core.handover.ProgramEnvironment;
import dev.leapp.core.handover.ServedSession;
import dev.leapp.core.handover.ServerOptions;
import dev.leapp.core.session.Session;
import dev.leapp.core.spi.EndpointProtocol;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A port with a place for each session, and the threads behind it. */
final class LoopbackServer implements CredentialServer {

    private static final int RANDOM_BYTES = 32;
    private static final int AT_ONCE = 500;
    private static final int PER_SECOND = 100;
    private static final int STRANGERS_AT_ONCE = 20;
    private static final int STRANGERS_PER_SECOND = 2;
    private static final int PATIENCE_SECONDS = 1;

    private final Servers servers;
    private final LoopbackListener listener;
    private final ExecutorService workers = Executors.newCachedThreadPool(LoopbackServer::daemon);
    private final ScheduledExecutorService renewals =
            Executors.newSingleThreadScheduledExecutor(LoopbackServer::daemon);
    private final ExchangeThreads exchanges;
    private final ServedEndpoint.Manner manner;
    private final List<ServedSession> served = new ArrayList<>();

    LoopbackServer(Servers servers, ServerOptions options, LoopbackListener listener, List<Admitted> admitted) {
        this.servers = servers;
        this.listener = listener;
        this.exchanges = new ExchangeThreads(servers.limits().exchange(), LoopbackServer::daemon);
        ServerEvents events = new ServerEvents(options.listener());
        this.manner = new ServedEndpoint.Manner(servers.recorder(), options.use(), events);
        Map<String, ServedEndpoint> byPath = new LinkedHashMap<>();
        try {
            admitted.forEach(each -> add(each, byPath));
        } catch (RuntimeException | Error e) {
            endThreads();
            throw e;
        }
        long looks = servers.limits().leases().toMillis();
        Future<?> unused = renewals.scheduleWithFixedDelay(servers::endLeases, looks, looks, TimeUnit.MILLISECONDS);
        RateLimit strangers = new RateLimit(STRANGERS_AT_ONCE, STRANGERS_PER_SECOND, servers.clock());
        begin(new EndpointHandler(listener.authority(), byPath, strangers, events));
    }

    private void add(Admitted admitted, Map<String, ServedEndpoint> byPath) {
        Session session = admitted.session();
        String path = "/" + unguessable();
        Secret token = Secret.of(unguessable());
        Supply supply = new Supply(
                () -> servers.credentials(session.id()),
                workers,
                servers.limits().patience());
        RateLimit rate = new RateLimit(AT_ONCE, PER_SECOND, servers.clock());
        ServedEndpoint endpoint = new ServedEndpoint(admitted, token, supply, rate, manner);
        byPath.put(path, endpoint);
        served.add(described(session, admitted.protocol(), URI.create("http://" + listener.authority() + path), token));
        long interval = servers.limits().renewal().toMillis();
        Future<?> unused =
                renewals.scheduleWithFixedDelay(endpoint::keepFresh, interval, interval, TimeUnit.MILLISECONDS);
    }

    private ServedSession described(Session session, EndpointProtocol protocol, URI address, Secret token) {
        ProgramEnvironment environment = new ProgramEnvironment(
                protocol.variables(session, address, token), name -> servers.isGoverned(session, name));
        return new ServedSession(session.id(), address, token, environment);
    }

    /** The library's own thread is a daemon only if it is begun by one. */
    private void begin(EndpointHandler handler) {
        listener.server().createContext("/", handler);
        listener.server().setExecutor(exchanges);
        CompletableFuture.runAsync(listener.server()::start, workers).join();
    }

    @Override
    public List<ServedSession> sessions() {
        return List.copyOf(served);
    }

    /** Whoever is still waiting for an answer gets none. */
    @Override
    public void close() {
        listener.close();
        endThreads();
    }

    private void endThreads() {
        exchanges.close();
        renewals.shutdownNow();
        endWorkers();
    }

    /** What is being got is finished if that is soon. */
    private void endWorkers() {
        workers.shutdown();
        try {
            if (!workers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private String unguessable() {
        byte[] bytes = new byte[RANDOM_BYTES];
        servers.random().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "leapp-endpoint");
        thread.setDaemon(true);
        return thread;
    }
}
