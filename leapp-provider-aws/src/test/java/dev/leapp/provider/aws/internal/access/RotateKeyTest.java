package dev.leapp.provider.aws.internal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leapp.core.Leapp;
import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.port.Environment;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.session.NewSession;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.spi.IssueContext;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.spi.ScopedSecrets;
import dev.leapp.provider.aws.Fixtures;
import dev.leapp.provider.aws.Fixtures.Secrets;
import dev.leapp.provider.aws.ScriptedUser;
import dev.leapp.testkit.cloud.StsUser;
import dev.leapp.testkit.cloud.TestClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RotateKeyTest {

    private static final String NEW = "AKIANEW000000001";

    /** Begun, created, verified, the id, the secret, stored, deactivated, and the record gone. */
    private static final int CHANGES = 8;

    @TempDir
    Path home;

    private final TestClock clock = new TestClock(Instant.parse("2026-11-23T10:00:00Z"));
    private final Secrets secrets = Secrets.of(new StsUser("ops", LocalIam.FIRST, "secret-of-the-first-key"));
    private final List<Duration> rests = new ArrayList<>();
    private ScriptedUser user = new ScriptedUser();
    private LocalIam iam;

    @BeforeEach
    void open() throws IOException {
        iam = new LocalIam(clock);
    }

    @AfterEach
    void close() {
        iam.close();
    }

    @Test
    void theOldKeyGoesOnlyAfterTheNewOneHasWorked() {
        String done = rotate(secrets);

        assertThat(done).isEqualTo("access key " + LocalIam.FIRST + " is replaced by " + NEW);
        assertThat(iam.calls())
                .containsExactly(
                        "ListAccessKeys by " + LocalIam.FIRST,
                        "CreateAccessKey by " + LocalIam.FIRST,
                        "GetCallerIdentity by " + NEW,
                        "UpdateAccessKey by " + NEW,
                        "DeleteAccessKey by " + NEW);
        assertRotated();
    }

    @Test
    void aNewKeyThatAwsDoesNotKnowYetIsAwaited() {
        iam.newKeysAreUnknownFor(4);

        rotate(secrets);

        assertThat(rests).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L);
        assertRotated();
    }

    @Test
    void aNewKeyThatNeverWorksLeavesTheOldOneInUse() {
        iam.newKeysAreUnknownFor(1000);

        CredentialException thrown = catchThrowableOfType(CredentialException.class, () -> rotate(secrets));

        assertThat(thrown.cloudCode()).contains("InvalidClientTokenId");
        assertThat(effective(secrets)).isEqualTo(LocalIam.FIRST);
        assertThat(iam.works(LocalIam.FIRST)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1,false", "2,false", "3,false", "4,false", "5,false", "6,false", "7,false", "8,false",
        "1,true", "2,true", "3,true", "4,true", "5,true", "6,true", "7,true", "8,true"
    })
    void killedAtAnyStepTheNextRunCompletesAndAWorkingKeyWasThereAllTheTime(int change, boolean done) {
        Dying dying = new Dying(change, done);

        die(dying);

        assertThat(iam.works(effective(secrets))).isTrue();
        if (change < CHANGES || !done) {
            rotate(new Watched());
        }
        assertThat(iam.keys()).singleElement().satisfies(key -> {
            assertThat(key.id).isNotEqualTo(LocalIam.FIRST).isEqualTo(kept(IamUserFactory.ACCESS_KEY_ACCOUNT));
            assertThat(key.active).isTrue();
        });
        assertThat(secrets.kept).doesNotContainKey(KeyRotation.ACCOUNT);
    }

    @Test
    void theStepsThatAreKilledAreAllThereAre() {
        Dying counting = new Dying(Integer.MAX_VALUE, false);

        rotate(counting);

        assertThat(counting.changes).isEqualTo(CHANGES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ListAccessKeys", "CreateAccessKey", "GetCallerIdentity", "UpdateAccessKey", "DeleteAccessKey"})
    void refusedAtAnyStepTheNextRunCompletesAndAWorkingKeyWasThereAllTheTime(String action) {
        iam.deny(action::equals);

        CredentialException thrown = catchThrowableOfType(CredentialException.class, () -> rotate(new Watched()));

        assertThat(thrown.code()).isEqualTo(CoreErrorCode.REFUSED_BY_CLOUD);
        assertThat(thrown).hasMessageContaining("ops").hasMessageContaining("AccessDenied");
        assertThat(iam.works(effective(secrets))).isTrue();
        iam.deny(any -> false);
        rotate(new Watched());
        assertRotated();
    }

    @Test
    void aSecondKeyOfUnknownOriginIsNamedAndLeftAlone() {
        iam.add("AKIAOTHER0000000");

        CredentialException thrown = catchThrowableOfType(CredentialException.class, () -> rotate(secrets));

        assertThat(thrown)
                .hasMessageContaining(
                        "has a second access key, AKIAOTHER0000000 (active, created 2026-11-23T10:00:00Z)");
        assertThat(thrown.hint().orElseThrow()).contains(LocalIam.FIRST);
        assertThat(iam.keys()).hasSize(2);
        assertThat(secrets.kept).doesNotContainKey(KeyRotation.ACCOUNT);
    }

    @Test
    void afterACrashAKeyThatIsInUseOrOlderIsNotTakenForALeftover() {
        die(new Dying(2, false));
        iam.keys().get(1).used = true;
        assertThat(catchThrowable(() -> rotate(secrets))).hasMessageContaining("has a second access key, " + NEW);

        iam.keys().get(1).used = false;
        clock.advance(Duration.ofDays(-1));
        KeyRotation.begin(LocalIam.FIRST, clock.instant()).keep(secrets);
        assertThat(catchThrowable(() -> rotate(secrets))).hasMessageContaining("has a second access key, " + NEW);
        assertThat(iam.keys()).hasSize(2);
    }

    @Test
    void aKeyThatWasGivenMeanwhileIsRotatedAndNotTheForgottenOne() {
        die(new Dying(3, false));
        iam.keys().stream().filter(key -> key.id.equals(NEW)).forEach(key -> key.used = true);
        secrets.put(IamUserFactory.ACCESS_KEY_ACCOUNT, Secret.of("AKIAGIVEN0000000"));
        iam.add("AKIAGIVEN0000000");

        assertThat(effective(secrets)).isEqualTo("AKIAGIVEN0000000");
        assertThat(catchThrowable(() -> rotate(secrets))).hasMessageContaining("has a second access key");
        assertThat(user.told).anyMatch(told -> told.contains("An earlier rotation has created access key " + NEW));
    }

    @Test
    void whereAnMfaDeviceIsDemandedItsCodesAreAsked() {
        iam.wantsMfa();
        user = new ScriptedUser("111111", "222222");

        rotate(
                secrets,
                Fixtures.session("aws-iam-user")
                        .setting("mfaDevice", Fixtures.MFA)
                        .build());

        assertThat(iam.calls()).contains("CreateAccessKey by ASIAFIRST0000000", "DeleteAccessKey by ASIANEW000000001");
        assertRotated();
    }

    @Test
    void inAWholeLeappWhatTheOldKeyGotIsForgotten() {
        try (Leapp leapp = Leapp.builder()
                .home(home)
                .environment(Environment.of(
                        Map.of("LEAPP_MACHINE_ID", "0123456789abcdef0123456789abcdef", "AWS_ENDPOINT_URL", iam.url())))
                .secretStore(SecretStore.inMemory())
                .build()) {
            SessionId ops = leapp.sessions()
                    .add(NewSession.builder(IamUserFactory.TYPE, "ops")
                            .value("accessKeyId", LocalIam.FIRST)
                            .secret("secretAccessKey", Secret.of("secret-of-the-first-key"))
                            .build())
                    .id();
            leapp.sessions().credentials(ops, CredentialRequest.standard());

            String done = leapp.sessions().act(ops, "rotate-key");

            assertThat(done).endsWith("is replaced by " + NEW);
            leapp.sessions().credentials(ops, CredentialRequest.standard());
            assertThat(iam.calls())
                    .startsWith("GetSessionToken by " + LocalIam.FIRST)
                    .endsWith("GetSessionToken by " + NEW);
            assertThat(leapp.plugins().sessionActions(IamUserFactory.TYPE))
                    .extracting(action -> action.id())
                    .containsExactly("rotate-key");
        }
    }

    private void assertRotated() {
        assertThat(iam.keys()).extracting(key -> key.id).containsExactly(NEW);
        assertThat(kept(IamUserFactory.ACCESS_KEY_ACCOUNT)).isEqualTo(NEW);
        assertThat(kept(IamUserFactory.SECRET_KEY_ACCOUNT)).isEqualTo("secret-of-" + NEW);
        assertThat(secrets.kept).doesNotContainKey(KeyRotation.ACCOUNT);
    }

    private void die(Dying dying) {
        assertThat(catchThrowable(() -> rotate(dying))).isInstanceOf(Killed.class);
    }

    private String kept(String account) {
        return secrets.get(account).orElseThrow().reveal();
    }

    private static String effective(ScopedSecrets secrets) {
        return new IamUser(Fixtures.session("aws-iam-user").build(), secrets)
                .key()
                .accessKeyId();
    }

    private String rotate(ScopedSecrets kept) {
        return rotate(kept, Fixtures.session("aws-iam-user").build());
    }

    private String rotate(ScopedSecrets kept, Session session) {
        PluginContext plugin = Fixtures.plugin(home, Map.of("AWS_ENDPOINT_URL", iam.url()))
                .clock(clock)
                .build();
        return RotateKeyFactory.create(plugin, rests::add)
                .run(IssueContext.builder(session)
                        .secrets(kept)
                        .interaction(user)
                        .deadline(clock.instant().plusSeconds(600))
                        .build());
    }

    /** Sees at each look and each change that the key in use works. */
    private class Watched implements ScopedSecrets {

        @Override
        public Optional<Secret> get(String account) {
            return secrets.get(account);
        }

        @Override
        public void put(String account, Secret value) {
            secrets.put(account, value);
            assertThat(iam.works(effective(secrets))).isTrue();
        }

        @Override
        public void delete(String account) {
            secrets.delete(account);
            assertThat(iam.works(effective(secrets))).isTrue();
        }
    }

    /** Ends the process at one change, right before or right after it. */
    private final class Dying extends Watched {

        private final int at;
        private final boolean done;
        private int changes;

        Dying(int at, boolean done) {
            this.at = at;
            this.done = done;
        }

        @Override
        public void put(String account, Secret value) {
            dieAt(() -> super.put(account, value));
        }

        @Override
        public void delete(String account) {
            dieAt(() -> super.delete(account));
        }

        private void dieAt(Runnable change) {
            boolean now = ++changes == at;
            if (!now || done) {
                change.run();
            }
            if (now) {
                throw new Killed();
            }
        }
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }
}
