package dev.leapp.core.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.session.AttemptId;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.session.ProfileId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionOrigin;
import dev.leapp.core.session.SessionState;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.workspace.ConflictPolicy;
import dev.leapp.core.workspace.ExportOptions;
import dev.leapp.core.workspace.ExportSummary;
import dev.leapp.core.workspace.IdpUrl;
import dev.leapp.core.workspace.IdpUrlId;
import dev.leapp.core.workspace.ImportEntry.Action;
import dev.leapp.core.workspace.ImportPlan;
import dev.leapp.core.workspace.NamedProfile;
import dev.leapp.core.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From one machine to another by a bundle. */
class ExportImportTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final String CANARY = "canary-secret-that-must-not-be-seen";

    @TempDir
    Path directory;

    private Machine old;
    private Machine fresh;

    @BeforeEach
    void setUp() {
        old = new Machine(directory, "p-old");
        fresh = new Machine(directory, "p-fresh");
    }

    @Test
    void everythingArrivesOnAnEmptyMachine() {
        Workspace team = Workspace.builder()
                .profile(new NamedProfile(new ProfileId("p-old"), "default"))
                .profile(new NamedProfile(new ProfileId("p-ops"), "ops"))
                .idpUrl(new IdpUrl(new IdpUrlId("u-1"), "https://idp.example/saml"))
                .integration(new Integration(new IntegrationId("i-1"), "sso", "aws-sso", Map.of("region", "r-1")))
                .session(Machine.session("s-1", "ops")
                        .profileId(new ProfileId("p-ops"))
                        .setting("device", "phone")
                        .tag("team", "core")
                        .build())
                .session(Machine.session("s-2", "child")
                        .profileId(new ProfileId("p-ops"))
                        .setting("parentSessionId", "s-1")
                        .setting("idpUrlId", "u-1")
                        .origin(new SessionOrigin(new IntegrationId("i-1"), "1/a", Optional.empty()))
                        .build())
                .defaultRegion("eu-central-1")
                .defaultLocation("westeurope")
                .setting("chain.test", "a-chain")
                .build();
        old.with(team);
        old.secrets.put("s-1-key", CANARY);
        old.secrets.put("s-1-key-id", "AKIA");
        old.secrets.put("s-2-key", "another key");
        old.secrets.put("aws-sso-integration-access-token-i-1", "login");
        old.secrets.put("s-1-session-credentials", "temporary");
        old.secrets.put("integration-login-i-1", "a login on this machine");

        Path bundle = old.bundle(ExportOptions.standard().withSecrets());
        fresh.transfer.apply(fresh.plan(bundle));

        assertThat(fresh.workspace().sessions()).isEqualTo(team.sessions());
        assertThat(fresh.workspace().idpUrls()).isEqualTo(team.idpUrls());
        assertThat(fresh.workspace().integrations()).isEqualTo(team.integrations());
        assertThat(fresh.workspace().profiles()).extracting(NamedProfile::name).containsExactly("default", "ops");
        assertThat(fresh.workspace().defaultRegion()).isEqualTo("eu-central-1");
        assertThat(fresh.workspace().defaultLocation()).isEqualTo("westeurope");
        assertThat(fresh.workspace().settings()).containsEntry("chain.test", "a-chain");
        old.secrets.remove("s-1-session-credentials");
        old.secrets.remove("integration-login-i-1");
        assertThat(fresh.secrets).isEqualTo(old.secrets);
    }

    @Test
    void importingTwiceChangesNothing() {
        old.with(Machine.session("s-1", "ops").profileId(new ProfileId("p-old")));
        old.secrets.put("s-1-key", CANARY);
        Path bundle = old.bundle(ExportOptions.standard().withSecrets());
        fresh.transfer.apply(fresh.plan(bundle));
        Workspace once = fresh.workspace();

        ImportPlan again = fresh.plan(bundle, ConflictPolicy.REPLACE);

        assertThat(again.changesAnything()).isFalse();
        assertThat(again.entries()).allMatch(entry -> entry.action() == Action.UNCHANGED);
        fresh.transfer.apply(again);
        assertThat(fresh.workspace()).isEqualTo(once);
    }

    @Test
    void statesMomentsAndTheChoiceOfTheStoreStayBehind() {
        old.with(Machine.session("active", "active")
                        .lastStartedAt(NOON)
                        .origin(new SessionOrigin(
                                new IntegrationId("i-1"), "1/a", Optional.of(NOON), Optional.of("given"))))
                .with(Machine.session("pending", "pending"))
                .with(workspace -> workspace
                        .integration(new Integration(new IntegrationId("i-1"), "sso", "aws-sso", Map.of()))
                        .setting("secret-store", "keychain")
                        .setting("secret-store.key-file", "/media/stick"))
                .with("active", new SessionState.Active(NOON, Optional.empty(), Optional.empty()))
                .with("pending", new SessionState.Pending(new AttemptId("a"), NOON));

        fresh.transfer.apply(fresh.plan(old.bundle(ExportOptions.standard())));

        assertThat(fresh.snapshot().states()).isEmpty();
        assertThat(fresh.workspace().settings()).isEmpty();
        assertThat(fresh.workspace().sessions()).hasSize(2).allSatisfy(session -> {
            assertThat(session.lastStartedAt()).isEmpty();
            assertThat(session.origin().flatMap(SessionOrigin::orphanedSince)).isEmpty();
        });
        assertThat(fresh.workspace().sessions().stream()
                        .flatMap(session -> session.origin().flatMap(SessionOrigin::upstreamName).stream()))
                .containsExactly("given");
    }

    @Test
    void withoutBeingAskedForNoSecretIsRead() {
        old.with(Machine.session("s-1", "ops"));
        old.secrets.put("s-1-key", CANARY);

        ExportSummary summary = old.export(directory.resolve("plain"), ExportOptions.standard());

        assertThat(old.storeReads).isZero();
        assertThat(summary.sessions()).isEqualTo(1);
        assertThat(summary.secrets()).isZero();
        ImportPlan plan = fresh.plan(directory.resolve("plain"));
        assertThat(Machine.fate(plan, "session", "ops")).isEqualTo("add without its secrets");
        assertThat(plan.remarks())
                .containsExactly(
                        "these sessions come without their secrets; 'leapp session edit NAME' takes them: ops");
    }

    @Test
    void theExportTellsWhoseSecretsAreNotInIt() {
        old.with(Machine.session("s-1", "lost"))
                .with(workspace -> workspace.session(
                        Session.builder(new SessionId("s-2"), "moon", new SessionType("moon-base"), "r")
                                .build()));

        ExportSummary summary =
                old.export(directory.resolve("b"), ExportOptions.standard().withSecrets());

        assertThat(summary.remarks())
                .containsExactly(
                        "the secret store has no secrets of lost",
                        "no plug-in knows the types of these sessions, so their secrets are left out: moon");
    }

    @Test
    void nothingOfASecretIsSeen() throws Exception {
        old.with(Machine.session("s-1", "ops"));
        old.secrets.put("s-1-key", CANARY);
        Path bundle = old.bundle(ExportOptions.standard().withSecrets());
        fresh.with(Machine.session("s-1", "ops"));
        fresh.secrets.put("s-1-key", "another " + CANARY);

        ImportPlan plan = fresh.plan(bundle);

        assertThat(Files.readString(bundle, StandardCharsets.ISO_8859_1)).doesNotContain(CANARY, Machine.PASSPHRASE);
        assertThat(plan.toString() + plan.entries() + plan.remarks()).doesNotContain(CANARY);
        assertThat(Machine.entry(plan, "session", "ops").differences())
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.field()).isEqualTo("secret key");
                    assertThat(difference.here()).isEmpty();
                    assertThat(difference.imported()).isEmpty();
                });
    }

    @Test
    void nobodyIsAskedForAPassphraseInVain() {
        Path file = old.bundle(ExportOptions.standard());

        assertThatThrownBy(() -> old.transfer.exportTo(
                        file,
                        () -> {
                            throw new AssertionError("asked");
                        },
                        ExportOptions.standard()))
                .isInstanceOfSatisfying(
                        LeappException.class, e -> assertThat(e.code()).isEqualTo(CoreErrorCode.ALREADY_EXISTS));
        old.export(file, ExportOptions.standard().withOverwrite());
    }

    @Test
    void aClosedPlanHasNoSecretsLeft() {
        old.with(Machine.session("s-1", "ops"));
        old.secrets.put("s-1-key", CANARY);
        ImportPlan plan = fresh.plan(old.bundle(ExportOptions.standard().withSecrets()));

        plan.close();

        assertThatThrownBy(() -> fresh.transfer.apply(plan)).isInstanceOf(IllegalStateException.class);
        assertThat(fresh.secrets).isEmpty();
        assertThat(fresh.workspace().sessions()).isEmpty();
    }

    @Test
    void sessionsOfUnknownTypesTravelAndAreToldOf() {
        old.with(workspace ->
                workspace.session(Session.builder(new SessionId("moon-1"), "moon", new SessionType("moon-base"), "r")
                        .setting("anything", "at all")
                        .build()));

        ImportPlan plan = fresh.plan(old.bundle(ExportOptions.standard().withSecrets()));
        fresh.transfer.apply(plan);

        assertThat(Machine.fate(plan, "session", "moon")).isEqualTo("add no plug-in here knows its type moon-base");
        assertThat(fresh.workspace().sessions()).isEqualTo(old.workspace().sessions());
    }

    @Test
    void whateverIsThereNothingIsLostAndASecondImportChangesNothing() {
        long seed = new SecureRandom().nextLong();
        RandomWorkspaces workspaces = new RandomWorkspaces(seed);
        for (int round = 0; round < 300; round++) {
            ConflictPolicy policy = round % 2 == 0 ? ConflictPolicy.KEEP : ConflictPolicy.REPLACE;
            Workspace mine = workspaces.next();
            old.with(workspaces.next());
            fresh.with(mine);
            Path bundle = old.bundle(ExportOptions.standard());

            fresh.transfer.apply(fresh.plan(bundle, policy));
            Workspace once = fresh.workspace();

            String as = "seed " + seed + ", round " + round;
            assertThat(ids(once)).as(as).containsAll(ids(mine));
            if (policy == ConflictPolicy.KEEP) {
                assertThat(once.sessions()).as(as).containsAll(mine.sessions());
            }
            assertThat(once.profiles().stream().map(NamedProfile::name)).as(as).doesNotHaveDuplicates();
            assertThat(dangling(once)).as(as).isEmpty();
            ImportPlan again = fresh.plan(bundle, policy);
            assertThat(again.changesAnything()).as(as + again.entries()).isFalse();
        }
    }

    private static List<SessionId> ids(Workspace workspace) {
        return workspace.sessions().stream().map(session -> session.id()).toList();
    }

    private static List<String> dangling(Workspace workspace) {
        return workspace.sessions().stream()
                .flatMap(session -> session.setting("parentSessionId").stream())
                .filter(parent -> workspace.session(new SessionId(parent)).isEmpty())
                .toList();
    }
}
