package dev.leapp.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.error.SecretStoreException;
import dev.leapp.core.internal.cache.PromptedCredentials;
import dev.leapp.core.internal.definition.DefaultSessions;
import dev.leapp.core.internal.definition.DefaultWorkspaces;
import dev.leapp.core.internal.definition.Ids;
import dev.leapp.core.internal.definition.SessionDefinitions;
import dev.leapp.core.internal.issuance.Issuances;
import dev.leapp.core.internal.plugin.PluginRegistry;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.session.NewSession;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionEdit;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionStatus;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.session.StartOptions;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.workspace.Update;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionsTest {

    @TempDir
    Path home;

    private Fixture fixture;
    private DefaultSessions sessions;
    private DefaultWorkspaces workspaces;

    @BeforeEach
    void open() {
        fixture = new Fixture(home);
        PluginRegistry plugins = PluginRegistry.of(
                List.of(fixture.cloud),
                Optional.empty(),
                PluginContext.builder(home).build());
        Ids ids = new Ids(new SecureRandom());
        sessions = new DefaultSessions(
                new SessionDefinitions(fixture.repository, fixture.store, plugins, ids),
                fixture.lifecycle,
                new PromptedCredentials(fixture.store, fixture.clock),
                Issuances.none());
        workspaces = new DefaultWorkspaces(
                fixture.repository,
                sessions,
                fixture.lifecycle::optionsNow,
                fixture.lifecycle::definitionsChanged,
                plugins,
                ids);
    }

    @Test
    void aNewSessionKeepsItsSecretInTheStoreOnly() {
        Session added = sessions.add(ops().build());

        assertThat(fixture.store.get(new SecretName(added.id() + "-key"))).contains(Secret.of("hush"));
        assertThat(added.settings()).doesNotContainValue("hush");
        assertThat(sessions.list()).singleElement().satisfies(view -> {
            assertThat(view.status()).isEqualTo(SessionStatus.INACTIVE);
            assertThat(view.profileName()).contains("default");
            assertThat(view.session().region()).isEqualTo("us-east-1");
        });
    }

    @Test
    void aProfileThatDoesNotExistIsCreated() {
        sessions.add(ops().profile("new").build());

        assertThat(workspaces.read().profileNamed("new")).isPresent();
    }

    @Test
    void whatIsMissingIsNamedAndNothingIsAdded() {
        NewSession incomplete = NewSession.builder(FakeCloud.TYPE, "ops").build();

        assertThatThrownBy(() -> sessions.add(incomplete)).hasMessageContaining("Secret key");

        assertThat(sessions.list()).isEmpty();
    }

    @Test
    void anUnknownTypeNamesTheArtifactToAdd() {
        NewSession unknown =
                NewSession.builder(new SessionType("gcp-user"), "g").build();

        assertThatThrownBy(() -> sessions.add(unknown))
                .isInstanceOfSatisfying(
                        LeappException.class,
                        e -> assertThat(e.hint())
                                .hasValueSatisfying(hint -> assertThat(hint).contains("leapp-provider-gcp")));
    }

    @Test
    void aSessionOfAnUnknownTypeListsAndStaysAsItIs() {
        Session foreign = Session.builder(new SessionId("foreign-1"), "g", new SessionType("gcp-user"), "europe")
                .setting("account", "me")
                .build();
        fixture.repository.update(snapshot -> new Update<>(
                snapshot.with(snapshot.workspace().toBuilder().session(foreign).build()), true, ""));

        assertThat(sessions.find("g").session()).isEqualTo(foreign);
        assertCode(() -> sessions.start(foreign.id(), StartOptions.none()), CoreErrorCode.UNKNOWN_ACCESS_METHOD);
        assertThat(sessions.find("g").session()).isEqualTo(foreign);
        assertThat(sessions.find("g").status()).isEqualTo(SessionStatus.INACTIVE);
    }

    @Test
    void sessionsAreFoundByIdPrefixOrName() {
        Session one = sessions.add(ops().build());
        sessions.add(NewSession.builder(FakeCloud.TYPE, "other")
                .secret("secretKey", Secret.of("x"))
                .build());

        assertThat(sessions.find(one.id().value()).session()).isEqualTo(one);
        assertThat(sessions.find(one.id().value().substring(0, 8)).session()).isEqualTo(one);
        assertThat(sessions.find("ops").session()).isEqualTo(one);
        assertCode(() -> sessions.find("nobody"), CoreErrorCode.SESSION_NOT_FOUND);
    }

    @Test
    void anAmbiguousNameListsTheCandidates() {
        Session one = sessions.add(ops().build());
        Session two = sessions.add(ops().build());

        assertThatThrownBy(() -> sessions.find("ops"))
                .hasMessageContaining(one.id().value())
                .hasMessageContaining(two.id().value());
    }

    @Test
    void editingAnActiveSessionMovesWhatItPublished() {
        Session ops = sessions.add(ops().profile("one").build());
        sessions.start(ops.id(), StartOptions.none());

        sessions.edit(ops.id(), SessionEdit.builder().profile("two").build());

        assertThat(fixture.cloud.published).containsOnlyKeys("two");
        assertThat(sessions.get(ops.id()).status()).isEqualTo(SessionStatus.ACTIVE);
    }

    @Test
    void aMalformedEditChangesNothingAndStopsNothing() {
        Session ops = sessions.add(ops().build());
        sessions.start(ops.id(), StartOptions.none());

        assertCode(
                () -> sessions.edit(
                        ops.id(), SessionEdit.builder().region("not a region").build()),
                CoreErrorCode.INVALID_VALUE);

        assertThat(sessions.get(ops.id()).session().region()).isEqualTo(ops.region());
        assertThat(sessions.get(ops.id()).status()).isEqualTo(SessionStatus.ACTIVE);
        assertThat(fixture.cloud.published).containsKey("default");
    }

    @Test
    void movingOntoAProfileInUseStopsNothing() {
        Session one = sessions.add(ops().profile("one").build());
        Session two = sessions.add(ops().profile("two").build());
        sessions.start(one.id(), StartOptions.none());
        sessions.start(two.id(), StartOptions.none());

        assertCode(
                () -> sessions.edit(
                        two.id(), SessionEdit.builder().profile("one").build()),
                CoreErrorCode.PROFILE_IN_USE);

        assertThat(sessions.get(two.id()).status()).isEqualTo(SessionStatus.ACTIVE);
        assertThat(fixture.cloud.published).containsOnlyKeys("one", "two");
    }

    @Test
    void aNewNameTouchesNoCredentials() {
        Session ops = sessions.add(ops().build());
        sessions.start(ops.id(), StartOptions.none());
        fixture.cloud.issueFailure = new LeappException(CoreErrorCode.UNREACHABLE, "offline", null);

        sessions.edit(ops.id(), SessionEdit.builder().name("renamed").build());

        assertThat(sessions.find("renamed").status()).isEqualTo(SessionStatus.ACTIVE);
        assertThat(fixture.cloud.issued).hasValue(1);
    }

    @Test
    void tagsTouchNoCredentials() {
        Session ops = sessions.add(ops().tag("env", "prod").tag("team", "core").build());
        sessions.start(ops.id(), StartOptions.none());

        sessions.edit(
                ops.id(),
                SessionEdit.builder()
                        .tag("env", "test")
                        .untag("team")
                        .favourite(true)
                        .build());

        assertThat(sessions.get(ops.id()).status()).isEqualTo(SessionStatus.ACTIVE);
        assertThat(sessions.get(ops.id()).session().tags())
                .isEqualTo(Map.of("env", "test", Session.FAVOURITE, Session.SET));
        assertThat(fixture.cloud.issued).hasValue(1);
    }

    @Test
    void aTagThatNoCommandLineCouldNameIsRefused() {
        Session ops = sessions.add(ops().build());

        for (String label : List.of("", "a b", "a=b", "a:b", "-a", "a\n", "x".repeat(200))) {
            assertCode(
                    () -> sessions.edit(
                            ops.id(), SessionEdit.builder().tag(label, "v").build()),
                    CoreErrorCode.INVALID_VALUE);
        }
        assertCode(() -> sessions.add(ops().tag("a", "two\nlines").build()), CoreErrorCode.INVALID_VALUE);
        assertCode(() -> sessions.add(ops().tag(Session.FAVOURITE, "no").build()), CoreErrorCode.INVALID_VALUE);
    }

    @Test
    void aGlanceTellsStatesAndLooksAtNothingElse() {
        Session ops = sessions.add(ops().build());
        sessions.start(ops.id(), StartOptions.none());

        assertThat(sessions.glance().orElseThrow()).singleElement().satisfies(view -> {
            assertThat(view.status()).isEqualTo(SessionStatus.ACTIVE);
            assertThat(view.profileName()).contains("default");
            assertThat(view.standing()).isEmpty();
        });
        assertThat(workspaces.glance()).contains(workspaces.read());
    }

    @Test
    void aFailedEditKeepsTheOldSecret() {
        Session ops = sessions.add(ops().build());
        fixture.repository.failNextUpdate(new LeappException(CoreErrorCode.DISK_FULL, "full", null));

        assertCode(
                () -> sessions.edit(
                        ops.id(),
                        SessionEdit.builder()
                                .secret("secretKey", Secret.of("new"))
                                .build()),
                CoreErrorCode.DISK_FULL);

        assertThat(fixture.store.get(new SecretName(ops.id() + "-key"))).contains(Secret.of("hush"));
    }

    @Test
    void deletingWhatOthersHangOnIsRefusedOrCascades() {
        Session parent = sessions.add(ops().build());
        Session child = sessions.add(
                ops().profile("child").value("parent", parent.id().value()).build());
        Session grandchild = sessions.add(
                ops().profile("grandchild").value("parent", child.id().value()).build());

        assertThat(sessions.dependents(parent.id())).containsExactly(child, grandchild);
        assertCode(() -> sessions.delete(parent.id(), false), CoreErrorCode.STILL_REFERRED_TO);
        assertThat(sessions.delete(parent.id(), true)).containsExactlyInAnyOrder(parent, child, grandchild);

        assertThat(sessions.list()).isEmpty();
        assertThat(fixture.store.get(new SecretName(parent.id() + "-key"))).isEmpty();
    }

    @Test
    void deletingAnActiveSessionStopsItFirst() {
        Session ops = sessions.add(ops().build());
        sessions.start(ops.id(), StartOptions.none());

        sessions.delete(ops.id(), false);

        assertThat(fixture.cloud.published).isEmpty();
    }

    @Test
    void aDeletedProfilesSessionsMoveToTheDefault() {
        Session ops = sessions.add(ops().profile("gone").build());

        assertCode(() -> workspaces.deleteProfile("gone", false), CoreErrorCode.STILL_REFERRED_TO);
        workspaces.deleteProfile("gone", true);

        assertThat(sessions.get(ops.id()).profileName()).contains("default");
        assertThat(workspaces.read().profileNamed("gone")).isEmpty();
    }

    @Test
    void aRenamedProfileTakesItsActiveSessionsAlong() {
        Session ops = sessions.add(ops().profile("old").build());
        sessions.start(ops.id(), StartOptions.none());

        workspaces.renameProfile("old", "new");

        assertThat(fixture.cloud.published).containsOnlyKeys("new");
        assertThat(sessions.get(ops.id()).profileName()).contains("new");
    }

    @Test
    void theProfileDefaultStaysAndNamesAreUnique() {
        workspaces.createProfile("one");

        assertCode(() -> workspaces.createProfile("one"), CoreErrorCode.ALREADY_EXISTS);
        assertCode(() -> workspaces.createProfile("bad]name"), CoreErrorCode.INVALID_VALUE);
        assertCode(() -> workspaces.renameProfile("default", "other"), CoreErrorCode.INVALID_VALUE);
        assertCode(() -> workspaces.deleteProfile("default", true), CoreErrorCode.INVALID_VALUE);
        assertCode(() -> workspaces.deleteProfile("nobody", true), CoreErrorCode.PROFILE_NOT_FOUND);
    }

    @Test
    void identityProviderUrlsAreKeptUniqueAndChecked() {
        String id = workspaces.createIdpUrl("https://idp.example/start").id().value();

        assertCode(() -> workspaces.createIdpUrl("https://idp.example/start"), CoreErrorCode.ALREADY_EXISTS);
        assertCode(() -> workspaces.createIdpUrl("ftp://idp.example"), CoreErrorCode.INVALID_VALUE);
        workspaces.editIdpUrl(id, "https://idp.example/other");
        assertThat(workspaces.deleteIdpUrl("https://idp.example/other", false)).isEmpty();
        assertThat(workspaces.read().idpUrls()).isEmpty();
    }

    @Test
    void aSecretStoreThatFailsAddsNothing() {
        SessionDefinitions failing = new SessionDefinitions(
                fixture.repository,
                new FailingStore(),
                PluginRegistry.of(
                        List.of(fixture.cloud),
                        Optional.empty(),
                        PluginContext.builder(home).build()),
                new Ids(new SecureRandom()));

        assertThatThrownBy(() -> failing.add(ops().build())).isInstanceOf(SecretStoreException.class);

        assertThat(sessions.list()).isEmpty();
    }

    @Test
    void aParentIsGivenByItsNameAndKeptByItsId() {
        Session parent = sessions.add(ops().build());

        Session child = sessions.add(NewSession.builder(FakeCloud.TYPE, "child")
                .secret("secretKey", Secret.of("hush"))
                .profile("child")
                .value("parent", "ops")
                .build());

        assertThat(child.setting("parent")).contains(parent.id().value());
        assertThat(sessions.credentials(child.id(), CredentialRequest.standard())
                        .secret("value")
                        .reveal())
                .isEqualTo("credentials-1/credentials-2");
        assertCode(() -> sessions.add(ops().value("parent", "nobody").build()), CoreErrorCode.SESSION_NOT_FOUND);
    }

    @Test
    void aSessionCannotHangOnItself() {
        Session parent = sessions.add(ops().build());
        Session child = sessions.add(
                ops().profile("child").value("parent", parent.id().value()).build());
        SessionEdit loop =
                SessionEdit.builder().value("parent", child.id().value()).build();

        assertCode(() -> sessions.edit(parent.id(), loop), CoreErrorCode.INVALID_VALUE);

        assertThat(sessions.get(parent.id()).session().setting("parent")).isEmpty();
    }

    @Test
    void sessionsThatHangOnThemselvesInTheFileFailInsteadOfWaitingForThemselves() {
        Session parent = sessions.add(ops().build());
        Session child = sessions.add(
                ops().profile("child").value("parent", parent.id().value()).build());
        fixture.repository.update(snapshot -> new Update<>(
                snapshot.with(snapshot.workspace().toBuilder()
                        .session(parent.toBuilder()
                                .setting("parent", child.id().value())
                                .build())
                        .build()),
                true,
                "by hand"));

        assertCode(() -> sessions.credentials(child.id(), CredentialRequest.standard()), CoreErrorCode.INVALID_VALUE);
    }

    @Test
    void theUrlOfAnIdentityProviderIsAddedOnce() {
        Session first =
                sessions.add(ops().value("idpUrlId", "https://idp.example/saml").build());
        Session second =
                sessions.add(ops().value("idpUrlId", "https://idp.example/saml").build());

        assertThat(workspaces.read().idpUrls())
                .singleElement()
                .satisfies(url -> assertThat(List.of(first, second))
                        .allSatisfy(session -> assertThat(session.setting("idpUrlId"))
                                .contains(url.id().value())));
        assertCode(() -> sessions.add(ops().value("idpUrlId", "no url").build()), CoreErrorCode.INVALID_VALUE);
    }

    private static NewSession.Builder ops() {
        return NewSession.builder(FakeCloud.TYPE, "ops").secret("secretKey", Secret.of("hush"));
    }

    private static void assertCode(ThrowingCallable call, CoreErrorCode code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        LeappException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
