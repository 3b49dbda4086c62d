package dev.leapp.integration.sso.internal.browser;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.spi.AssertionRequest;
import dev.leapp.integration.sso.internal.devtools.PageTrouble;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What goes wrong with a browser, in words. Of the identity provider's URL only the host is shown. */
record BrowserTroubles(AssertionRequest request) {

    private static final String OTHERWISE = "or give the assertion in a file that LEAPP_SAML_ASSERTION_FILE names";

    CredentialException noBrowser() {
        return failed(
                CoreErrorCode.LOGIN_NEEDED,
                "needs a browser, and no Chromium, Chrome or Edge can be driven here",
                "install one, or say where it lies in " + BrowserProgram.VARIABLE + ", " + OTHERWISE,
                null);
    }

    CredentialException loginNeeded() {
        return failed(
                CoreErrorCode.LOGIN_NEEDED,
                "needs a login at its identity provider " + host() + ", and nobody can be asked",
                "run 'leapp session start " + name() + "' in a terminal, " + OTHERWISE,
                null);
    }

    CredentialException noDisplay() {
        return failed(
                CoreErrorCode.LOGIN_NEEDED,
                "needs a window to log in at its identity provider " + host() + ", and there is no display",
                "run it on a desktop (DISPLAY or WAYLAND_DISPLAY), " + OTHERWISE,
                null);
    }

    CredentialException busy() {
        return failed(
                CoreErrorCode.LOCK_TIMEOUT,
                "waits for another login at the identity provider " + host() + ", which takes too long",
                "finish or cancel the other login, and try again",
                null);
    }

    CredentialException tooLate() {
        return failed(
                CoreErrorCode.LOGIN_NEEDED,
                "got no assertion of its identity provider " + host() + " in time",
                "try again, and log in while the window is open",
                null);
    }

    CredentialException cancelled() {
        return failed(CoreErrorCode.CANCELLED, "was cancelled while its identity provider was asked", null, null);
    }

    CredentialException notStarted(Throwable cause) {
        return failed(
                CoreErrorCode.LOGIN_NEEDED,
                "can't start the browser",
                "is it installed, and does the disk have room? " + BrowserProgram.VARIABLE + " names another one",
                cause);
    }

    CredentialException of(PageTrouble trouble, BrowserProcess browser) {
        return switch (trouble.kind()) {
            case CLOSED -> closed();
            case UNREACHABLE ->
                failed(
                        CoreErrorCode.UNREACHABLE,
                        "can't reach its identity provider " + host() + ": " + trouble.getMessage(),
                        "check the network, the proxy and the identity provider's URL: leapp idp-url list",
                        null);
            case ENDED -> browser.hasEndedWell() ? closed() : ended(browser);
            case UNABLE ->
                failed(
                        CoreErrorCode.LOGIN_NEEDED,
                        "can't drive the browser, which does not do what it is told",
                        "update the browser, or name another one in " + BrowserProgram.VARIABLE,
                        null);
        };
    }

    private CredentialException closed() {
        return failed(
                CoreErrorCode.CANCELLED,
                "was cancelled: the window was closed before the identity provider gave an assertion",
                null,
                null);
    }

    private CredentialException ended(BrowserProcess browser) {
        return failed(
                CoreErrorCode.LOGIN_NEEDED,
                "lost its browser, which ended by itself",
                why(browser).orElse("try again; does the browser work when you start it yourself?"),
                null);
    }

    private static Optional<String> why(BrowserProcess browser) {
        browser.hearOut();
        if (browser.complains("without --no-sandbox is not supported")) {
            return Optional.of("a browser does not run as root with its sandbox: run leapp as an ordinary user");
        }
        if (browser.complains("No usable sandbox")) {
            return Optional.of("this system does not let the browser have its sandbox: ask who manages it to allow"
                    + " user namespaces");
        }
        return browser.complains("Missing X server") || browser.complains("cannot open display")
                ? Optional.of("the display can't be used: look at DISPLAY")
                : Optional.empty();
    }

    private CredentialException failed(
            CoreErrorCode code, String what, @Nullable String hint, @Nullable Throwable cause) {
        return new CredentialException(code, "Session " + name() + " " + what, hint, cause);
    }

    String host() {
        return Optional.ofNullable(request.idpUrl().getHost()).orElse("with that URL");
    }

    private String name() {
        return request.session().name();
    }
}
