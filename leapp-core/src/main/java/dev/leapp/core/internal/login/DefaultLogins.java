package dev.leapp.core.internal.login;

import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.LoginFlow;
import dev.leapp.core.integration.LoginState;
import dev.leapp.core.internal.LeappDirectory;
import dev.leapp.core.internal.attempt.Attempts;
import dev.leapp.core.internal.attempt.Outcomes;
import dev.leapp.core.internal.cache.KeptLogins;
import dev.leapp.core.internal.file.AtomicFile;
import dev.leapp.core.internal.plugin.PluginRegistry;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.spi.IntegrationContext;
import dev.leapp.core.spi.IntegrationLogin;
import dev.leapp.core.spi.IntegrationProvider;
import dev.leapp.core.spi.Pace;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps logins in the secret store. Composing it touches nothing. */
public record DefaultLogins(
        Types types,
        LoginStorage storage,
        LoginContexts contexts,
        LoginAttempts attempts,
        Renewal renewal,
        Paces paces,
        Clock clock)
        implements Logins {

    private static final Logger LOG = System.getLogger(DefaultLogins.class.getName());

    /** A portal with a thousand accounts takes minutes to list. */
    private static final Duration LISTING = Duration.ofHours(1);

    private static final int SERIAL_BYTES = 16;

    /**
     * Puts the logins of one {@code Leapp} together.
     *
     * @param newest tells how an integration is defined now; is asked while a login's lock is held
     */
    public static DefaultLogins of(
            LeappDirectory directory,
            AtomicFile files,
            PluginRegistry plugins,
            SecretStore store,
            UserInteraction interaction,
            SecureRandom random,
            Function<IntegrationId, Optional<Integration>> newest,
            Clock clock) {
        LoginFiles names = new LoginFiles(directory);
        BooleanSupplier asks = interaction::isInteractive;
        Types types = new Types(plugins, newest);
        LoginStorage storage = new LoginStorage(
                new LoginMarks(names, files),
                new KeptLogins(store),
                new LoginMemory(),
                new UnsavedLogins(),
                () -> serial(random));
        LoginContexts contexts = new LoginContexts(store, interaction, clock);
        return new DefaultLogins(
                types,
                storage,
                contexts,
                new LoginAttempts(names, new Attempts(new Outcomes(directory.outcomes(), files), asks, clock)),
                new Renewal(types, storage, contexts, clock),
                new Paces(directory.pace(), random, clock, interaction::progress),
                clock);
    }

    @Override
    public LoginState state(IntegrationId id) {
        return storage.state(id);
    }

    @Override
    public LoginState login(Integration integration, LoginFlow flow) {
        Served served = types.served(integration);
        LoginSeen before = new LoginSeen(clock.instant(), storage.mark(integration.id()));
        return attempts.attempt(integration, LoginAttempts.LOGIN, () -> loggedIn(types.now(served), flow, before));
    }

    private LoginState loggedIn(Served served, LoginFlow flow, LoginSeen before) {
        if (!isLoggedIn(served, before)) {
            renewal.login(served, flow);
        }
        return storage.state(served.id());
    }

    /** Another caller may have got a login while this one waited, or this one has one that could not be kept yet. */
    private boolean isLoggedIn(Served served, LoginSeen before) {
        LoginSeen known = before.under(storage.mark(served.id()));
        boolean waiting = storage.isWaiting(served.id(), served.binding());
        return storage.stored(served.id(), served.binding())
                .filter(login -> login.isValidAt(clock.instant()))
                .filter(login -> waiting || known.isBefore(storage.state(served.id())))
                .isPresent();
    }

    @Override
    public boolean logout(Integration integration) {
        return attempts.alone(integration, () -> loggedOut(integration));
    }

    private boolean loggedOut(Integration integration) {
        boolean somebody = storage.state(integration.id()).loggedInAt().isPresent();
        if (storage.mayHold(integration.id())) {
            Optional<Served> served = types.find(integration);
            Optional<Credentials> taken = storage.take(integration.id(), served.map(Served::binding));
            taken.ifPresent(login -> new UpstreamLogout(contexts).end(served.orElseThrow(), login));
            if (somebody && served.isPresent() && taken.isEmpty()) {
                contexts.interaction().inform(LoginTexts.notThere(integration));
            }
        }
        return somebody;
    }

    @Override
    public void requireEndable(Integration integration) {
        Optional<Served> served = types.find(integration).filter(known -> storage.mayHold(known.id()));
        served.ifPresent(known -> attempts.alone(integration, () -> storage.isKept(known.id(), known.binding())));
    }

    @Override
    public void endFormer(Integration former) {
        try {
            types.find(former).ifPresent(served -> attempts.alone(former, () -> isEnded(served)));
        } catch (LeappException e) {
            contexts.interaction().inform(LoginTexts.formerStays(former, e));
        }
    }

    private boolean isEnded(Served former) {
        Optional<Credentials> taken = storage.takeBound(former.id(), former.binding());
        taken.ifPresent(login -> new UpstreamLogout(contexts).end(former, login));
        return taken.isPresent();
    }

    @Override
    public IntegrationLogin of(Integration integration) {
        return new CurrentLogin(integration, this);
    }

    @Override
    public IntegrationContext context(Integration integration, LoginFlow flow) {
        return contexts.lasting(LISTING, integration, flow);
    }

    /** Returns a copy of the access token that is good now. */
    Secret token(Integration integration) {
        Served served = types.served(integration);
        Optional<Credentials> there = storage.read(served.id(), served.binding());
        Credentials login = there.filter(renewal::isFresh)
                .or(() -> there.filter(last -> last.isValidAt(clock.instant())).map(valid -> ahead(served, valid)))
                .orElseGet(() -> insisting(served, null));
        return token(login);
    }

    /** Returns a copy of another access token than the one that was refused. */
    Secret tokenInsteadOf(Integration integration, Secret refused) {
        Served served = types.served(integration);
        return token(storage.read(served.id(), served.binding())
                .filter(login -> login.isValidAt(clock.instant()) && !Renewal.brings(login, refused))
                .orElseGet(() -> insisting(served, refused)));
    }

    Pace pace(Integration integration) {
        return types.find(integration)
                .flatMap(served -> served.provider().quota(integration))
                .map(paces::of)
                .orElseGet(Pace::unlimited);
    }

    private Credentials insisting(Served served, @Nullable Secret refused) {
        return attempts.attempt(
                served.integration(), LoginAttempts.TOKEN, () -> renewal.current(types.now(served), refused));
    }

    /** While a login is valid nobody waits for its renewal, and nobody fails because of it. */
    private Credentials ahead(Served served, Credentials valid) {
        try {
            Supplier<Credentials> renewing = () -> renewal.ahead(types.now(served), valid);
            return attempts.tryAttempt(served.integration(), renewing).orElse(valid);
        } catch (LeappException e) {
            LOG.log(Level.DEBUG, "The login to {0} is not renewed: {1}", served.id(), e.getMessage());
            return valid;
        }
    }

    /** Whoever gets it may wipe it. */
    private static Secret token(Credentials login) {
        return Secret.ofUtf8(login.secret(IntegrationProvider.ACCESS_TOKEN).revealUtf8());
    }

    private static String serial(SecureRandom random) {
        byte[] bytes = new byte[SERIAL_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public void close() {
        storage.close();
    }
}
