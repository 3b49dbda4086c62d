package dev.leapp.core.spi;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy, and who uses it. Immutable and thread-safe; its password is in no text that it gives.
 *
 * @since 0.1
 */
public final class HttpProxy {

    private static final int STANDARD_PORT = 80;

    private final String host;
    private final int port;
    private final @Nullable String user;
    private final @Nullable Secret password;

    private HttpProxy(String host, int port, @Nullable String user, @Nullable Secret password) {
        this.host = host;
        this.port = port;
        this.user = user;
        this.password = password;
    }

    /**
     * Returns a proxy that asks nobody who he is.
     *
     * @param host its name or address
     * @param port its port
     * @return the proxy
     */
    public static HttpProxy of(String host, int port) {
        return new HttpProxy(host, port, null, null);
    }

    /**
     * Reads what environment variables hold: {@code http://user:password@proxy.example:3128}, where all but the host may be missing.
     *
     * @param source where it comes from, such as {@code HTTPS_PROXY}, for messages
     * @param text the URL
     * @return the proxy
     * @throws LeappException with {@link CoreErrorCode#INVALID_VALUE}, without the text, if it is none
     */
    static HttpProxy parse(String source, String text) {
        try {
            URI uri = new URI(text.contains("://") ? text.strip() : "http://" + text.strip());
            if (uri.getHost() == null || !"http".equalsIgnoreCase(uri.getScheme())) {
                throw invalid(source);
            }
            int port = uri.getPort() < 0 ? STANDARD_PORT : uri.getPort();
            HttpProxy proxy = of(uri.getHost(), port);
            return Optional.ofNullable(uri.getRawUserInfo())
                    .map(proxy::withUserInfo)
                    .orElse(proxy);
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw invalid(source);
        }
    }

    /**
     * Returns the same proxy, used by somebody.
     *
     * @param name the user's name
     * @param secret his password
     * @return a new proxy
     */
    public HttpProxy withLogin(String name, Secret secret) {
        return new HttpProxy(host, port, name, secret);
    }

    /**
     * Returns where it is.
     *
     * @return its name or address
     */
    public String host() {
        return host;
    }

    /**
     * Returns where it listens.
     *
     * @return its port
     */
    public int port() {
        return port;
    }

    /**
     * Returns who uses it.
     *
     * @return the user's name, empty if it does not ask
     */
    public Optional<String> user() {
        return Optional.ofNullable(user);
    }

    /**
     * Returns the user's password.
     *
     * @return the password, empty if it does not ask
     */
    public Optional<Secret> password() {
        return Optional.ofNullable(password);
    }

    @Override
    public String toString() {
        return "HttpProxy[" + host + ":" + port + (user == null ? "]" : ", with a login]");
    }

    private HttpProxy withUserInfo(String userInfo) {
        int colon = userInfo.indexOf(':');
        String name = colon < 0 ? userInfo : userInfo.substring(0, colon);
        String secret = colon < 0 ? "" : userInfo.substring(colon + 1);
        return withLogin(decoded(name), Secret.of(decoded(secret)));
    }

    /** In a URL a plus is a plus. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Without a cause: that would repeat the text, and with it the password. */
    private static LeappException invalid(String source) {
        return new LeappException(
                CoreErrorCode.INVALID_VALUE,
                source + " is not the URL of an HTTP proxy",
                "it looks like http://proxy.example:3128 or http://user:password@proxy.example:3128, with special"
                        + " characters as %40 and the like");
    }
}
