package dev.leapp.core.internal.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.ErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.IntegrationEdit;
import dev.leapp.core.integration.IntegrationView;
import dev.leapp.core.integration.LoginFlow;
import dev.leapp.core.integration.NewIntegration;
import dev.leapp.core.integration.SyncOptions;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.session.Session;
import dev.leapp.core.workspace.NamedProfile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionsTest {

    @TempDir
    Path home;

    private World world;

    @BeforeEach
    void setUp() {
        world = new World(home);
    }

    private static void assertRefused(ErrorCode code, String words, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(LeappException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e).hasMessageContaining(words);
        });
    }

    @Test
    void createdIntegrationHasWhatItsProviderCompleted() {
        IntegrationView created = world.integrations().create(World.corp("corp").build());

        assertThat(created.integration().settings())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "portalUrl", "https://corp.example/start",
                        "region", "eu-west-1",
                        "cache", "off",
                        "profileTemplate", "{account}-{role}"));
        assertThat(created.integration().settings().keySet()).startsWith("portalUrl", "region");
        assertThat(world.integrations().find("corp")).isEqualTo(created);
        assertThat(world.integrations().list()).containsExactly(created);
        assertThat(world.care.told).isOne();
        assertThat(world.logins.calls).isEmpty();
    }

    @Test
    void whatIsMissingOrMalformedIsNotCreated() {
        assertRefused(
                CoreErrorCode.INVALID_VALUE,
                "Portal URL",
                () -> world.integrations()
                        .create(NewIntegration.builder(FakeUpstream.KIND, "corp")
                                .build()));
        assertRefused(
                CoreErrorCode.INVALID_VALUE,
                "https",
                () -> world.integrations()
                        .create(World.corp("corp").value("portalUrl", "ftp://x").build()));
        assertRefused(
                CoreErrorCode.INVALID_VALUE,
                "no field 'nonsense'",
                () -> world.integrations()
                        .create(World.corp("corp").value("nonsense", "1").build()));
        assertRefused(
                CoreErrorCode.INVALID_VALUE,
                "Profile template",
                () -> world.integrations()
                        .create(World.corp("corp")
                                .value("profileTemplate", "{account")
                                .build()));
        assertRefused(
                CoreErrorCode.INVALID_VALUE,
                "alias",
                () -> world.integrations().create(World.corp(" ").build()));
        assertThat(world.workspace().integrations()).isEmpty();
    }

    @Test
    void aliasIsUnique() {
        world.corp();

        assertRefused(CoreErrorCode.ALREADY_EXISTS, "'corp'", world::corp);
        IntegrationId other = world.integrations()
                .create(World.corp("other").build())
                .integration()
                .id();
        assertRefused(
                CoreErrorCode.ALREADY_EXISTS,
                "'corp'",
                () -> world.integrations()
                        .edit(other, IntegrationEdit.builder().alias("corp").build()));
    }

    @Test
    void unknownTypeNamesTheArtifact() {
        assertThatThrownBy(() ->
                        world.integrations(false).create(World.corp("corp").build()))
                .isInstanceOfSatisfying(LeappException.class, e -> {
                    assertThat(e.code()).isEqualTo(CoreErrorCode.UNKNOWN_INTEGRATION_TYPE);
                    assertThat(e.hint().orElse("")).contains("leapp-integration-sso");
                });
    }

    @Test
    void integrationOfAnUnknownTypeListsIsKeptAndCanBeDeleted() {
        IntegrationId id = world.corp();
        Integration before = world.workspace().integrations().get(0);
        DefaultIntegrations without = world.integrations(false);

        assertThat(without.list()).extracting(IntegrationView::integration).containsExactly(before);
        world.edit(workspace -> workspace.setting("other", "thing"));
        assertThat(world.workspace().integrations()).containsExactly(before);
        for (ThrowingCallable act : List.<ThrowingCallable>of(
                () -> without.login(id, LoginFlow.AUTO),
                () -> without.list(id, SyncOptions.usual()),
                () -> without.plan(world.list(id), SyncOptions.usual()))) {
            assertRefused(CoreErrorCode.UNKNOWN_INTEGRATION_TYPE, "'corp'", act);
        }
        without.edit(id, IntegrationEdit.builder().alias("renamed").build());
        without.delete(id, false);
        assertThat(world.workspace().integrations()).isEmpty();
    }

    @Test
    void changeOfWhatALoginDependsOnLogsOut() {
        IntegrationId id = world.corp();
        world.upstream.account("1", "one", "admin");
        world.sync(id);
        Session session = world.named("one-admin");

        world.integrations()
                .edit(
                        id,
                        IntegrationEdit.builder()
                                .alias("renamed")
                                .value("sessionRegion", "eu-north-1")
                                .build());
        assertThat(world.logins.calls).isEmpty();
        IntegrationView edited = world.integrations()
                .edit(
                        id,
                        IntegrationEdit.builder()
                                .value("portalUrl", "https://other.example/start")
                                .build());

        assertThat(world.logins.calls).containsExactly("logout renamed https://corp.example/start");
        assertThat(world.care.cached).containsExactly(session.id());
        assertThat(edited.integration().alias()).isEqualTo("renamed");
        assertThat(edited.integration().settings())
                .containsEntry("portalUrl", "https://other.example/start")
                .containsEntry("sessionRegion", "eu-north-1");
    }

    @Test
    void fieldThatIsNotThereHasItsDefaultsValue() {
        IntegrationId id = world.corp();
        IntegrationEdit away = IntegrationEdit.builder().value("cache", "").build();
        IntegrationEdit filledIn =
                IntegrationEdit.builder().value("cache", "off").build();

        assertThat(world.integrations().edit(id, away).integration().settings()).doesNotContainKey("cache");
        assertThat(world.integrations().edit(id, filledIn).integration().settings())
                .containsEntry("cache", "off");
        assertThat(world.logins.calls).isEmpty();

        world.integrations()
                .edit(id, IntegrationEdit.builder().value("cache", "on").build());
        assertThat(world.logins.calls).hasSize(1);
    }

    @Test
    void changeIsNotWrittenIfTheLoginCouldNotBeEnded() {
        IntegrationId id = world.corp();
        Integration before = world.workspace().integrations().get(0);
        world.logins.locked = true;

        assertRefused(
                CoreErrorCode.SECRET_STORE_LOCKED,
                "the store is locked",
                () -> world.integrations()
                        .edit(
                                id,
                                IntegrationEdit.builder()
                                        .value("portalUrl", "https://other.example/start")
                                        .build()));

        assertThat(world.workspace().integrations()).containsExactly(before);
        assertThat(world.logins.calls).isEmpty();
        world.integrations().edit(id, IntegrationEdit.builder().alias("renamed").build());
        assertThat(world.workspace().integrations())
                .extracting(Integration::alias)
                .containsExactly("renamed");
    }

    @Test
    void emptyValueTakesAFieldAwayUnlessItIsNeeded() {
        IntegrationId id = world.integrations()
                .create(World.corp("corp").value("sessionRegion", "eu-north-1").build())
                .integration()
                .id();

        world.integrations()
                .edit(id, IntegrationEdit.builder().value("sessionRegion", "").build());

        assertThat(world.workspace().integrations().get(0).settings()).doesNotContainKey("sessionRegion");
        assertRefused(
                CoreErrorCode.INVALID_VALUE,
                "Portal URL",
                () -> world.integrations()
                        .edit(
                                id,
                                IntegrationEdit.builder().value("portalUrl", "").build()));
    }

    @Test
    void viewCountsSessionsAndOrphans() {
        IntegrationId id = world.corp();
        world.upstream.account("1", "one", "admin", "reader");
        world.sync(id);
        world.upstream.account("1", "one", "admin");
        world.sync(id);
        world.logins.loggedIn.add(id);

        IntegrationView view = world.integrations().find("corp");

        assertThat(view.sessions()).isEqualTo(2);
        assertThat(view.orphaned()).isOne();
        assertThat(view.login().loggedInAt()).contains(FakeLogins.LOGGED_IN);
    }

    @Test
    void deletionIsRefusedNamingSomeOfWhatIsInTheWay() {
        IntegrationId id = world.corp();
        world.upstream.account("1", "one", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k");
        world.sync(id);
        world.child("child", world.named("one-a"));

        assertRefused(
                CoreErrorCode.STILL_REFERRED_TO,
                "and 2 more",
                () -> world.integrations().delete(id, false));
        assertThat(world.logins.calls).isEmpty();
        assertThat(world.integrations().dependents(id)).hasSize(12);
        assertThat(world.workspace().integrations()).hasSize(1);
    }

    @Test
    void deletionStopsRemovesSecretsLogsOutAndWritesOnce() {
        IntegrationId id = world.corp();
        world.upstream.account("1", "one", "admin", "reader");
        world.sync(id);
        Session admin = world.named("one-admin");
        Session child = world.child("child", admin);
        world.activate(admin.id());
        world.care.calls.clear();

        List<Session> gone = world.integrations().delete(id, true);

        assertThat(gone).extracting(Session::name).containsExactly("child", "one-admin", "one-reader");
        assertThat(world.workspace().sessions()).isEmpty();
        assertThat(world.workspace().integrations()).isEmpty();
        assertThat(world.workspace().profiles()).extracting(NamedProfile::name).containsExactly("default");
        assertThat(world.logins.calls)
                .as("before, and what logged in meanwhile")
                .hasSize(2);
        assertThat(world.care.calls).startsWith("stop " + admin.id(), "secrets " + child.id());
        assertThat(world.care.calls).contains("deleted " + child.id(), "deleted " + admin.id());
        assertThat(world.care.cached).contains(child.id(), admin.id());
    }

    @Test
    void sessionStartedWhileItIsDeletedIsStoppedAgain() {
        IntegrationId id = world.corp();
        world.upstream.account("1", "one", "admin", "reader");
        world.sync(id);
        Session admin = world.named("one-admin");
        Session reader = world.named("one-reader");
        world.activate(admin.id());
        world.care.calls.clear();
        world.care.afterStop = () -> {
            world.care.afterStop = () -> {};
            world.activate(reader.id());
        };

        world.integrations().delete(id, true);

        assertThat(world.care.calls).contains("stop " + admin.id(), "stop " + reader.id());
        assertThat(world.workspace().sessions()).isEmpty();
    }

    @Test
    void logoutForgetsWhatItsSessionsGot() {
        IntegrationId id = world.corp();
        world.upstream.account("1", "one", "admin");
        world.sync(id);
        world.integrations().login(id, LoginFlow.DEVICE_CODE);

        assertThat(world.integrations().logout(id)).isTrue();
        assertThat(world.integrations().logout(id)).isFalse();

        assertThat(world.care.cached).contains(world.named("one-admin").id());
        assertThat(world.logins.calls).startsWith("login corp DEVICE_CODE");
    }

    @Test
    void changeThatIsNotWrittenLogsNobodyOut() {
        IntegrationId id = world.corp();
        world.upstream.account("1", "one", "admin");
        world.sync(id);
        world.failUpdates = true;

        assertThatThrownBy(() -> world.integrations()
                        .edit(
                                id,
                                IntegrationEdit.builder()
                                        .value("portalUrl", "https://other.example/start")
                                        .build()))
                .hasMessage("read-only");

        assertThat(world.logins.calls).isEmpty();
        assertThat(world.care.cached).isEmpty();
    }

    @Test
    void templateThatNothingFillsIsNotTaken() {
        assertRefused(
                CoreErrorCode.INVALID_VALUE,
                "{acount}",
                () -> world.integrations()
                        .create(World.corp("typo")
                                .value("profileTemplate", "{acount}")
                                .build()));
        IntegrationId id = world.corp();
        assertRefused(
                CoreErrorCode.INVALID_VALUE,
                "{nick}",
                () -> world.integrations()
                        .edit(
                                id,
                                IntegrationEdit.builder()
                                        .value("profileTemplate", "{role}-{nick}")
                                        .build()));
        world.integrations()
                .edit(
                        id,
                        IntegrationEdit.builder()
                                .value("profileTemplate", "{email}-{role}")
                                .build());
    }
}
