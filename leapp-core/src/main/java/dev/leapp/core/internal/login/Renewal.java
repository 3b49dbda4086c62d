package dev.leapp.core.internal.login;

import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.LoginFlow;
import dev.leapp.core.internal.login.UnsavedLogins.Unsaved;
import dev.leapp.core.spi.IntegrationProvider;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gets a login that will do, for the holder of the integration's lock: what somebody got meanwhile, what another program has left, the
 * last one renewed, and only then a new one by the user. Whatever it gets is kept before it is used, and it makes sure that it can be
 * kept before upstream makes it; unless the integration was changed meanwhile, then it is for nothing.
 */
record Renewal(Types types, LoginStorage storage, LoginContexts contexts, Clock clock) {

    /** Returns a login that is valid, and not the one that was refused. */
    Credentials current(Served served, @Nullable Secret refused) {
        Optional<Credentials> stored = storage.stored(served.id(), served.binding());
        return stored.filter(login -> login.isValidAt(clock.instant()) && !brings(login, refused))
                .or(() -> silently(served, stored, refused))
                .orElseGet(() -> loggedIn(served, stored, refused));
    }

    /** Renews a login that is still valid; nobody is asked, and nothing else is wrong if that fails. */
    Credentials ahead(Served served, Credentials valid) {
        Optional<Credentials> stored = storage.stored(served.id(), served.binding());
        return stored.filter(this::isFresh)
                .or(() -> silently(served, stored, null))
                .or(() -> stored)
                .orElse(valid);
    }

    /** Logs the user in. */
    Credentials login(Served served, LoginFlow flow) {
        storage.prepare(served.id());
        Credentials login = keptLogin(served, flow);
        share(served, login);
        return login;
    }

    private Credentials keptLogin(Served served, LoginFlow flow) {
        try {
            Credentials login = served.provider().login(contexts.forLogin(served.integration(), flow));
            keep(served, login, clock.instant());
            return login;
        } catch (LeappException e) {
            storage.tidy(served.id());
            throw e;
        }
    }

    /**
     * Keeps a login that upstream made just now: nothing but the proof that it is of no use loses it. While that can't be told it is
     * kept for what it is good for, and so is used for nothing else.
     */
    private void keep(Served served, Credentials login, Instant loggedInAt) {
        Unsaved held = storage.hold(served.id(), served.binding(), login, loggedInAt);
        Optional<LeappException> trouble = trouble(served);
        if (trouble.filter(Renewal::isOfNoUse).isPresent()) {
            storage.letGo(served.id());
            new UpstreamLogout(contexts).end(served, login);
        } else {
            storage.save(served.id(), held);
        }
        trouble.ifPresent(Renewal::fail);
    }

    private Optional<LeappException> trouble(Served served) {
        try {
            types.now(served);
            return Optional.empty();
        } catch (LeappException e) {
            return Optional.of(e);
        }
    }

    private static boolean isOfNoUse(LeappException trouble) {
        return trouble.code() == CoreErrorCode.OVERTAKEN || trouble.code() == CoreErrorCode.INTEGRATION_NOT_FOUND;
    }

    private static void fail(LeappException trouble) {
        throw trouble;
    }

    boolean isFresh(Credentials login) {
        Instant now = clock.instant();
        return isRenewable(login)
                ? login.expiresAt().isEmpty() || login.isFreshAt(now, Duration.ZERO)
                : login.isValidAt(now);
    }

    static boolean brings(Credentials login, @Nullable Secret refused) {
        return refused != null && login.secret(IntegrationProvider.ACCESS_TOKEN).equals(refused);
    }

    private Optional<Credentials> silently(Served served, Optional<Credentials> stored, @Nullable Secret refused) {
        Optional<Credentials> found = served.provider()
                .found(contexts.silent(served.integration()))
                .filter(login -> !brings(login, refused))
                .filter(login ->
                        stored.filter(ours -> !isBetter(login, ours, refused)).isEmpty());
        Optional<Credentials> good = found.filter(this::isFresh);
        return good.filter(login -> isRenewable(login)
                        || stored.filter(Renewal::isRenewable).isEmpty())
                .map(login -> taken(served, login))
                .or(() -> stored.flatMap(login -> renewed(served, login, refused)))
                .or(() -> good.map(login -> taken(served, login)))
                .or(() -> found.flatMap(login -> refreshed(served, login, clock.instant())));
    }

    /** What is found may be our own, shared by us, without what renews it. */
    private static boolean isBetter(Credentials found, Credentials ours, @Nullable Secret refused) {
        return !brings(found, ours.secret(IntegrationProvider.ACCESS_TOKEN))
                && (brings(ours, refused) || expiry(found).isAfter(expiry(ours)));
    }

    private static Instant expiry(Credentials login) {
        return login.expiresAt().orElse(Instant.MAX);
    }

    private Credentials taken(Served served, Credentials found) {
        Served now = types.now(served);
        storage.keep(now.id(), now.binding(), found, clock.instant());
        return found;
    }

    /** What upstream renews no more is served as long as it is good, and not tried again. */
    private Optional<Credentials> renewed(Served served, Credentials stored, @Nullable Secret refused) {
        Instant loggedInAt = storage.state(served.id()).loggedInAt().orElseGet(clock::instant);
        Optional<Credentials> next = refreshed(served, stored, loggedInAt);
        if (next.isEmpty() && isRenewable(stored)) {
            end(served, stored, refused);
        }
        return next;
    }

    /**
     * Renews a login.
     *
     * @param loggedInAt when the user logged in to what is renewed
     */
    private Optional<Credentials> refreshed(Served served, Credentials login, Instant loggedInAt) {
        if (!isRenewable(login)) {
            return Optional.empty();
        }
        storage.prepare(served.id());
        Optional<Credentials> next = served.provider().refresh(login, contexts.silent(served.integration()));
        next.ifPresent(renewed -> {
            keep(served, renewed, loggedInAt);
            share(served, renewed);
        });
        return next;
    }

    private Credentials loggedIn(Served served, Optional<Credentials> stored, @Nullable Secret refused) {
        if (contexts.interaction().isInteractive()) {
            return login(served, LoginFlow.AUTO);
        }
        stored.filter(login -> brings(login, refused)).ifPresent(login -> end(served, login, refused));
        throw LoginTexts.needed(served.integration(), stored, clock.instant());
    }

    private void end(Served served, Credentials login, @Nullable Secret refused) {
        Instant now = clock.instant();
        boolean over = brings(login, refused) && login.isValidAt(now);
        storage.renew(served.id(), served.binding(), atItsEnd(login, over ? now : null), now);
    }

    private void share(Served served, Credentials login) {
        try {
            served.provider().kept(login, contexts.silent(served.integration()));
        } catch (LeappException e) {
            contexts.interaction().inform(LoginTexts.notShared(served.integration(), e));
        }
    }

    private static boolean isRenewable(Credentials login) {
        return Boolean.parseBoolean(login.attributes().get(IntegrationProvider.RENEWABLE));
    }

    /** Returns the same login, which nothing renews; its state shall tell so. */
    private static Credentials atItsEnd(Credentials login, @Nullable Instant over) {
        Credentials.Builder copy = Credentials.builder(login.kind(), login.issuedAt());
        login.attributes().forEach(copy::attribute);
        login.secrets().forEach(copy::secret);
        login.handle().ifPresent(copy::handle);
        copy.attribute(IntegrationProvider.RENEWABLE, "false");
        Optional.ofNullable(over).or(login::expiresAt).ifPresent(copy::expiresAt);
        return copy.build();
    }
}
