package dev.leapp.core.internal.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.LoginFlow;
import dev.leapp.core.integration.LoginState;
import dev.leapp.core.spi.IntegrationLogin;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Integrations that are changed or deleted elsewhere while somebody has them in hand. */
class ChangedIntegrationTest {

    private static final Duration EXPIRED = FakeIntegrations.LIFETIME.plusHours(3);

    @TempDir
    private Path home;

    private LoginsFixture fixture;
    private IntegrationLogin before;

    @BeforeEach
    void open() {
        fixture = new LoginsFixture(home);
        before = fixture.logins.of(fixture.acme);
    }

    @Test
    void whoHasTheFormerPortalInHandIsNotSentThereAndSpoilsNotTheLoginToTheNextOne() {
        Integration moved = move();
        fixture.logins.login(moved, LoginFlow.AUTO);

        LeappException thrown = failure(before::accessToken);

        assertThat(thrown.code()).isEqualTo(CoreErrorCode.OVERTAKEN);
        assertThat(thrown).hasMessageContaining("Integration 'acme' was changed meanwhile");
        assertThat(thrown.hint()).contains("run the command again");
        assertThat(fixture.logins.of(moved).accessToken()).isEqualTo(Secret.of("canary-token-1"));
        assertThat(fixture.provider.logins).hasValue(1);
    }

    @Test
    void aLoginToTheFormerPortalIsNotKept() {
        fixture.provider.whileLoggingIn = this::move;

        LeappException thrown = failure(() -> fixture.logins.login(fixture.acme, LoginFlow.AUTO));

        assertThat(thrown.code()).isEqualTo(CoreErrorCode.OVERTAKEN);
        assertThat(fixture.provider.kept).isEmpty();
        assertThat(fixture.store.names().orElseThrow()).isEmpty();
        assertThat(fixture.logins.state(fixture.acme.id())).isEqualTo(LoginState.none());
    }

    @Test
    void aRenewedLoginToTheFormerPortalIsNotKept() {
        fixture.token();
        fixture.clock.advance(EXPIRED);
        fixture.provider.whileRefreshing = this::move;

        assertThat(failure(before::accessToken).code()).isEqualTo(CoreErrorCode.OVERTAKEN);
        assertThat(fixture.provider.kept).containsExactly("canary-token-1");
    }

    @Test
    void toADeletedIntegrationNobodyLogsIn() {
        fixture.defined.clear();

        LeappException thrown = failure(before::accessToken);

        assertThat(thrown.code()).isEqualTo(CoreErrorCode.INTEGRATION_NOT_FOUND);
        assertThat(thrown).hasMessageContaining("Integration 'acme' was deleted meanwhile");
        assertThat(fixture.provider.logins).hasValue(0);
        assertThat(fixture.store.names().orElseThrow()).isEmpty();
    }

    @Test
    void theLoginToAnIntegrationThatIsDeletedMeanwhileIsNotKept() {
        fixture.provider.whileLoggingIn = fixture.defined::clear;

        assertThat(failure(before::accessToken).code()).isEqualTo(CoreErrorCode.INTEGRATION_NOT_FOUND);
        assertThat(fixture.provider.kept).isEmpty();
        assertThat(fixture.logins.state(fixture.acme.id())).isEqualTo(LoginState.none());
    }

    @Test
    void whoLogsInSeesWhatElseWasChangedMeanwhile() {
        fixture.define(new Integration(
                fixture.acme.id(), "corp", FakeIntegrations.TYPE, Map.of("portal", "https://one.example")));

        assertThat(before.accessToken()).isEqualTo(Secret.of("canary-token-1"));
        assertThat(fixture.provider.loggedInTo).containsExactly("corp");
    }

    private Integration move() {
        return fixture.define(new Integration(
                fixture.acme.id(), "acme", FakeIntegrations.TYPE, Map.of("portal", "https://other.example")));
    }

    private static LeappException failure(ThrowingCallable call) {
        return catchThrowableOfType(LeappException.class, call);
    }
}
