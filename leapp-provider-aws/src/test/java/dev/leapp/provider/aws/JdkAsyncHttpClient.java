package dev.leapp.provider.aws;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.reactivestreams.FlowAdapters;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;

/** The JDK's client under the SDK's asynchronous ones: those that the SDK brings are not on our class path. */
final class JdkAsyncHttpClient implements SdkAsyncHttpClient {

    /** The JDK sets them itself. */
    private static final Set<String> FORBIDDEN = Set.of("host", "content-length", "expect", "connection");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public CompletableFuture<Void> execute(AsyncExecuteRequest call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(call.request().getUri());
        call.request().headers().entrySet().stream()
                .filter(header -> !FORBIDDEN.contains(header.getKey().toLowerCase(java.util.Locale.ROOT)))
                .forEach(header -> header.getValue().forEach(value -> request.header(header.getKey(), value)));
        Optional<Long> length = call.requestContentPublisher().contentLength();
        Flow.Publisher<ByteBuffer> body = FlowAdapters.toFlowPublisher(call.requestContentPublisher());
        request.method(
                call.request().method().name(),
                length.filter(bytes -> bytes > 0).isPresent()
                        ? HttpRequest.BodyPublishers.fromPublisher(body, length.get())
                        : HttpRequest.BodyPublishers.noBody());
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                .thenAccept(answer -> give(answer, call));
    }

    private static void give(HttpResponse<byte[]> answer, AsyncExecuteRequest call) {
        Map<String, List<String>> headers = answer.headers().map();
        call.responseHandler()
                .onHeaders(SdkHttpFullResponse.builder()
                        .statusCode(answer.statusCode())
                        .headers(headers)
                        .build());
        call.responseHandler()
                .onStream(FlowAdapters.toPublisher(HttpRequest.BodyPublishers.ofByteArray(answer.body())));
    }

    @Override
    public void close() {
        // the JDK's client ends by itself
    }
}
