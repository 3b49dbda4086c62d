package dev.leapp.testkit.cloud;

import com.sun.net.httpserver.HttpServer;
import dev.leapp.testkit.cloud.PortalDevice.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * A small stand-in for AWS's IAM Identity Center, on one free port of the loopback interface: the OIDC service, the pages where users agree,
 * and the access portal.
 *
 * <p>It answers {@code RegisterClient}, {@code StartDeviceAuthorization} and {@code CreateToken} (device code, authorization code with
 * PKCE, refresh token), {@code GET /authorize}, {@code ListAccounts}, {@code ListAccountRoles}, {@code GetRoleCredentials} and
 * {@code Logout} in the shapes of AWS's service models, and refuses with AWS's own errors. Users agree by {@link #approve(String)},
 * by {@link #approve(URI)}, by pressing a button in a real browser, or at once ({@link Builder#automaticApproval()}). Codes, tokens and
 * registrations expire by the given clock; the limit of calls is measured in real time.
 *
 * <pre>{@code
 * try (LocalPortal portal = LocalPortal.builder().accounts(1_000, 5).throttle(20, 20).start()) {
 *     URI oidcAndPortal = portal.endpoint(); // AWS_ENDPOINT_URL_SSO_OIDC and AWS_ENDPOINT_URL_SSO
 * }
 * }</pre>
 *
 * <p>Thread-safe. Needs no test library and no AWS SDK.
 *
 * @since 0.1
 */
public final class LocalPortal implements AutoCloseable {

    private static final int BACKLOG = 512;

    private final HttpServer server;
    private final ExecutorService threads;
    private final PortalParts parts;
    private final PortalHandler handler;

    private LocalPortal(Builder builder) {
        this.parts = builder.parts();
        this.threads = Executors.newCachedThreadPool(LocalPortal::daemon);
        this.server = listen();
        this.handler = new PortalHandler(parts, endpoint().toString());
        server.createContext("/", handler);
        server.setExecutor(threads);
        server.start();
    }

    private static HttpServer listen() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException("no port to listen on", e);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "local-portal");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Starts the description of a portal without accounts, by the system's clock.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns where both the OIDC service and the access portal listen.
     *
     * @return a URL such as {@code http://127.0.0.1:40123}
     */
    public URI endpoint() {
        return URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort());
    }

    /**
     * Returns the start URL that users know.
     *
     * @return the one that was given, else a page of this server
     */
    public String startUrl() {
        return parts.settings.startUrl().orElse(endpoint() + "/start");
    }

    /**
     * Returns the user codes that the user has said nothing to yet.
     *
     * @return an unmodifiable list, the oldest first
     */
    public List<String> pendingUserCodes() {
        return parts.devices.pending();
    }

    /**
     * Agrees to a device code, as the user would on the page for it.
     *
     * @param userCode what the client showed
     * @throws IllegalArgumentException if there is no such code, or it has expired
     */
    public void approve(String userCode) {
        decide(userCode, State.APPROVED);
    }

    /**
     * Refuses a device code, as the user would on the page for it.
     *
     * @param userCode what the client showed
     * @throws IllegalArgumentException if there is no such code, or it has expired
     */
    public void deny(String userCode) {
        decide(userCode, State.DENIED);
    }

    /**
     * Makes a device code expire now.
     *
     * @param userCode what the client showed
     * @throws IllegalArgumentException if there is no such code, or it has expired
     */
    public void expire(String userCode) {
        decide(userCode, State.EXPIRED);
    }

    private void decide(String userCode, State state) {
        if (!parts.devices.decide(userCode, state)) {
            throw new IllegalArgumentException("There is no such user code: " + userCode);
        }
    }

    /**
     * Does what a browser does whose user opens the page to authorize a client, and agrees.
     *
     * @param page the address that the client gave to the browser
     * @return where the browser is sent: the client's redirect URI with the code
     * @throws IllegalArgumentException if the address is refused; the message says why
     */
    public URI approve(URI page) {
        return inBrowser(page, true);
    }

    /**
     * Does what a browser does whose user opens the page to authorize a client, and refuses.
     *
     * @param page the address that the client gave to the browser
     * @return where the browser is sent: the client's redirect URI with the error
     * @throws IllegalArgumentException if the address is refused; the message says why
     */
    public URI deny(URI page) {
        return inBrowser(page, false);
    }

    private URI inBrowser(URI page, boolean approved) {
        PortalRequest request =
                new PortalRequest("GET", page.getPath(), PortalRequest.form(page.getRawQuery()), Optional.empty());
        try {
            String id = parts.authorizations.ask(request);
            return approved ? parts.authorizations.approve(id) : parts.authorizations.deny(id);
        } catch (PortalFailure e) {
            throw new IllegalArgumentException("The page refuses: " + e.answer().body(), e);
        }
    }

    /**
     * Answers the next polls for device codes with "pending", whatever the user has said.
     *
     * @param polls how many
     */
    public void leavePending(int polls) {
        parts.devices.leavePending(polls);
    }

    /**
     * Answers the next polls for device codes with "slow down".
     *
     * @param polls how many
     */
    public void slowDown(int polls) {
        parts.devices.slowDown(polls);
    }

    /**
     * Adds an account, or changes the one with the same id.
     *
     * @param account the account
     */
    public void put(PortalAccount account) {
        parts.accounts.put(account);
    }

    /**
     * Removes an account; unknown ids are ignored.
     *
     * @param id twelve digits
     */
    public void remove(String id) {
        parts.accounts.remove(id);
    }

    /**
     * Returns all accounts as they are now.
     *
     * @return an unmodifiable list in the order of ids
     */
    public List<PortalAccount> accounts() {
        return parts.accounts.all();
    }

    /**
     * Tells whether an access token would be taken now.
     *
     * @param accessToken the token
     * @return whether it is known, not revoked and not expired
     */
    public boolean isValid(String accessToken) {
        return parts.sessions.isValid(accessToken);
    }

    /**
     * Refuses an access token from now on, although it has not expired.
     *
     * @param accessToken the token; unknown ones are ignored
     */
    public void revoke(String accessToken) {
        parts.sessions.revokeAccessToken(accessToken);
    }

    /** Refuses all access tokens that were given so far, although they have not expired; refresh tokens stay good. */
    public void revokeAccessTokens() {
        parts.sessions.revokeAccessTokens();
    }

    /** Refuses all refresh tokens that were given so far. */
    public void revokeRefreshTokens() {
        parts.sessions.revokeRefreshTokens();
    }

    /** Forgets all clients that were registered so far. */
    public void forgetClients() {
        parts.clients.forgetAll();
    }

    /**
     * Shows a fault at the next calls that it fits.
     *
     * @param times at how many calls
     * @param fault the fault
     */
    public void failNext(int times, PortalFault fault) {
        parts.script.fail(times, fault);
    }

    /**
     * Holds the next call of a path that no other hold awaits, until it is released; {@link #close()} releases it, too.
     *
     * @param start how the path begins, such as {@code /token}; {@code /} for any
     * @return what the call waits on
     */
    public StsHold holdNext(String start) {
        return parts.script.hold(start);
    }

    /**
     * Returns all calls so far, retries included.
     *
     * @return an unmodifiable list in the order of arrival
     */
    public List<PortalCall> calls() {
        return handler.calls();
    }

    /**
     * Returns all calls of a path so far, retries included.
     *
     * @param path the whole path, such as {@code /assignment/roles}
     * @return an unmodifiable list in the order of arrival
     */
    public List<PortalCall> calls(String path) {
        return calls().stream().filter(call -> call.path().equals(path)).toList();
    }

    /**
     * Tells how often something has happened so far.
     *
     * @param event what
     * @return how often
     */
    public int count(PortalEvent event) {
        return parts.counters.get(event);
    }

    /** Stops listening, and releases the calls that are held. Idempotent. */
    @Override
    public void close() {
        parts.script.releaseAll();
        server.stop(0);
        threads.shutdownNow();
    }

    /**
     * Describes a {@link LocalPortal}. Not thread-safe.
     *
     * @since 0.1
     */
    public static final class Builder {

        private final PortalAccounts accounts = new PortalAccounts();
        private Clock clock = Clock.systemUTC();
        private RandomGenerator random = new SecureRandom();
        private LongSupplier nanoTime = System::nanoTime;
        private Optional<LocalSts> sts = Optional.empty();
        private Optional<String> startUrl = Optional.empty();
        private String region = "us-east-1";
        private String userName = "user";
        private Duration accessTokenLifetime = Duration.ofHours(8);
        private Duration sessionLifetime = Duration.ofDays(7);
        private Duration registrationLifetime = Duration.ofDays(90);
        private Duration roleLifetime = Duration.ofHours(1);
        private Duration interval = Duration.ofSeconds(1);
        private boolean strictInterval;
        private boolean refreshTokens = true;
        private boolean rotation = true;
        private boolean automaticApproval;
        private double callsPerSecond;
        private int burst;
        private boolean tellsRetryAfter;

        private Builder() {}

        /**
         * Adds accounts with made-up names, all with the same roles.
         *
         * @param count how many accounts
         * @param rolesInEach how many roles in each
         * @return this builder
         */
        public Builder accounts(int count, int rolesInEach) {
            accounts.generate(count, rolesInEach);
            return this;
        }

        /**
         * Adds an account.
         *
         * @param account the account
         * @return this builder
         */
        public Builder account(PortalAccount account) {
            accounts.put(account);
            return this;
        }

        /**
         * Sets the clock by which codes, tokens, registrations and credentials expire.
         *
         * @param value the clock
         * @return this builder
         */
        public Builder clock(Clock value) {
            this.clock = value;
            return this;
        }

        /**
         * Sets where tokens, codes and keys come from.
         *
         * @param value the source; with a seeded one, the answers are the same in every run
         * @return this builder
         */
        public Builder random(RandomGenerator value) {
            this.random = value;
            return this;
        }

        /**
         * Makes the credentials of roles work at a stand-in of STS, as {@code assumed-role/AWSReservedSSO_…}.
         *
         * @param value the stand-in
         * @return this builder
         */
        public Builder sts(LocalSts value) {
            this.sts = Optional.of(value);
            return this;
        }

        /**
         * Refuses device codes for another start URL than this. Without this, any start URL will do.
         *
         * @param value the start URL
         * @return this builder
         */
        public Builder startUrl(String value) {
            this.startUrl = Optional.of(value);
            return this;
        }

        /**
         * Sets the region that the start page tells; {@code us-east-1} without this.
         *
         * @param value the region
         * @return this builder
         */
        public Builder region(String value) {
            this.region = value;
            return this;
        }

        /**
         * Sets who logs in; {@code user} without this.
         *
         * @param value the name, which becomes the name of the roles' sessions
         * @return this builder
         */
        public Builder userName(String value) {
            this.userName = value;
            return this;
        }

        /**
         * Sets how long an access token is good; eight hours without this.
         *
         * @param value the lifetime, in whole seconds
         * @return this builder
         */
        public Builder accessTokenLifetime(Duration value) {
            this.accessTokenLifetime = value;
            return this;
        }

        /**
         * Sets how long after a login its refresh tokens are good; seven days without this.
         *
         * @param value the lifetime
         * @return this builder
         */
        public Builder sessionLifetime(Duration value) {
            this.sessionLifetime = value;
            return this;
        }

        /**
         * Sets how long a client's registration is good; 90 days without this.
         *
         * @param value the lifetime
         * @return this builder
         */
        public Builder registrationLifetime(Duration value) {
            this.registrationLifetime = value;
            return this;
        }

        /**
         * Sets how long credentials of a role are good; an hour without this.
         *
         * @param value the lifetime
         * @return this builder
         */
        public Builder roleLifetime(Duration value) {
            this.roleLifetime = value;
            return this;
        }

        /**
         * Sets how long clients are told to wait between polls for a device code; a second without this.
         *
         * @param value the interval, in whole seconds
         * @return this builder
         */
        public Builder interval(Duration value) {
            this.interval = value;
            return this;
        }

        /**
         * Answers "slow down" to polls that come sooner than the interval after the last one, by the clock.
         *
         * @return this builder
         */
        public Builder strictInterval() {
            this.strictInterval = true;
            return this;
        }

        /**
         * Gives no refresh tokens. Without this, clients get them that registered the scope {@code sso:account:access} and may use them.
         *
         * @return this builder
         */
        public Builder noRefreshTokens() {
            this.refreshTokens = false;
            return this;
        }

        /**
         * Keeps a refresh token good after its use, and leaves it out of the answer. Without this, each use gives a new one, and the old one
         * is refused.
         *
         * @return this builder
         */
        public Builder noRotation() {
            this.rotation = false;
            return this;
        }

        /**
         * Agrees to everything at once, as a user would who is logged in already and presses the button.
         *
         * @return this builder
         */
        public Builder automaticApproval() {
            this.automaticApproval = true;
            return this;
        }

        /**
         * Limits the calls to the access portal, all kinds together, as a bucket of tokens; others get status 429. Without this, there is no
         * limit.
         *
         * @param perSecond calls in a second; AWS's limit is 20
         * @param atOnce how many calls may come at once after a pause
         * @return this builder
         */
        public Builder throttle(double perSecond, int atOnce) {
            this.callsPerSecond = perSecond;
            this.burst = atOnce;
            return this;
        }

        /**
         * Sends {@code Retry-After} with status 429.
         *
         * @return this builder
         */
        public Builder retryAfter() {
            this.tellsRetryAfter = true;
            return this;
        }

        /**
         * Sets by what the limit of calls measures time; {@link System#nanoTime()} without this.
         *
         * @param value nanoseconds since any moment
         * @return this builder
         */
        public Builder nanoTime(LongSupplier value) {
            this.nanoTime = value;
            return this;
        }

        /**
         * Starts the server.
         *
         * @return a running server, to be closed
         * @throws UncheckedIOException if there is no port to listen on
         */
        public LocalPortal start() {
            return new LocalPortal(this);
        }

        private PortalParts parts() {
            PortalSettings settings = new PortalSettings(
                    clock,
                    startUrl,
                    region,
                    userName,
                    accessTokenLifetime,
                    sessionLifetime,
                    Duration.ofMinutes(10),
                    registrationLifetime,
                    roleLifetime,
                    interval,
                    strictInterval,
                    refreshTokens,
                    rotation,
                    automaticApproval);
            Optional<PortalThrottle> throttle = callsPerSecond > 0
                    ? Optional.of(new PortalThrottle(callsPerSecond, burst, tellsRetryAfter, nanoTime))
                    : Optional.empty();
            return new PortalParts(settings, new StsKeys(random), accounts, throttle, sts);
        }
    }
}
