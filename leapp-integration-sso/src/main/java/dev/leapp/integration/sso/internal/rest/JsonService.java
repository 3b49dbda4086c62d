package dev.leapp.integration.sso.internal.rest;

import dev.leapp.core.spi.HttpConnections;
import dev.leapp.core.spi.HttpSettings;
import dev.leapp.core.spi.PluginContext;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls services that speak JSON. A call ends when its time is over or the thread is interrupted, whatever the network does. Follows no
 * redirect. Thread-safe.
 */
public final class JsonService {

    private final HttpConnections connections;
    private final HttpSettings settings;
    private final Json json = new Json();

    public JsonService(PluginContext context) {
        this.settings = context.http();
        this.connections = new HttpConnections(settings);
    }

    public Reply get(URI uri, Map<String, String> headers) throws IOException, InterruptedException {
        return call(uri, new Exchange(json, "GET", headers, Map.of()));
    }

    public Reply post(URI uri, Map<String, String> headers, Map<String, ?> body)
            throws IOException, InterruptedException {
        return call(uri, new Exchange(json, "POST", headers, body));
    }

    /** Asks for a page and returns only what its head says. */
    public HttpURLConnection head(URI uri) throws IOException, InterruptedException {
        HttpURLConnection connection = connections.open(uri);
        return inTime(connection, () -> {
            Exchange.body(connection, connection.getResponseCode()).close();
            return connection;
        });
    }

    private Reply call(URI uri, Exchange exchange) throws IOException, InterruptedException {
        HttpURLConnection connection = connections.open(uri);
        return inTime(connection, () -> exchange.over(connection));
    }

    /** What may take its time. */
    private interface Work<T> {
        T run() throws IOException;
    }

    private <T> T inTime(HttpURLConnection connection, Work<T> work) throws IOException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(work::run);
        Thread thread = new Thread(task, "leapp-sso-call");
        thread.setDaemon(true);
        thread.start();
        try {
            Duration most = settings.totalTimeout();
            return task.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new SocketTimeoutException("no answer in time");
        } catch (ExecutionException e) {
            throw cause(e);
        } finally {
            if (!task.isDone()) {
                connection.disconnect();
            }
        }
    }

    private static IOException cause(ExecutionException e) {
        if (e.getCause() instanceof IOException io) {
            return io;
        }
        if (e.getCause() instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        InterruptedIOException failure = new InterruptedIOException("the call failed");
        failure.initCause(e.getCause());
        return failure;
    }
}
