package dev.leapp.integration.sso.internal.browser;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.spi.AssertionRequest;
import dev.leapp.integration.sso.internal.devtools.LoginPage;
import dev.leapp.integration.sso.internal.devtools.PageTrouble;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One browser after the other at the identity provider, with the same profile. */
record Visit(AssertionRequest request, BrowserCommand command, BrowserProfile profile, Clock clock) {

    private static final long LOOK_MILLIS = 250;

    /** Returns the assertion if the provider gives it without asking anything. */
    Optional<Secret> unseen(Duration patience) throws IOException, InterruptedException {
        try (BrowserProcess browser = start(false)) {
            Instant end = earlier(clock.instant().plus(patience), request.deadline());
            boolean asked = false;
            while (clock.instant().isBefore(end)) {
                Optional<Secret> given = await(browser);
                if (given.isPresent()) {
                    return given;
                }
                boolean asks = browser.page().asksSomething();
                if (asks && asked) {
                    return Optional.empty();
                }
                asked = asks;
            }
            return Optional.empty();
        }
    }

    /** Returns the assertion that the user gets by logging in. */
    Secret window() throws IOException, InterruptedException {
        try (BrowserProcess browser = start(true)) {
            while (clock.instant().isBefore(request.deadline())) {
                Optional<Secret> given = await(browser);
                if (given.isPresent()) {
                    return given.get();
                }
            }
        }
        throw new BrowserTroubles(request).tooLate();
    }

    private BrowserProcess start(boolean window) throws IOException {
        BrowserProcess browser = BrowserProcess.start(
                command.line(profile.directory(), window), command.variables(), request.recipients());
        browser.page().visit(request.idpUrl());
        return browser;
    }

    private Optional<Secret> await(BrowserProcess browser) throws InterruptedException {
        LoginPage page = browser.page();
        try {
            return Optional.of(page.assertion().get(LOOK_MILLIS, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new BrowserTroubles(request).of(trouble(e), browser);
        }
    }

    private static PageTrouble trouble(ExecutionException e) {
        if (e.getCause() instanceof PageTrouble trouble) {
            return trouble;
        }
        throw new IllegalStateException("no assertion, for an unknown reason", e);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
