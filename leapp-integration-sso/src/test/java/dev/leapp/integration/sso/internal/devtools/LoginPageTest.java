package dev.leapp.integration.sso.internal.devtools;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leapp.core.credential.Secret;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A browser that says what the test says. */
class LoginPageTest {

    private static final String ATTACHED = "{\"id\":1,\"result\":{}}\0{\"id\":2,\"result\":{\"targetId\":\"T\"}}\0";
    private static final String POST = """
            {"method":"Fetch.requestPaused","sessionId":"S","params":{"requestId":"R","request":{"url":"%s","method":"POST",\
            "postData":"SAMLResponse=QUJD"}}}\0""";

    @Test
    void aBrowserThatEndsIsToldAsSuch() {
        assertThat(trouble("").kind()).isEqualTo(PageTrouble.Kind.ENDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not json\0", "{\"id\":", "[[[[\0", "\0\0"})
    void nonsenseEndsIt(String said) {
        assertThat(trouble(said).kind()).isEqualTo(PageTrouble.Kind.ENDED);
    }

    @Test
    void aBrowserThatRefusesIsToldWithoutItsWords() {
        PageTrouble trouble = trouble("{\"id\":1,\"error\":{\"code\":-32601,\"message\":\"canary\"}}\0");

        assertThat(trouble.kind()).isEqualTo(PageTrouble.Kind.UNABLE);
        assertThat(trouble).hasMessageNotContaining("canary");
    }

    @Test
    void aPostToARecipientIsStoppedAndTaken() throws Exception {
        ByteArrayOutputStream told = new ByteArrayOutputStream();

        LoginPage page = page(ATTACHED + POST.formatted("https://signin.aws.amazon.com/saml"), told);

        assertThat(page.assertion().get(10, TimeUnit.SECONDS)).isEqualTo(Secret.of("QUJD"));
        assertThat(told.toString(UTF_8)).contains("Fetch.failRequest").doesNotContain("Fetch.continueRequest");
    }

    @Test
    void aPostToSomebodyElseGoesOn() {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        LoginPage page = page(ATTACHED + POST.formatted("https://idp.example/signin.aws.amazon.com/"), told);

        assertThat(trouble(page).kind()).isEqualTo(PageTrouble.Kind.ENDED);
        assertThat(told.toString(UTF_8)).contains("Fetch.continueRequest").doesNotContain("Fetch.failRequest");
    }

    @Test
    void nothingIsVisitedBeforeItIsWatched() {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        LoginPage page = page(ATTACHED, told);

        page.visit(URI.create("https://idp.example/"));

        assertThat(trouble(page).kind()).isEqualTo(PageTrouble.Kind.ENDED);
        assertThat(told.toString(UTF_8)).contains("Target.createTarget").doesNotContain("idp.example");
    }

    private static PageTrouble trouble(String said) {
        return trouble(page(said, OutputStream.nullOutputStream()));
    }

    private static PageTrouble trouble(LoginPage page) {
        ExecutionException thrown = catchThrowableOfType(
                ExecutionException.class, () -> page.assertion().get(10, TimeUnit.SECONDS));
        assertThat(thrown).hasCauseInstanceOf(PageTrouble.class);
        return Objects.requireNonNull((PageTrouble) thrown.getCause());
    }

    private static LoginPage page(String said, OutputStream told) {
        return LoginPage.of(new ByteArrayInputStream(said.getBytes(UTF_8)), told, List.of("signin.aws.amazon.com"));
    }
}
