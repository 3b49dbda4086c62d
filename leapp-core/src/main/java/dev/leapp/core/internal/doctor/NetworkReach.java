package dev.leapp.core.internal.doctor;

import dev.leapp.core.error.LeappException;
import dev.leapp.core.spi.Endpoint;
import dev.leapp.core.spi.HttpConnections;
import dev.leapp.core.spi.HttpSettings;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/** Asks the real network, by the proxies and certificate authorities of the settings. Whatever answers over HTTP is taken for a good answer. */
record NetworkReach(Clock clock, HttpSettings http) implements Reach {

    private static final int MOST_AT_ONCE = 16;

    @Override
    public List<Answer> of(List<Endpoint> endpoints, Duration timeout) {
        ExecutorService workers = Executors.newFixedThreadPool(
                Math.max(1, Math.min(MOST_AT_ONCE, endpoints.size())), NetworkReach::daemon);
        try {
            List<Callable<Answer>> tries = endpoints.stream()
                    .<Callable<Answer>>map(endpoint -> () -> answer(endpoint.address(), timeout))
                    .toList();
            List<Future<Answer>> answers = workers.invokeAll(tries, timeout.toMillis(), TimeUnit.MILLISECONDS);
            return answers.stream().map(each -> result(each, timeout)).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return endpoints.stream()
                    .map(each -> Answer.unreachable("interrupted"))
                    .toList();
        } finally {
            workers.shutdownNow();
        }
    }

    private Answer answer(URI address, Duration timeout) {
        int millis = Math.toIntExact(Math.min(Integer.MAX_VALUE, timeout.toMillis()));
        try {
            return address.getScheme().equals("tcp") ? connect(address, millis) : ask(address, timeout);
        } catch (IOException e) {
            return Answer.unreachable(reason(e, timeout));
        } catch (LeappException e) {
            return Answer.unreachable(String.valueOf(e.getMessage()));
        }
    }

    private static Answer connect(URI address, int millis) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), millis);
            return Answer.reached();
        }
    }

    private Answer ask(URI address, Duration timeout) throws IOException {
        HttpURLConnection connection =
                new HttpConnections(http.withTimeouts(timeout, timeout, timeout)).open(address.resolve("/"));
        try {
            connection.setRequestMethod("HEAD");
            connection.getResponseCode();
            long date = connection.getDate();
            return date == 0
                    ? Answer.reached()
                    : Answer.reached().withAhead(Duration.between(Instant.ofEpochMilli(date), clock.instant()));
        } finally {
            connection.disconnect();
        }
    }

    private static Answer result(Future<Answer> answer, Duration timeout) {
        try {
            return answer.get();
        } catch (CancellationException e) {
            return Answer.unreachable(noAnswer(timeout));
        } catch (ExecutionException e) {
            return Answer.unreachable(
                    e.getCause() == null ? "it failed" : e.getCause().getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.unreachable("interrupted");
        }
    }

    private static String reason(IOException e, Duration timeout) {
        if (e instanceof UnknownHostException) {
            return "its name can't be resolved";
        }
        if (e instanceof SocketTimeoutException) {
            return noAnswer(timeout);
        }
        if (e instanceof ConnectException) {
            return "the connection was refused";
        }
        return e instanceof SSLException ? "TLS: " + e.getMessage() : String.valueOf(e.getMessage());
    }

    private static String noAnswer(Duration timeout) {
        return "no answer within " + timeout.toMillis() / 1000.0 + " s";
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "leapp-doctor-network");
        thread.setDaemon(true);
        return thread;
    }
}
