package dev.leapp.testkit.cloud;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * A small stand-in for AWS's Security Token Service, on a free port of the loopback interface.
 *
 * <p>It answers {@code GetCallerIdentity}, {@code GetSessionToken}, {@code GetFederationToken}, {@code AssumeRole}, {@code AssumeRoleWithSAML} and {@code AssumeRoleWithWebIdentity} by the Query protocol in the shapes of the
 * STS API reference (2011-06-15), checks the Signature Version 4 of every request against the users that it was told of and the
 * temporary credentials that it issued, checks MFA codes and durations, and refuses with AWS's own error codes. It knows nothing of
 * policies: whoever signs rightly may do everything. Under {@code /federation} it gives tokens to sign in to the console with.
 *
 * <pre>{@code
 * try (LocalSts sts = LocalSts.builder().user(new StsUser("ops", "AKIAIOSFODNN7EXAMPLE", "secret")).start()) {
 *     String endpoint = sts.endpoint().toString(); // set AWS_ENDPOINT_URL_STS to it
 * }
 * }</pre>
 *
 * <p>Thread-safe. Needs no test library and no AWS SDK.
 *
 * @since 0.1
 */
public final class LocalSts implements AutoCloseable {

    /**
     * The account that everything belongs to unless said otherwise.
     *
     * @since 0.1
     */
    public static final String ACCOUNT_ID = "123456789012";

    private final HttpServer server;
    private final ExecutorService threads;
    private final StsDirectory directory;
    private final StsScript script;
    private final StsHandler handler;

    private LocalSts(Builder builder) {
        StsKeys keys = new StsKeys(builder.random);
        this.directory = new StsDirectory(builder.accountId, builder.clock, keys, builder.maxClockSkew);
        this.script = new StsScript();
        this.handler = new StsHandler(directory, script, keys);
        this.threads = Executors.newCachedThreadPool(LocalSts::daemon);
        this.server = listen();
        builder.users.forEach(directory::add);
        builder.mfaCodes.forEach(directory::mfa);
        server.createContext("/", handler);
        server.setExecutor(threads);
        server.start();
    }

    StsDirectory directory() {
        return directory;
    }

    private static HttpServer listen() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("no port to listen on", e);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "local-sts");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Starts the description of a server without users, by the system's clock.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns where the server listens.
     *
     * @return a URL such as {@code http://127.0.0.1:40123}
     */
    public URI endpoint() {
        return URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort());
    }

    /**
     * Adds a user, or changes the key of the one with the same access key id.
     *
     * @param user the user
     */
    public void addUser(StsUser user) {
        directory.add(user);
    }

    /**
     * Makes an access key unknown, as if it had been deleted.
     *
     * @param accessKeyId the key's id, long-term or temporary
     */
    public void forget(String accessKeyId) {
        directory.remove(accessKeyId);
    }

    /**
     * Sets which codes an MFA device shows now.
     *
     * @param serialNumber the device's ARN or serial number
     * @param codes the codes that are accepted, each as often as it is given
     */
    public void acceptMfaCodes(String serialNumber, String... codes) {
        directory.mfa(serialNumber, List.of(codes));
    }

    /**
     * Sets the {@code MaxSessionDuration} of a role; other roles may be assumed for 12 hours.
     *
     * @param roleArn the role
     * @param longest how long its credentials may live at most
     */
    public void limitRole(String roleArn, Duration longest) {
        directory.limit(roleArn, longest);
    }

    /**
     * Takes a token of an OIDC provider for somebody; others are refused.
     *
     * @param token what is sent as {@code WebIdentityToken}
     * @param subject whose it is
     */
    public void acceptWebIdentity(String token, String subject) {
        directory.webIdentity(token, subject);
    }

    /**
     * Takes assertions of a SAML identity provider for somebody; others are refused.
     *
     * @param valid tells whether what is sent as {@code SAMLAssertion} is one of them
     * @param subject whose they are, which becomes the name of the role's session
     */
    public void acceptAssertions(Predicate<String> valid, String subject) {
        directory.assertion(valid, subject);
    }

    /**
     * Refuses the next calls, whatever they are.
     *
     * @param times how many calls
     * @param failure how to refuse them
     */
    public void failNext(int times, StsFailure failure) {
        script.fail(times, failure);
    }

    /**
     * Holds the next call that no other hold awaits, until it is released; {@link #close()} releases it, too.
     *
     * @return what the call waits on
     */
    public StsHold holdNext() {
        return script.hold();
    }

    /**
     * Returns all calls so far, retries included.
     *
     * @return an unmodifiable list in the order of arrival
     */
    public List<StsCall> calls() {
        return handler.calls();
    }

    /**
     * Returns all calls of one action so far, retries included.
     *
     * @param action the action, such as {@code GetSessionToken}
     * @return an unmodifiable list in the order of arrival
     */
    public List<StsCall> calls(String action) {
        return calls().stream().filter(call -> call.action().equals(action)).toList();
    }

    /** Stops listening, and releases the calls that are held. Idempotent. */
    @Override
    public void close() {
        script.releaseAll();
        server.stop(0);
        threads.shutdownNow();
    }

    /**
     * Describes a {@link LocalSts}. Not thread-safe.
     *
     * @since 0.1
     */
    public static final class Builder {

        private final List<StsUser> users = new ArrayList<>();
        private final Map<String, List<String>> mfaCodes = new LinkedHashMap<>();
        private String accountId = ACCOUNT_ID;
        private Clock clock = Clock.systemUTC();
        private RandomGenerator random = new SecureRandom();
        private Optional<Duration> maxClockSkew = Optional.empty();

        private Builder() {}

        /**
         * Adds a user.
         *
         * @param user the user
         * @return this builder
         */
        public Builder user(StsUser user) {
            users.add(user);
            return this;
        }

        /**
         * Adds an MFA device.
         *
         * @param serialNumber its ARN or serial number
         * @param codes the codes that are accepted
         * @return this builder
         */
        public Builder mfa(String serialNumber, String... codes) {
            mfaCodes.put(serialNumber, List.of(codes));
            return this;
        }

        /**
         * Sets the account that the users belong to.
         *
         * @param id twelve digits
         * @return this builder
         */
        public Builder accountId(String id) {
            this.accountId = id;
            return this;
        }

        /**
         * Sets the clock by which credentials expire.
         *
         * @param value the clock
         * @return this builder
         */
        public Builder clock(Clock value) {
            this.clock = value;
            return this;
        }

        /**
         * Sets where keys, tokens and request ids come from.
         *
         * @param value the source; with a seeded one, the answers are the same in every run
         * @return this builder
         */
        public Builder random(RandomGenerator value) {
            this.random = value;
            return this;
        }

        /**
         * Refuses requests that were signed at another time, as AWS does beyond five minutes. Without this, the time of signing does
         * not matter, since AWS's clients take it from the system's clock.
         *
         * @param limit how far the time of signing may be from the clock
         * @return this builder
         */
        public Builder maxClockSkew(Duration limit) {
            this.maxClockSkew = Optional.of(limit);
            return this;
        }

        /**
         * Starts the server.
         *
         * @return a running server, to be closed
         * @throws UncheckedIOException if there is no port to listen on
         */
        public LocalSts start() {
            return new LocalSts(this);
        }
    }
}
