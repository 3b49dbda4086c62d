package dev.leapp.integration.sso.internal.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.integration.LoginFlow;
import dev.leapp.integration.sso.internal.redirect.Redirect;
import dev.leapp.integration.sso.internal.redirect.RedirectListener;
import dev.leapp.integration.sso.internal.rest.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Logs in by a browser on this machine: authorization code with PKCE, and a redirect to the loopback interface. */
final class BrowserFlow {

    private static final Pattern WORD = Pattern.compile("[a-z_]{1,40}");

    private final OidcService service;
    private final SecureRandom random;
    private final Clock clock;

    BrowserFlow(OidcService service, SecureRandom random, Clock clock) {
        this.service = service;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Logs in.
     *
     * @return the tokens; empty if no browser could be opened and another way may be taken
     */
    Optional<Tokens> login(Login login, Registration client) throws InvalidClientException {
        try (Secret state = Pkce.unguessable(random);
                Pkce pkce = Pkce.create(random);
                RedirectListener listener = RedirectListener.open(state)) {
            URI page = page(login, client, state, pkce, listener.address());
            boolean opened = login.context().interaction().openBrowser(page, login.purpose());
            if (!opened && login.flow() == LoginFlow.AUTO) {
                return Optional.empty();
            }
            login.context().interaction().progress("Waiting for the browser, to log in to " + login.purpose());
            try (Secret code = code(login, listener)) {
                return Optional.of(redeemed(login, client, code, pkce, listener.address()));
            }
        } catch (IOException e) {
            throw login.troubles().cannotListen(e);
        }
    }

    private URI page(Login login, Registration client, Secret state, Pkce pkce, URI redirect) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", client.clientId());
        query.put("redirect_uri", redirect.toString());
        query.put("state", state.reveal());
        query.put("code_challenge_method", "S256");
        query.put("code_challenge", pkce.challenge());
        query.put("scopes", OidcService.SCOPE);
        StringBuilder text = new StringBuilder(service.place(login.center()) + "/authorize");
        query.forEach((name, value) -> text.append(text.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, UTF_8)));
        return URI.create(text.toString());
    }

    private Secret code(Login login, RedirectListener listener) {
        try {
            Redirect redirect = listener.await(login.timeLeft(clock))
                    .orElseThrow(() -> login.troubles().tooLateInBrowser());
            return redirect.code()
                    .orElseThrow(() -> refused(login, redirect.error().orElse("")));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw login.troubles().cancelled();
        }
    }

    private static RuntimeException refused(Login login, String error) {
        return error.equals("access_denied")
                ? login.troubles().denied()
                : login.troubles().notAuthorized(WORD.matcher(error).matches() ? error : "unknown error");
    }

    private Tokens redeemed(Login login, Registration client, Secret code, Pkce pkce, URI redirect)
            throws InvalidClientException {
        Reply reply = service.token(
                login.center(),
                client,
                Map.of(
                        "grantType", Grants.BROWSER.grant(),
                        "code", code.reveal(),
                        "codeVerifier", pkce.verifier().reveal(),
                        "redirectUri", redirect.toString()),
                login.context().deadline());
        if (reply.isGood()) {
            return reply.body()
                    .flatMap(answer -> Tokens.of(answer, clock.instant()))
                    .orElseThrow(() -> login.troubles().notUnderstood(service.place(login.center()), reply));
        }
        if (OidcCode.of(reply) == OidcCode.INVALID_CLIENT) {
            throw new InvalidClientException();
        }
        throw login.troubles()
                .refused(
                        reply,
                        "IAM Identity Center gives no token for the login to '"
                                + login.center().alias() + "'",
                        "try again, or log in with a code: leapp integration login '"
                                + login.center().alias() + "' --device-code");
    }
}
