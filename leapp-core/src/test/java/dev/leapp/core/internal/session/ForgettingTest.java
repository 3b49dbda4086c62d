package dev.leapp.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.internal.cache.PromptedCredentials;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.workspace.Update;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What logins and logouts of an integration do to what its sessions have, and to how they failed. */
class ForgettingTest {

    private static final Integration ACME = new Integration(new IntegrationId("i-1"), "acme", "fake-sso", Map.of());

    @TempDir
    Path home;

    private Fixture fixture;
    private SessionLifecycle lifecycle;

    @BeforeEach
    void open() {
        fixture = new Fixture(home);
        lifecycle = fixture.lifecycle;
        fixture.repository.update(snapshot -> new Update<>(
                snapshot.with(snapshot.workspace().toBuilder().integration(ACME).build()), true, ""));
    }

    @Test
    void whatManySessionsHaveIsForgottenWithWhatHangsOnThem() {
        SessionId one = fixture.add("one", "one");
        SessionId two = fixture.add("two", "two");
        SessionId child = set(fixture.add("child", "child"), "parent", one.value());
        SessionId other = fixture.add("other", "other");
        List.of(one, two, child, other).forEach(this::credentials);

        lifecycle.forgetCached(List.of(one, two));

        int before = fixture.cloud.issued.get();
        credentials(other);
        assertThat(fixture.cloud.issued).hasValue(before);
        List.of(one, two, child).forEach(this::credentials);
        assertThat(fixture.cloud.issued).hasValue(before + 3);
    }

    @Test
    void alsoWhatTookAPromptToGet() {
        fixture.cloud.asksForCode = true;
        SessionId one = fixture.add("one", "one");
        SessionId child = set(fixture.add("child", "child"), "parent", one.value());
        credentials(child);
        assertThat(fixture.store.get(PromptedCredentials.name(one))).isPresent();
        assertThat(fixture.store.get(PromptedCredentials.name(child))).isPresent();

        lifecycle.forgetCached(List.of(one));

        assertThat(fixture.store.get(PromptedCredentials.name(one))).isEmpty();
        assertThat(fixture.store.get(PromptedCredentials.name(child))).isEmpty();
    }

    @Test
    void aLoginHealsSessionsThatFailedForWantOfIt() throws Exception {
        SessionId ops = set(fixture.add("ops", "ops"), "integration", ACME.id().value());
        SessionId child = set(fixture.add("child", "child"), "parent", ops.value());
        failForWantOfALogin(ops);
        failForWantOfALogin(child);
        assertThatThrownBy(() -> credentials(ops)).hasMessage("login needed");

        loggedIn();

        assertThat(credentials(ops)).isEqualTo("credentials-1");
        assertThat(credentials(child)).endsWith("credentials-2");
    }

    @Test
    void aLoginElsewhereHealsNothing() throws Exception {
        SessionId ops = fixture.add("ops", "ops");
        failForWantOfALogin(ops);

        loggedIn();

        assertThatThrownBy(() -> credentials(ops)).hasMessage("login needed");
    }

    @Test
    void aFailureAfterTheLoginIsNotHealedByIt() throws Exception {
        SessionId ops = set(fixture.add("ops", "ops"), "integration", ACME.id().value());
        loggedIn();
        failForWantOfALogin(ops);

        assertThatThrownBy(() -> credentials(ops)).hasMessage("login needed");
    }

    /** Afterwards the cloud would answer. */
    private void failForWantOfALogin(SessionId id) {
        fixture.cloud.issueFailure = new CredentialException(CoreErrorCode.LOGIN_NEEDED, "login needed", null, null);
        assertThatThrownBy(() -> credentials(id)).hasMessage("login needed");
        fixture.cloud.issueFailure = null;
    }

    private void loggedIn() throws Exception {
        Path logins = Files.createDirectories(fixture.directory.logins());
        Files.writeString(
                logins.resolve(ACME.id() + ".properties"), "serial=1\nloggedInAt=" + fixture.clock.instant() + "\n");
    }

    private SessionId set(SessionId id, String name, String value) {
        return fixture.repository.update(snapshot -> {
            Session session = snapshot.workspace().session(id).orElseThrow().toBuilder()
                    .setting(name, value)
                    .build();
            return new Update<>(
                    snapshot.with(
                            snapshot.workspace().toBuilder().session(session).build()),
                    id,
                    "");
        });
    }

    private String credentials(SessionId id) {
        return lifecycle
                .credentials(id, CredentialRequest.standard())
                .secret("value")
                .reveal();
    }
}
