package dev.leapp.core.spi;

import dev.leapp.core.credential.Secret;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections as {@link HttpSettings} say: through their proxy, trusting whom they trust, within their time limits. Thread-safe;
 * reads a file of certificates when first needed, and keeps what it read.
 *
 * @since 0.1
 */
public final class HttpConnections {

    private final HttpSettings settings;
    private final Certificates certificates;
    private @Nullable SSLSocketFactory tls;

    /**
     * Opens nothing yet, and reads nothing.
     *
     * @param settings how to use the network
     */
    public HttpConnections(HttpSettings settings) {
        this(settings, Certificates.ofThisMachine());
    }

    HttpConnections(HttpSettings settings, Certificates certificates) {
        this.settings = settings;
        this.certificates = certificates;
    }

    /**
     * Makes a connection ready; the network is not used before the caller does. Follows no redirect.
     *
     * @param uri an http or https URL
     * @return the connection
     * @throws IOException if it can't be made ready
     * @throws dev.leapp.core.error.LeappException with {@link dev.leapp.core.error.CoreErrorCode#INVALID_VALUE} if the settings name a
     *     proxy or certificates that are none
     */
    public HttpURLConnection open(URI uri) throws IOException {
        Optional<HttpProxy> proxy = settings.proxyFor(uri);
        Optional<String> authorization = proxy.flatMap(HttpConnections::authorization);
        boolean secure = "https".equals(uri.getScheme());
        HttpURLConnection connection = (HttpURLConnection) opened(uri, secure && authorization.isPresent(), proxy);
        connection.setConnectTimeout(millis(settings.connectTimeout()));
        connection.setReadTimeout(millis(settings.readTimeout()));
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        if (connection instanceof HttpsURLConnection https) {
            socketFactory(proxy, authorization).ifPresent(https::setSSLSocketFactory);
        } else {
            authorization.ifPresent(words -> connection.setRequestProperty("Proxy-Authorization", words));
        }
        return connection;
    }

    /**
     * Returns who decides which servers are trusted, for clients that open connections themselves.
     *
     * @return the manager, empty if the Java runtime's own is meant
     * @throws dev.leapp.core.error.LeappException with {@link dev.leapp.core.error.CoreErrorCode#INVALID_VALUE} if the settings name
     *     certificates that are none
     */
    public Optional<X509TrustManager> trustManager() {
        List<Certificate> more = new ArrayList<>();
        settings.caBundle().ifPresent(file -> more.addAll(Certificates.ofFile("AWS_CA_BUNDLE", file)));
        if (settings.trustStore() == TrustStore.SYSTEM) {
            more.addAll(certificates.ofSystem());
        }
        return more.isEmpty() ? Optional.empty() : Optional.of(Certificates.trusting(more));
    }

    private URLConnection opened(URI uri, boolean tunnelled, Optional<HttpProxy> proxy) throws IOException {
        if (proxy.isPresent() && !tunnelled) {
            InetSocketAddress address =
                    new InetSocketAddress(proxy.get().host(), proxy.get().port());
            return uri.toURL().openConnection(new Proxy(Proxy.Type.HTTP, address));
        }
        return tunnelled || settings.namesProxies()
                ? uri.toURL().openConnection(Proxy.NO_PROXY)
                : uri.toURL().openConnection();
    }

    private Optional<SSLSocketFactory> socketFactory(Optional<HttpProxy> proxy, Optional<String> authorization) {
        Optional<SSLSocketFactory> trusted = tls();
        return authorization.isEmpty()
                ? trusted
                : Optional.of(new TunnelFactory(
                        trusted.orElseGet(HttpsURLConnection::getDefaultSSLSocketFactory),
                        proxy.orElseThrow(),
                        authorization.get()));
    }

    private synchronized Optional<SSLSocketFactory> tls() {
        if (tls == null) {
            tls = trustManager().map(HttpConnections::factory).orElse(null);
        }
        return Optional.ofNullable(tls);
    }

    private static SSLSocketFactory factory(X509TrustManager manager) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {manager}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has TLS", e);
        }
    }

    private static Optional<String> authorization(HttpProxy proxy) {
        return proxy.user().map(user -> {
            String login = user + ":" + proxy.password().map(Secret::reveal).orElse("");
            return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        });
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(Math.min(Integer.MAX_VALUE, duration.toMillis()));
    }
}
