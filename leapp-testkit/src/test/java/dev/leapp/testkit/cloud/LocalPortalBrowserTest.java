package dev.leapp.testkit.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.testkit.cloud.Caller.Reply;
import java.net.URI;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocalPortalBrowserTest {

    // the example of RFC 7636, appendix B
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final String REDIRECT = "http://127.0.0.1:4711/oauth/callback";

    private LocalPortal portal = LocalPortal.builder().start();
    private Caller caller = new Caller(portal);
    private Reply client = caller.registerForBrowsers();

    @AfterEach
    void close() {
        portal.close();
    }

    private String page(String redirectUri) {
        return "/authorize?response_type=code&client_id=" + client.text("clientId") + "&redirect_uri="
                + URLEncoder.encode(redirectUri, UTF_8) + "&state=st%26te&code_challenge=" + CHALLENGE
                + "&code_challenge_method=S256&scopes=sso%3Aaccount%3Aaccess";
    }

    private URI address(String redirectUri) {
        return URI.create(portal.endpoint() + page(redirectUri));
    }

    private static String code(URI redirect) {
        return PortalRequest.form(redirect.getRawQuery()).getOrDefault("code", "");
    }

    private Reply redeem(String code, String verifier, String redirectUri) {
        return caller.post(
                "/token",
                Caller.with(
                        client,
                        Map.of(
                                "grantType", "authorization_code",
                                "code", code,
                                "codeVerifier", verifier,
                                "redirectUri", redirectUri)));
    }

    @Test
    void whoAgreesIsSentBackWithACodeThatGivesTokens() {
        URI redirect = portal.approve(address(REDIRECT));
        Reply tokens = redeem(code(redirect), VERIFIER, REDIRECT);

        assertThat(redirect.toString()).startsWith(REDIRECT + "?code=").endsWith("&state=st%26te");
        assertThat(tokens.status()).isEqualTo(200);
        assertThat(tokens.text("refreshToken")).isNotEmpty();
        assertThat(portal.count(PortalEvent.LOGGED_IN)).isEqualTo(1);
    }

    @Test
    void whoRefusesIsSentBackWithTheError() {
        assertThat(portal.deny(address(REDIRECT)).getQuery()).startsWith("error=access_denied");
    }

    @Test
    void aCodeIsGoodOnceAndOnlyForWhoAskedForIt() {
        String used = code(portal.approve(address(REDIRECT)));
        redeem(used, VERIFIER, REDIRECT);
        String other = code(portal.approve(address(REDIRECT)));
        String third = code(portal.approve(address(REDIRECT)));

        assertThat(redeem(used, VERIFIER, REDIRECT).errorType()).isEqualTo("InvalidGrantException");
        assertThat(redeem(other, "another-verifier", REDIRECT).error()).isEqualTo("invalid_grant");
        assertThat(redeem(third, VERIFIER, "http://127.0.0.1:4712/oauth/callback")
                        .error())
                .isEqualTo("invalid_grant");
    }

    @Test
    void aRedirectMustBeRegisteredApartFromItsPort() {
        for (String refused : List.of(
                "http://127.0.0.1:4711/other",
                "http://localhost:4711/oauth/callback",
                "https://127.0.0.1:4711/oauth/callback",
                "http://evil@127.0.0.1:4711/oauth/callback")) {
            assertThat(caller.open(page(refused)).errorType()).as(refused).isEqualTo("InvalidRedirectUriException");
        }
        assertThatThrownBy(() -> portal.approve(address("http://127.0.0.1:1/other")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("invalid_redirect_uri");
    }

    @Test
    void aRedirectWithAPortIsNotRegistered() {
        Reply refused = register(List.of("authorization_code"), List.of(REDIRECT));

        assertThat(refused.errorType()).isEqualTo("InvalidRedirectUriException");
    }

    @Test
    void aClientIsForOneKindOfCodes() {
        Reply both = register(
                List.of("authorization_code", "urn:ietf:params:oauth:grant-type:device_code"),
                List.of("http://127.0.0.1"));

        assertThat(both.errorType()).isEqualTo("InvalidRequestException");
        assertThat(caller.beginDevice(client).errorType()).isEqualTo("UnauthorizedClientException");
        client = caller.registerForDevices();
        assertThat(caller.open(page(REDIRECT)).status()).isEqualTo(400);
    }

    private Reply register(List<String> grantTypes, List<String> redirectUris) {
        return caller.post(
                "/client/register",
                Map.of(
                        "clientName",
                        "test",
                        "clientType",
                        "public",
                        "grantTypes",
                        grantTypes,
                        "redirectUris",
                        redirectUris,
                        "issuerUrl",
                        portal.startUrl()));
    }

    @Test
    void aChallengeIsNeededAndNotThePlainOne() {
        String plain = page(REDIRECT).replace("S256", "plain");
        String without = page(REDIRECT).replace("code_challenge=", "challenge=");

        assertThat(caller.open(plain).errorType()).isEqualTo("InvalidRequestException");
        assertThat(caller.open(without).errorType()).isEqualTo("InvalidRequestException");
    }

    @Test
    void aPersonPressesAButtonOnThePage() {
        String page = caller.open(page(REDIRECT)).text("page");
        String request = find(page, "name=\"request\" value=\"([^\"]+)\"").orElseThrow();
        Reply sent = caller.postForm("/authorize", "request=" + request + "&decision=approve");

        assertThat(sent.status()).isEqualTo(302);
        assertThat(redeem(code(URI.create(sent.location())), VERIFIER, REDIRECT).status())
                .isEqualTo(200);
        assertThat(caller.postForm("/authorize", "request=" + request + "&decision=approve")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anAutomaticUserIsSentBackAtOnce() {
        portal.close();
        portal = LocalPortal.builder().automaticApproval().start();
        caller = new Caller(portal);
        client = caller.registerForBrowsers();

        assertThat(caller.open(page(REDIRECT)).location()).startsWith(REDIRECT + "?code=");
    }

    @Test
    void theStartPageTellsTheRegion() {
        assertThat(caller.open("/start").text("page")).contains("<meta name=\"region\" content=\"us-east-1\">");
    }

    private static Optional<String> find(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
