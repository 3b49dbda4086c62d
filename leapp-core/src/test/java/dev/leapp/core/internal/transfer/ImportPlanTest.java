package dev.leapp.core.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.session.ProfileId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionOrigin;
import dev.leapp.core.session.SessionState;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.workspace.ConflictPolicy;
import dev.leapp.core.workspace.ExportOptions;
import dev.leapp.core.workspace.IdpUrl;
import dev.leapp.core.workspace.IdpUrlId;
import dev.leapp.core.workspace.ImportEntry;
import dev.leapp.core.workspace.ImportEntry.Action;
import dev.leapp.core.workspace.ImportEntry.Difference;
import dev.leapp.core.workspace.ImportPlan;
import dev.leapp.core.workspace.NamedProfile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plan makes of what is there. */
class ImportPlanTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    Path directory;

    private Machine old;
    private Machine here;

    @BeforeEach
    void setUp() {
        old = new Machine(directory, "p-default");
        here = new Machine(directory, "p-default");
    }

    @Test
    void otherContentIsAConflictToldFieldByFieldAndStays() {
        old.with(Machine.session("s-1", "new name")
                .region("r-2")
                .setting("device", "phone")
                .tag("team", "core"));
        here.with(Machine.session("s-1", "old name").setting("endpoint", "x"));

        ImportPlan plan = plan();

        ImportEntry entry = Machine.entry(plan, "session", "new name");
        assertThat(entry.action()).isEqualTo(Action.CONFLICT);
        assertThat(entry.differences())
                .containsExactly(
                        new Difference("name", Optional.of("old name"), Optional.of("new name")),
                        new Difference("region", Optional.of("r-1"), Optional.of("r-2")),
                        new Difference("device", Optional.empty(), Optional.of("phone")),
                        new Difference("endpoint", Optional.of("x"), Optional.empty()),
                        new Difference("tag team", Optional.empty(), Optional.of("core")));
        assertThat(plan.changesAnything()).isFalse();
    }

    @Test
    void replacingTakesTheOtherContentAndKeepsTheMoments() {
        old.with(Machine.session("s-1", "new name").region("r-2"));
        old.secrets.put("s-1-key", "new key");
        here.with(Machine.session("s-1", "old name").lastStartedAt(NOON));
        here.secrets.put("s-1-key", "old key");

        here.transfer.apply(here.plan(old.bundle(ExportOptions.standard().withSecrets()), ConflictPolicy.REPLACE));

        assertThat(here.workspace().sessions())
                .containsExactly(Machine.session("s-1", "new name")
                        .region("r-2")
                        .lastStartedAt(NOON)
                        .build());
        assertThat(here.secrets).containsEntry("s-1-key", "new key");
        assertThat(here.replaced).containsExactly("s-1");
        assertThat(here.rekeyed).containsExactly("s-1");
    }

    @Test
    void whatIsActiveIsNotReplaced() {
        old.with(Machine.session("s-1", "new name"));
        here.with(Machine.session("s-1", "old name"))
                .with("s-1", new SessionState.Active(NOON, Optional.empty(), Optional.empty()));

        ImportPlan plan = plan(ConflictPolicy.REPLACE);

        assertThat(Machine.fate(plan, "session", "new name")).isEqualTo("conflict it is active here: stop it first");
    }

    @Test
    void aProfileOfThatNameHereIsTheOneThatIsMeant() {
        old.with(workspace -> workspace.profile(new NamedProfile(new ProfileId("p-theirs"), "ops")))
                .with(Machine.session("s-1", "ops").profileId(new ProfileId("p-theirs")));
        here.with(workspace -> workspace.profile(new NamedProfile(new ProfileId("p-mine"), "ops")));

        ImportPlan plan = plan();
        here.transfer.apply(plan);

        assertThat(Machine.fate(plan, "profile", "ops")).isEqualTo("unchanged the one of that name here is used");
        assertThat(here.workspace().profiles()).hasSize(2);
        assertThat(here.workspace().sessions().get(0).profileId()).contains(new ProfileId("p-mine"));
        assertThat(Machine.fate(plan(), "session", "ops")).isEqualTo("unchanged");
    }

    @Test
    void aUrlThatIsHereUnderAnotherIdIsTheOneThatIsMeant() {
        old.with(workspace -> workspace.idpUrl(new IdpUrl(new IdpUrlId("u-theirs"), "https://idp")))
                .with(Machine.session("s-1", "saml").setting("idpUrlId", "u-theirs"));
        here.with(workspace -> workspace.idpUrl(new IdpUrl(new IdpUrlId("u-mine"), "https://idp")));

        here.transfer.apply(plan());

        assertThat(here.workspace().idpUrls()).hasSize(1);
        assertThat(here.workspace().sessions().get(0).setting("idpUrlId")).contains("u-mine");
    }

    @Test
    void aProfileIsRenamedOnlyIfThatIsWishedAndNothingIsInTheWay() {
        profile(old, "p-1", "theirs");
        profile(here, "p-1", "mine");

        assertThat(Machine.entry(plan(), "profile", "theirs").action()).isEqualTo(Action.CONFLICT);
        assertThat(Machine.entry(plan(ConflictPolicy.REPLACE), "profile", "theirs")
                        .action())
                .isEqualTo(Action.REPLACE);

        profile(here, "p-2", "theirs");
        assertThat(Machine.fate(plan(ConflictPolicy.REPLACE), "profile", "theirs"))
                .isEqualTo("conflict another one has this name here");
    }

    @Test
    void theProfileOfAnActiveSessionAndTheDefaultOneKeepTheirNames() {
        profile(old, "p-1", "theirs");
        profile(old, "p-default", "was default");
        profile(here, "p-1", "mine");
        here.with(Machine.session("s-1", "ops").profileId(new ProfileId("p-1")))
                .with("s-1", new SessionState.Active(NOON, Optional.empty(), Optional.empty()));

        ImportPlan plan = plan(ConflictPolicy.REPLACE);

        assertThat(Machine.fate(plan, "profile", "theirs"))
                .isEqualTo("conflict a session on it is active here: stop it first");
        assertThat(Machine.fate(plan, "profile", "was default"))
                .isEqualTo("conflict the profile 'default' keeps its name");
    }

    @Test
    void integrationsAreComparedFieldByField() {
        old.with(workspace ->
                workspace.integration(new Integration(new IntegrationId("i-1"), "new", "aws-sso", Map.of("a", "1"))));
        here.with(workspace ->
                workspace.integration(new Integration(new IntegrationId("i-1"), "old", "aws-sso", Map.of("b", "2"))));

        assertThat(Machine.entry(plan(), "integration", "new").differences())
                .extracting(Difference::field)
                .containsExactly("alias", "a", "b");

        here.transfer.apply(plan(ConflictPolicy.REPLACE));
        assertThat(here.workspace().integrations()).isEqualTo(old.workspace().integrations());
    }

    @Test
    void aLoginThatIsHereIsNoConflictAndStays() {
        old.with(workspace -> workspace.integration(new Integration(new IntegrationId("i-1"), "sso", "x", Map.of())));
        old.secrets.put("aws-sso-integration-access-token-i-1", "theirs");
        here.with(old.workspace());
        here.secrets.put("aws-sso-integration-access-token-i-1", "mine");

        ImportPlan plan = here.plan(old.bundle(ExportOptions.standard().withSecrets()), ConflictPolicy.REPLACE);

        assertThat(plan.changesAnything()).isFalse();
    }

    @Test
    void whatRefersToNothingIsRefusedAndSoIsWhatHangsOnIt() {
        old.with(Machine.session("s-1", "no profile").profileId(new ProfileId("p-nowhere")))
                .with(Machine.session("s-2", "no portal").setting("awsSsoConfigurationId", "i-nowhere"))
                .with(Machine.session("s-3", "no url").setting("idpUrlId", "u-nowhere"))
                .with(Machine.session("s-4", "no origin")
                        .origin(new SessionOrigin(new IntegrationId("i-nowhere"), "1", Optional.empty())))
                .with(Machine.session("s-5", "orphan").setting("parentSessionId", "s-nowhere"))
                .with(Machine.session("s-6", "grandchild").setting("parentSessionId", "s-7"))
                .with(Machine.session("s-7", "child").setting("parentSessionId", "s-1"))
                .with(Machine.session("s-8", "good"));

        ImportPlan plan = plan();
        here.transfer.apply(plan);

        assertThat(Machine.fate(plan, "session", "no profile"))
                .isEqualTo("refused it refers to p-nowhere, which is not there");
        assertThat(Machine.fate(plan, "session", "no portal")).startsWith("refused it refers to i-nowhere");
        assertThat(Machine.fate(plan, "session", "no url")).startsWith("refused it refers to u-nowhere");
        assertThat(Machine.fate(plan, "session", "no origin")).startsWith("refused it refers to i-nowhere");
        assertThat(Machine.fate(plan, "session", "orphan"))
                .isEqualTo("refused it hangs on session s-nowhere, which is not there");
        assertThat(Machine.fate(plan, "session", "child"))
                .isEqualTo("refused it hangs on session no profile, which is refused");
        assertThat(Machine.fate(plan, "session", "grandchild"))
                .isEqualTo("refused it hangs on session child, which is refused");
        assertThat(here.workspace().sessions()).extracting(Session::name).containsExactly("good");
    }

    @Test
    void sessionsThatHangOnThemselvesAreRefused() {
        old.with(Machine.session("s-1", "one").setting("parentSessionId", "s-2"))
                .with(Machine.session("s-2", "two").setting("parentSessionId", "s-1"))
                .with(Machine.session("s-3", "three").setting("parentSessionId", "s-3"))
                .with(Machine.session("s-4", "child").setting("parentSessionId", "s-1"));

        assertThat(plan().entries().stream().filter(entry -> entry.kind().equals("session")))
                .hasSize(4)
                .allMatch(entry -> entry.action() == Action.REFUSED);
    }

    @Test
    void aReplacementThatWouldClosACircleWithWhatIsHereIsRefused() {
        here.with(Machine.session("s-1", "parent"))
                .with(Machine.session("s-2", "child").setting("parentSessionId", "s-1"));
        old.with(Machine.session("s-1", "parent").setting("parentSessionId", "s-2"))
                .with(Machine.session("s-2", "child").setting("parentSessionId", "s-1"));

        ImportPlan plan = plan(ConflictPolicy.REPLACE);

        assertThat(Machine.fate(plan, "session", "parent")).isEqualTo("refused it hangs on itself");
    }

    @Test
    void aParentThatIsOnlyHereWillDo() {
        here.with(Machine.session("s-1", "parent"));
        old.with(Machine.session("s-2", "child").setting("parentSessionId", "s-1"));

        assertThat(Machine.entry(plan(), "session", "child").action()).isEqualTo(Action.ADD);
    }

    @Test
    void whatOneIntegrationCallsTheSameIsTheSameSession() {
        SessionOrigin origin = new SessionOrigin(new IntegrationId("i-1"), "1/admin", Optional.empty());
        Integration sso = new Integration(new IntegrationId("i-1"), "sso", "aws-sso", Map.of());
        old.with(workspace -> workspace.integration(sso))
                .with(Machine.session("s-theirs", "admin").origin(origin))
                .with(Machine.session("s-child", "child").setting("parentSessionId", "s-theirs"));
        old.secrets.put("s-theirs-key", "a key");
        here.with(workspace -> workspace.integration(sso))
                .with(Machine.session("s-mine", "my admin").origin(origin));

        ImportPlan plan = here.plan(old.bundle(ExportOptions.standard().withSecrets()));
        here.transfer.apply(plan);

        assertThat(Machine.fate(plan, "session", "admin"))
                .isEqualTo("unchanged it is here as session my admin of the same origin");
        assertThat(here.workspace()
                        .session(new SessionId("s-child"))
                        .orElseThrow()
                        .setting("parentSessionId"))
                .contains("s-mine");
        assertThat(here.secrets).isEmpty();
    }

    @Test
    void valuesAreHeldToWhatTheAccessMethodAllows() {
        old.with(Machine.session("s-1", "ops").setting("device", "NOT A WORD"))
                .with(Machine.session("s-2", "short"))
                .with(Machine.session("s-3", "child").setting("parentSessionId", "s-1"));
        old.secrets.put("s-2-key", "abc");

        ImportPlan plan = here.plan(old.bundle(ExportOptions.standard().withSecrets()));

        assertThat(Machine.fate(plan, "session", "ops")).isEqualTo("refused Device must be a word");
        assertThat(Machine.fate(plan, "session", "short")).isEqualTo("refused Secret key must have four characters");
        assertThat(Machine.fate(plan, "session", "child"))
                .isEqualTo("refused it hangs on session ops, which is refused");
    }

    @Test
    void aNameThatIsThereAlreadyIsRemarked() {
        old.with(Machine.session("s-1", "ops"));
        old.secrets.put("s-1-key", "a key");
        here.with(Machine.session("s-9", "ops"));

        ImportPlan plan = here.plan(old.bundle(ExportOptions.standard().withSecrets()));

        assertThat(Machine.fate(plan, "session", "ops")).isEqualTo("add another session has this name");
    }

    @Test
    void aSecretThatIsMissingHereIsAdded() {
        old.with(Machine.session("s-1", "ops"));
        old.secrets.put("s-1-key", "a key");
        here.with(Machine.session("s-1", "ops"));

        ImportPlan plan = here.plan(old.bundle(ExportOptions.standard().withSecrets()));
        here.transfer.apply(plan);

        assertThat(Machine.fate(plan, "session", "ops")).isEqualTo("add its secrets; the session itself is here");
        assertThat(here.secrets).containsEntry("s-1-key", "a key");
        assertThat(here.rekeyed).containsExactly("s-1");
        assertThat(here.replaced).isEmpty();
    }

    @Test
    void aSecretThatDiffersIsAConflictUnlessReplaced() {
        old.with(Machine.session("s-1", "ops"));
        old.secrets.put("s-1-key", "new key");
        here.with(Machine.session("s-1", "ops"));
        here.secrets.put("s-1-key", "old key");
        Path bundle = old.bundle(ExportOptions.standard().withSecrets());

        here.transfer.apply(here.plan(bundle));
        assertThat(here.secrets).containsEntry("s-1-key", "old key");

        here.transfer.apply(here.plan(bundle, ConflictPolicy.REPLACE));
        assertThat(here.secrets).containsEntry("s-1-key", "new key");
    }

    @Test
    void aBundleCantReplaceTheSecretsOfOthers() {
        old.with(Machine.session("1b4e28ba", "evil").region("r-2"))
                .with(workspace -> workspace.session(
                        Session.builder(new SessionId("moon"), "moon", new SessionType("moon-base"), "r")
                                .build()));
        here.with(Machine.session("1b4e28ba-2fa1", "mine"));
        here.secrets.put("1b4e28ba-2fa1-key", "mine");
        ImportedWorkspace incoming = new ImportedWorkspace(
                old.workspace(),
                Map.of(
                        new SecretName("1b4e28ba-2fa1-key"),
                        Secret.of("theirs"),
                        new SecretName("1b4e28ba-undeclared"),
                        Secret.of("theirs"),
                        new SecretName("touch-id-lock"),
                        Secret.of("theirs"),
                        new SecretName("moon-key"),
                        Secret.of("theirs")),
                List.of(),
                List.of());

        ImportedSecrets secrets = ImportedSecrets.of(
                incoming, here.workspace(), new SecretNames(new SessionFields(here.registry)), SecretStore.inMemory());

        assertThat(secrets.byOwner()).containsOnly(Map.entry("moon", List.of(new SecretName("moon-key"))));
    }

    @Test
    void defaultsThatWereNeverSetAreTakenAndOthersAreConflicts() {
        old.with(workspace -> workspace
                .defaultRegion("eu-west-1")
                .setting("chain.aws", "theirs")
                .setting("chain.gcp", "theirs")
                .setting("plugin.secret", "x"));
        here.with(workspace -> workspace.setting("chain.aws", "mine"));

        ImportPlan plan = plan();
        here.transfer.apply(plan);

        assertThat(Machine.fate(plan, "setting", "default region")).isEqualTo("add eu-west-1");
        assertThat(Machine.entry(plan, "setting", "chain.aws").differences())
                .containsExactly(new Difference("chain.aws", Optional.of("mine"), Optional.of("theirs")));
        assertThat(here.workspace().settings())
                .containsOnly(Map.entry("chain.aws", "mine"), Map.entry("chain.gcp", "theirs"));
        assertThat(here.workspace().defaultRegion()).isEqualTo("eu-west-1");
        assertThat(plan.entries().stream().filter(entry -> entry.kind().equals("setting")))
                .hasSize(3);
    }

    private ImportPlan plan() {
        return plan(ConflictPolicy.KEEP);
    }

    private ImportPlan plan(ConflictPolicy policy) {
        return here.plan(old.bundle(ExportOptions.standard()), policy);
    }

    private static void profile(Machine machine, String id, String name) {
        machine.with(workspace -> workspace.profile(new NamedProfile(new ProfileId(id), name)));
    }
}
