package dev.leapp.core.spi;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.port.Environment;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How everything that goes over the network does it. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class HttpSettings {

    private final Duration connectTimeout;
    private final Duration readTimeout;
    private final Duration totalTimeout;

    private final @Nullable HttpProxy proxy;
    private final ProxyExceptions exceptions;
    private final @Nullable Path caBundle;
    private final @Nullable TrustStore trustStore;
    private final Environment environment;

    private HttpSettings(Builder builder) {
        this.connectTimeout = builder.connectTimeout;
        this.readTimeout = builder.readTimeout;
        this.totalTimeout = builder.totalTimeout;
        this.proxy = builder.proxy;
        this.exceptions = builder.exceptions;
        this.caBundle = builder.caBundle;
        this.trustStore = builder.trustStore;
        this.environment = builder.environment;
    }

    /**
     * Returns the defaults: 5 seconds to connect, 10 to read, 30 in all with retries; the Java runtime's proxies and certificate
     * authorities.
     *
     * @return the defaults
     */
    public static HttpSettings defaults() {
        return new Builder().build();
    }

    /**
     * Returns settings with other time limits.
     *
     * @param connect how long connecting may take
     * @param read how long the answer to one call may take
     * @param total how long a call may take in all, with retries
     * @return new settings
     */
    public HttpSettings withTimeouts(Duration connect, Duration read, Duration total) {
        Builder builder = new Builder(this);
        builder.connectTimeout = connect;
        builder.readTimeout = read;
        builder.totalTimeout = total;
        return builder.build();
    }

    /**
     * Returns settings with a proxy for all but this machine itself, whatever the environment says.
     *
     * @param through the proxy
     * @param exceptions names of hosts that are reached without it, each with what is below it
     * @return new settings
     */
    public HttpSettings withProxy(HttpProxy through, List<String> exceptions) {
        Builder builder = new Builder(this);
        builder.proxy = through;
        builder.exceptions = ProxyExceptions.parse(String.join(",", exceptions));
        return builder.build();
    }

    /**
     * Returns settings that trust more certificate authorities, whatever the environment says.
     *
     * @param pem a file of them; read when it is needed
     * @return new settings
     */
    public HttpSettings withCaBundle(Path pem) {
        Builder builder = new Builder(this);
        builder.caBundle = pem;
        return builder.build();
    }

    /**
     * Returns settings that trust others, whatever the environment says.
     *
     * @param store whose certificate authorities are trusted
     * @return new settings
     */
    public HttpSettings withTrustStore(TrustStore store) {
        Builder builder = new Builder(this);
        builder.trustStore = store;
        return builder.build();
    }

    /**
     * Returns settings that take what is not set from environment variables: {@code HTTPS_PROXY}, {@code HTTP_PROXY} and {@code
     * NO_PROXY}, also in lower-case letters; {@code AWS_CA_BUNDLE}; {@code LEAPP_TRUST_STORE}, which is {@code java} or {@code system}.
     * They are read when they are needed.
     *
     * @param variables the environment
     * @return new settings
     */
    public HttpSettings withEnvironment(Environment variables) {
        Builder builder = new Builder(this);
        builder.environment = variables;
        return builder.build();
    }

    /**
     * Returns how long connecting may take.
     *
     * @return the limit
     */
    public Duration connectTimeout() {
        return connectTimeout;
    }

    /**
     * Returns how long the answer to one call may take.
     *
     * @return the limit
     */
    public Duration readTimeout() {
        return readTimeout;
    }

    /**
     * Returns how long a call may take in all, with retries.
     *
     * @return the limit
     */
    public Duration totalTimeout() {
        return totalTimeout;
    }

    /**
     * Returns the proxy on the way to a server.
     *
     * @param uri an http or https URL there
     * @return the proxy; empty if there is none, or if the Java runtime knows
     * @throws LeappException with {@link CoreErrorCode#INVALID_VALUE} if the environment names a proxy that is none
     */
    public Optional<HttpProxy> proxyFor(URI uri) {
        int port = uri.getPort() >= 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
        if (proxy != null) {
            return exceptions.fit(uri, port) ? Optional.empty() : Optional.of(proxy);
        }
        String name = uri.getScheme().toUpperCase(Locale.ROOT) + "_PROXY";
        ProxyExceptions none = ProxyExceptions.parse(variable("NO_PROXY").orElse(""));
        return variable(name).filter(url -> !none.fit(uri, port)).map(url -> HttpProxy.parse(name, url));
    }

    /**
     * Returns which further certificate authorities are trusted.
     *
     * @return a PEM file, if there are any
     */
    public Optional<Path> caBundle() {
        return caBundle != null
                ? Optional.of(caBundle)
                : environment.get("AWS_CA_BUNDLE").map(HttpSettings::path);
    }

    /**
     * Returns whose certificate authorities are trusted.
     *
     * @return the Java runtime's unless said otherwise
     * @throws LeappException with {@link CoreErrorCode#INVALID_VALUE} if the environment says something else
     */
    public TrustStore trustStore() {
        return trustStore != null
                ? trustStore
                : environment
                        .get("LEAPP_TRUST_STORE")
                        .map(HttpSettings::trustStore)
                        .orElse(TrustStore.JAVA);
    }

    /** Tells whether proxies are named here; else the Java runtime knows. */
    boolean namesProxies() {
        return proxy != null
                || variable("HTTPS_PROXY").isPresent()
                || variable("HTTP_PROXY").isPresent();
    }

    @Override
    public String toString() {
        return "HttpSettings[connect " + connectTimeout + ", read " + readTimeout + ", total " + totalTimeout
                + (proxy == null ? "]" : ", " + proxy + "]");
    }

    private Optional<String> variable(String name) {
        return environment.get(name).or(() -> environment.get(name.toLowerCase(Locale.ROOT)));
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new LeappException(
                    CoreErrorCode.INVALID_VALUE,
                    "AWS_CA_BUNDLE is not a path",
                    "name a PEM file of certificate authorities, or unset it",
                    e);
        }
    }

    private static TrustStore trustStore(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "java" -> TrustStore.JAVA;
            case "system" -> TrustStore.SYSTEM;
            default ->
                throw new LeappException(
                        CoreErrorCode.INVALID_VALUE,
                        "LEAPP_TRUST_STORE must be java or system",
                        "unset it to trust whom Java trusts");
        };
    }

    /** Collects the parts; copies those of other settings. */
    private static final class Builder {
        private Duration connectTimeout = Duration.ofSeconds(5);
        private Duration readTimeout = Duration.ofSeconds(10);
        private Duration totalTimeout = Duration.ofSeconds(30);
        private @Nullable HttpProxy proxy;
        private ProxyExceptions exceptions = new ProxyExceptions(List.of());
        private @Nullable Path caBundle;
        private @Nullable TrustStore trustStore;
        private Environment environment = Environment.of(Map.of());

        Builder() {}

        Builder(HttpSettings settings) {
            this.connectTimeout = settings.connectTimeout;
            this.readTimeout = settings.readTimeout;
            this.totalTimeout = settings.totalTimeout;
            this.proxy = settings.proxy;
            this.exceptions = settings.exceptions;
            this.caBundle = settings.caBundle;
            this.trustStore = settings.trustStore;
            this.environment = settings.environment;
        }

        HttpSettings build() {
            return new HttpSettings(this);
        }
    }
}
