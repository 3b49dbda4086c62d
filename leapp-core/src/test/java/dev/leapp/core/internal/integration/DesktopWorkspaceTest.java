package dev.leapp.core.internal.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.NewIntegration;
import dev.leapp.core.integration.SyncOptions;
import dev.leapp.core.integration.SyncPlan;
import dev.leapp.core.integration.SyncPlan.Added;
import dev.leapp.core.integration.SyncPlan.Changed;
import dev.leapp.core.internal.workspace.DesktopFiles;
import dev.leapp.core.internal.workspace.json.LeappFixture;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionOrigin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workspace in the desktop app's format stays one that the desktop app loads; reading it again checks its rules. */
class DesktopWorkspaceTest {

    private static final String ACCOUNT = "111122223333";
    private static final IntegrationId CORP = new IntegrationId(LeappFixture.SSO);
    private static final SessionId THERE = new SessionId(LeappFixture.SSO_ROLE);

    @TempDir
    Path home;

    private World world;

    @BeforeEach
    void setUp() throws Exception {
        world = new World(home);
        DesktopFiles.begin(world.directory.workspaceFile());
        world.upstream.account(ACCOUNT, "Prod", "AdministratorAccess", "ReadOnly");
    }

    private Session there() {
        return world.workspace().session(THERE).orElseThrow();
    }

    private String json() throws Exception {
        return DesktopFiles.json(world.directory.workspaceFile(), World.MACHINE);
    }

    private long times(String text) throws Exception {
        return Pattern.compile(Pattern.quote(text)).matcher(json()).results().count();
    }

    @Test
    void firstSyncKeepsWhatTheDesktopAppMadeAndAddsTheRest() throws Exception {
        Session before = there();

        SyncPlan plan = world.sync(CORP);

        assertThat(plan.changed())
                .extracting(Changed::changes)
                .containsExactly(List.of("email: bob@example.org -> 111122223333@example.org"));
        assertThat(there().name()).isEqualTo("sso-role");
        assertThat(there().profileId()).isEqualTo(before.profileId());
        assertThat(plan.added()).extracting(Added::profile).containsExactly("Prod-ReadOnly");
        Session added = world.named("Prod-ReadOnly");
        assertThat(added.origin())
                .contains(
                        new SessionOrigin(CORP, ACCOUNT + "/ReadOnly", Optional.empty(), Optional.of("Prod-ReadOnly")));
        assertThat(json())
                .contains("\"roleArn\":\"arn:aws:iam::111122223333:role/ReadOnly\"")
                .contains("\"profileId\":\"" + added.profileId().orElseThrow() + "\"")
                .contains("\"upstreamName\":\"Prod-ReadOnly\"");
        assertThat(times("\"awsSsoConfigurationId\":\"" + CORP + "\"")).isEqualTo(2);
        assertThat(times("\"type\":\"awsSsoRole\"")).isEqualTo(2);
    }

    @Test
    void secondSyncWritesNothing() throws Exception {
        world.sync(CORP);
        byte[] before = Files.readAllBytes(world.directory.workspaceFile());

        assertThat(world.sync(CORP).isEmpty()).isTrue();

        assertThat(Files.readAllBytes(world.directory.workspaceFile())).isEqualTo(before);
    }

    @Test
    void renamedAccountRenamesOnlyWhatASyncNamed() {
        world.sync(CORP);
        world.upstream.account(ACCOUNT, "Production", "AdministratorAccess", "ReadOnly");

        SyncPlan plan = world.sync(CORP);

        assertThat(plan.changed()).hasSize(1);
        assertThat(world.workspace().sessions()).extracting(Session::name).contains("sso-role", "Production-ReadOnly");
    }

    @Test
    void goneIsMarkedAndBackAgain() throws Exception {
        world.sync(CORP);
        world.upstream.account(ACCOUNT, "Prod", "ReadOnly");
        world.sync(CORP);
        assertThat(there().origin().flatMap(SessionOrigin::orphanedSince)).contains(world.clock.instant());
        world.upstream.account(ACCOUNT, "Prod", "AdministratorAccess", "ReadOnly");

        world.sync(CORP);

        assertThat(there().origin().flatMap(SessionOrigin::orphanedSince)).isEmpty();
        assertThat(json()).doesNotContain("orphanedSince");
    }

    @Test
    void prunedAndDeletedLeaveNoReference() throws Exception {
        world.sync(CORP);
        world.child("child", there());
        world.upstream.account(ACCOUNT, "Prod", "ReadOnly");
        world.integrations().sync(CORP, SyncOptions.builder().prune(true).build());
        assertThat(json()).doesNotContain(LeappFixture.SSO_ROLE, "child-id");

        assertThat(world.integrations().dependents(CORP))
                .extracting(Session::name)
                .containsExactly("Prod-ReadOnly");
        world.integrations().delete(CORP, true);

        assertThat(json()).doesNotContain(LeappFixture.SSO, "awsSsoRole", "Prod-ReadOnly");
        assertThat(world.workspace().integrations())
                .extracting(Integration::alias)
                .containsExactly("az");
    }

    @Test
    void newIntegrationOfAKindThatTheFormatHasIsWrittenAsTheDesktopAppDoes() throws Exception {
        IntegrationId id = world.integrations()
                .create(World.corp("second").build())
                .integration()
                .id();
        world.sync(id);

        assertThat(json())
                .contains("\"alias\":\"second\"", "\"type\":\"AWS-SSO\"", "\"browserOpening\":\"In-browser\"")
                .contains("\"awsSsoConfigurationId\":\"" + id + "\"");
        assertThat(world.integrations().find("second").integration().settings())
                .containsEntry("profileTemplate", "{account}-{role}");
        assertThat(world.integrations().find("second").sessions()).isEqualTo(2);
        assertThat(world.sync(id).isEmpty()).isTrue();
    }

    @Test
    void kindThatTheFormatDoesNotHaveAsksToUpgrade() throws Exception {
        byte[] before = Files.readAllBytes(world.directory.workspaceFile());
        world.upstream.kind = "okta";
        NewIntegration okta = NewIntegration.builder("okta", "okta")
                .value("portalUrl", "https://okta.example")
                .build();

        assertThatThrownBy(() -> world.integrations().create(okta))
                .isInstanceOfSatisfying(
                        LeappException.class,
                        e -> assertThat(e.code()).isEqualTo(CoreErrorCode.WORKSPACE_UPGRADE_NEEDED));

        assertThat(Files.readAllBytes(world.directory.workspaceFile())).isEqualTo(before);
    }
}
