package dev.leapp.provider.aws.real;

import dev.leapp.testkit.contract.Components;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A {@code moto_server} on a free port, stopped by its own process handle. */
final class MotoServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final URI endpoint;

    private MotoServer(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /** Skips the test, or fails it, where the program is missing. */
    static void requireProgram() {
        Components.require("moto_server", Components.onPath("moto_server").isPresent(), "pip install 'moto[server]'");
    }

    static MotoServer start(Path log, Map<String, String> environment) throws IOException, InterruptedException {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder("moto_server", "-H", "127.0.0.1", "-p", Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        MotoServer server = new MotoServer(builder.start(), URI.create("http://127.0.0.1:" + port));
        try {
            server.awaitAnswer(log);
        } catch (IOException | InterruptedException | RuntimeException e) {
            server.close();
            throw e;
        }
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    URI endpoint() {
        return endpoint;
    }

    private void awaitAnswer(Path log) throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (!answers()) {
            boolean died = process.waitFor(50, TimeUnit.MILLISECONDS);
            if (died || System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IllegalStateException("moto_server does not answer: " + Files.readString(log));
            }
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(endpoint.resolve("/moto-api/data.json"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
