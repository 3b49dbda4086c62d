package dev.leapp.provider.aws;

import dev.leapp.core.Leapp;
import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.session.SessionId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.ResolveIdentityRequest;

/**
 * Gives the AWS SDK for Java the credentials of a Leapp session, renewed before they expire; no file is written.
 *
 * <pre>{@code
 * try (Leapp leapp = Leapp.open();
 *         S3Client s3 = S3Client.builder()
 *                 .credentialsProvider(LeappCredentialsProvider.of(leapp, "ops"))
 *                 .build()) {
 *     s3.listBuckets();
 * }
 * }</pre>
 *
 * <p>Thread-safe, and fit to be shared by any number of clients, synchronous and asynchronous. It keeps no credentials: Leapp caches.
 * It needs no closing: who opened the {@link Leapp} closes that, and requests fail from then on.
 *
 * @since 0.1
 */
public final class LeappCredentialsProvider implements AwsCredentialsProvider {

    private static final int THREADS = 2;
    private static final int IDLE_SECONDS = 10;

    private final Leapp leapp;
    private final SessionId session;
    private final Executor executor;

    private LeappCredentialsProvider(Leapp leapp, SessionId session, Executor executor) {
        this.leapp = leapp;
        this.session = session;
        this.executor = executor;
    }

    /**
     * Makes a provider for a session, which need not be active. Asks for nothing yet. Asynchronous clients that must wait for
     * credentials do so on at most two daemon threads of its own, which end when they are not needed.
     *
     * @param leapp an open Leapp; it must stay open while the provider is used
     * @param session the session's id
     * @return a new provider
     */
    public static LeappCredentialsProvider of(Leapp leapp, SessionId session) {
        return of(leapp, session, ownThreads());
    }

    /**
     * Makes a provider for the session that a user means, as {@link #of(Leapp, SessionId)} does. Reads the workspace.
     *
     * @param leapp an open Leapp; it must stay open while the provider is used
     * @param reference the session's name, its id, or a unique beginning of its id
     * @return a new provider
     * @throws dev.leapp.core.error.LeappException if there is no such session, or several fit
     */
    public static LeappCredentialsProvider of(Leapp leapp, String reference) {
        return of(leapp, leapp.sessions().find(reference).session().id());
    }

    /**
     * Makes a provider for a session, and says on which threads asynchronous clients wait for credentials that are not at hand.
     *
     * @param leapp an open Leapp; it must stay open while the provider is used
     * @param session the session's id
     * @param executor the threads, which may block on the network and on the user; the caller ends them
     * @return a new provider
     */
    public static LeappCredentialsProvider of(Leapp leapp, SessionId session, Executor executor) {
        return new LeappCredentialsProvider(leapp, session, executor);
    }

    /**
     * Returns the session's credentials, from the cache while they are fresh. May block on the network and on the user.
     *
     * @return the credentials
     * @throws dev.leapp.core.error.LeappException if there is no such session or nothing can be issued
     * @throws IllegalArgumentException if the session is none of AWS
     * @throws IllegalStateException if the {@code Leapp} was closed
     */
    @Override
    public AwsCredentials resolveCredentials() {
        return credentials(leapp.sessions().credentials(session, CredentialRequest.standard()));
    }

    /**
     * Returns the session's credentials without blocking: at once if they are at hand, else when another thread has got them. It
     * completes exceptionally as {@link #resolveCredentials} throws.
     *
     * @param request what the SDK asks for; nothing of it matters here
     * @return the credentials to be
     */
    @Override
    public CompletableFuture<AwsCredentialsIdentity> resolveIdentity(ResolveIdentityRequest request) {
        try {
            Optional<Credentials> atHand = leapp.sessions().credentialsAtHand(session, CredentialRequest.standard());
            return atHand.isPresent()
                    ? CompletableFuture.completedFuture(credentials(atHand.get()))
                    : CompletableFuture.supplyAsync(this::resolveCredentials, executor);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static AwsCredentials credentials(Credentials issued) {
        AwsAccessKey key = AwsAccessKey.of(issued);
        if (key.sessionToken().isEmpty()) {
            return AwsBasicCredentials.create(
                    key.accessKeyId(), key.secretAccessKey().reveal());
        }
        AwsSessionCredentials.Builder builder = AwsSessionCredentials.builder()
                .accessKeyId(key.accessKeyId())
                .secretAccessKey(key.secretAccessKey().reveal())
                .sessionToken(key.sessionToken().get().reveal());
        key.expiresAt().ifPresent(builder::expirationTime);
        return builder.build();
    }

    private static Executor ownThreads() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "leapp-credentials");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** Returns the session's id; no secret. */
    @Override
    public String toString() {
        return "LeappCredentialsProvider[" + session + "]";
    }
}
