package dev.leapp.core.internal.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.IntegrationEdit;
import dev.leapp.core.integration.Listing;
import dev.leapp.core.integration.SyncOptions;
import dev.leapp.core.integration.SyncPlan;
import dev.leapp.core.integration.SyncPlan.Changed;
import dev.leapp.core.integration.SyncPlan.Gone;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.session.ProfileId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionOrigin;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.workspace.NamedProfile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncingTest {

    private static final String[] ROLES = {"admin", "reader", "audit", "ops", "dev"};

    private static final SyncOptions PRUNE = SyncOptions.builder().prune(true).build();

    @TempDir
    Path home;

    private World world;
    private IntegrationId corp;

    @BeforeEach
    void setUp() {
        world = new World(home);
        corp = world.corp();
    }

    private static String id(int number) {
        return String.format("%012d", number);
    }

    @Test
    void thousandAccountsChangeAsTheyDidUpstreamAndInNothingElse() {
        IntStream.range(0, 1000).forEach(n -> world.upstream.account(id(n), "acct-" + n, ROLES));
        assertThat(world.sync(corp).added()).hasSize(5000);
        Session mine = world.named("acct-0-admin");
        NamedProfile own = new NamedProfile(new ProfileId("own"), "own profile");
        Session edited = mine.toBuilder()
                .name("mine")
                .region("eu-south-2")
                .tag("team", "core")
                .profileId(own.id())
                .chain("aws-credential-process")
                .build();
        world.edit(workspace -> workspace.profile(own).session(edited));
        Session child = world.child("chained", world.named("acct-1-admin"));
        List<Session> before = world.workspace().sessions();
        for (int n = 0; n < 50; n++) {
            world.upstream.account(id(n), "renamed-" + n, ROLES);
        }
        for (int n = 100; n < 120; n++) {
            world.upstream.remove(id(n));
        }
        for (int n = 2000; n < 2010; n++) {
            world.upstream.account(id(n), "acct-" + n, ROLES);
        }
        world.upstream.failing.add(id(500));
        world.upstream.roles.put(id(500), List.of());

        Listing listing = world.list(corp);
        SyncPlan told = world.integrations().plan(listing, SyncOptions.usual());
        SyncPlan done = world.integrations().sync(listing, SyncOptions.usual());

        for (SyncPlan plan : List.of(told, done)) {
            assertThat(plan.added()).hasSize(50);
            assertThat(plan.changed()).hasSize(249).allSatisfy(changed -> {
                assertThat(changed.changes()).hasSize(1);
                assertThat(changed.changes().get(0)).matches("name: acct-\\d+-\\w+ -> renamed-\\d+-\\w+");
            });
            assertThat(plan.gone()).hasSize(100).allMatch(Gone::newly).noneMatch(Gone::deleted);
            assertThat(plan.unchanged()).isEqualTo(5000 - 249 - 100);
        }
        assertThat(world.workspace().sessions()).hasSize(5051).contains(edited, child);
        assertThat(ids(world.workspace().sessions())).startsWith(ids(before).toArray(new String[0]));
        assertThat(world.named("renamed-1-admin").id().value())
                .isEqualTo(child.settings().get("parentSessionId"));
        assertThat(world.workspace().sessions())
                .filteredOn(session ->
                        session.origin().flatMap(SessionOrigin::orphanedSince).isPresent())
                .hasSize(100)
                .noneMatch(session -> session.name().startsWith("acct-500-"));
    }

    private static List<String> ids(List<Session> sessions) {
        return sessions.stream().map(session -> session.id().value()).toList();
    }

    @Test
    void secondSyncWithNothingNewWritesNothing() throws Exception {
        world.upstream.account("1", "one", "admin", "reader");
        world.upstream.account("2", "[two]", "admin");
        world.sync(corp);
        world.upstream.remove("2");
        world.sync(corp);
        Path file = world.directory.workspaceFile();
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        byte[] before = Files.readAllBytes(file);
        List<Path> generations = files();
        world.care.told = 0;

        SyncPlan plan = world.sync(corp);

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.gone()).hasSize(1);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(FileTime.from(Instant.EPOCH));
        assertThat(files()).isEqualTo(generations);
        assertThat(world.care.told).isZero();
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> all = Files.walk(world.directory.root())) {
            return all.sorted().toList();
        }
    }

    @Test
    void planWritesNothing() {
        world.upstream.account("1", "one", "admin");
        Listing listing = world.list(corp);

        assertThat(world.integrations().plan(listing, SyncOptions.usual()).added())
                .hasSize(1);
        assertThat(world.workspace().sessions()).isEmpty();
    }

    @Test
    void whatOthersChangedSinceTheListingStays() {
        world.upstream.account("1", "one", "admin");
        world.sync(corp);
        world.upstream.account("1", "uno", "admin", "reader");
        Listing listing = world.list(corp);
        Session admin = world.named("one-admin");
        world.edit(workspace ->
                workspace.session(admin.toBuilder().name("mine").tag("a", "b").build()));
        world.child("new", admin);

        SyncPlan plan = world.integrations().sync(listing, SyncOptions.usual());

        assertThat(plan.changed()).isEmpty();
        assertThat(plan.added()).hasSize(1);
        assertThat(world.workspace().sessions())
                .extracting(Session::name)
                .containsExactlyInAnyOrder("mine", "new", "uno-reader");
        assertThat(world.named("mine").tags()).containsEntry("a", "b");
    }

    @Test
    void listenersAreToldWhenItIsWritten() {
        world.upstream.account("1", "one", "admin");
        world.care.told = 0;

        world.sync(corp);

        assertThat(world.care.told).isOne();
    }

    @Test
    void pruneNamesChildrenStopsWhatIsActiveAndRemovesAll() {
        world.upstream.account("1", "one", "admin", "reader");
        world.sync(corp);
        Session admin = world.named("one-admin");
        Session child = world.child("child", admin);
        world.child("grandchild", child);
        world.activate(child.id());
        world.upstream.account("1", "one", "reader");
        Listing listing = world.list(corp);
        SyncOptions prune = SyncOptions.builder().prune(true).build();

        SyncPlan told = world.integrations().plan(listing, prune);
        assertThat(world.care.calls).isEmpty();
        SyncPlan done = world.integrations().sync(listing, prune);

        for (SyncPlan plan : List.of(told, done)) {
            assertThat(plan.gone()).hasSize(1);
            assertThat(plan.gone().get(0).dependents())
                    .extracting(Session::name)
                    .containsExactly("child", "grandchild");
            assertThat(plan.gone().get(0).deleted()).isTrue();
        }
        assertThat(world.workspace().sessions()).extracting(Session::name).containsExactly("one-reader");
        assertThat(world.care.calls)
                .startsWith("stop " + child.id())
                .contains("secrets " + child.id(), "secrets " + admin.id(), "deleted grandchild-id");
    }

    @Test
    void sessionStartedWhileItIsPrunedIsStoppedAgain() {
        world.upstream.account("1", "one", "admin", "reader");
        world.sync(corp);
        Session admin = world.named("one-admin");
        Session reader = world.named("one-reader");
        world.activate(admin.id());
        world.upstream.account("1", "one");
        world.care.afterStop = () -> {
            world.care.afterStop = () -> {};
            world.activate(reader.id());
        };

        world.integrations().sync(corp, SyncOptions.builder().prune(true).build());

        assertThat(world.care.calls).contains("stop " + admin.id(), "stop " + reader.id());
        assertThat(world.workspace().sessions()).isEmpty();
    }

    @Test
    void othersSettingsForgetWhatWasCached() {
        world.upstream.account("1", "one", "admin");
        world.sync(corp);
        Session session = world.named("one-admin");
        world.edit(workspace -> workspace.session(
                session.toBuilder().setting("roleArn", "arn:old").build()));

        SyncPlan plan = world.sync(corp);

        assertThat(plan.changed()).extracting(Changed::changes).hasSize(1);
        assertThat(world.care.cached).containsExactly(session.id());
    }

    @Test
    void typesThatNobodyProvidesOrDeclaresAreNamed() {
        world.upstream.account("1", "one", "admin");
        Listing listing = world.list(corp);
        List<LeappException> failures = new ArrayList<>();

        world.upstream.brings = Set.of(new SessionType("other-type"));
        assertThatThrownBy(() -> world.integrations().plan(listing, SyncOptions.usual()))
                .isInstanceOfSatisfying(LeappException.class, failures::add);
        assertThatThrownBy(() -> world.integrations().sync(listing, SyncOptions.usual()))
                .isInstanceOfSatisfying(LeappException.class, failures::add);

        assertThat(failures).hasSize(2).allSatisfy(failure -> {
            assertThat(failure.code()).isEqualTo(CoreErrorCode.PLUGIN_FAILED);
            assertThat(failure).hasMessageContaining("aws-sso-role");
        });
        assertThat(world.workspace().sessions()).isEmpty();
    }

    @Test
    void typeWithoutItsAccessMethodNamesTheArtifact() {
        world.upstream.account("1", "one", "admin");
        world.upstream.type = new SessionType("moon-role");
        world.upstream.brings = Set.of(world.upstream.type);

        assertThatThrownBy(() -> world.sync(corp)).isInstanceOfSatisfying(LeappException.class, e -> {
            assertThat(e.code()).isEqualTo(CoreErrorCode.UNKNOWN_ACCESS_METHOD);
            assertThat(e.hint().orElse("")).contains("leapp-provider-moon");
        });
    }

    @Test
    void integrationThatIsNoMoreIsNotSynced() {
        world.upstream.account("1", "one", "admin");
        Listing listing = world.list(corp);
        world.integrations().delete(corp, true);

        assertThatThrownBy(() -> world.integrations().sync(listing, SyncOptions.usual()))
                .isInstanceOfSatisfying(
                        LeappException.class, e -> assertThat(e.code()).isEqualTo(CoreErrorCode.INTEGRATION_NOT_FOUND));
        assertThat(world.workspace().sessions()).isEmpty();
    }

    private SyncPlan agreed(Listing listing) {
        return world.integrations().plan(listing, PRUNE);
    }

    private void assertOvertaken(String words, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(LeappException.class, e -> {
            assertThat(e.code()).isEqualTo(CoreErrorCode.OVERTAKEN);
            assertThat(e).hasMessageContaining(words);
            assertThat(e.hint()).contains("run the command again");
        });
    }

    @Test
    void whatANewerListingBroughtIsNeitherDeletedNorMarkedByAnOlderOne() {
        world.upstream.account("1", "one", "admin", "reader");
        world.sync(corp);
        world.upstream.account("1", "one", "reader");
        Listing older = world.list(corp);
        SyncPlan agreed = agreed(older);
        world.clock.advance(Duration.ofMinutes(1));
        world.upstream.account("2", "two", "admin");
        world.sync(corp);
        world.child("child", world.named("two-admin"));

        assertOvertaken("more would be deleted", () -> world.integrations().sync(agreed, PRUNE));
        assertOvertaken("synced elsewhere", () -> world.integrations().sync(older, PRUNE));
        assertOvertaken("synced elsewhere", () -> world.integrations().sync(older, SyncOptions.usual()));

        assertThat(world.workspace().sessions())
                .extracting(Session::name)
                .containsExactlyInAnyOrder("one-admin", "one-reader", "two-admin", "child");
        assertThat(world.named("two-admin").origin().flatMap(SessionOrigin::orphanedSince))
                .isEmpty();
        assertThat(world.care.calls).isEmpty();
    }

    @Test
    void olderListingThatChangesNothingDoesNothing() {
        world.upstream.account("1", "one", "admin");
        Listing older = world.list(corp);
        world.clock.advance(Duration.ofMinutes(1));
        world.sync(corp);

        assertThat(world.integrations().sync(older, SyncOptions.usual()).isEmpty())
                .isTrue();
    }

    @Test
    void markOfTheLastListingIsTheOwnersAndBelievedOnlyIfItIsNotToCome() throws Exception {
        world.upstream.account("1", "one", "admin");
        world.sync(corp);
        Path mark = world.directory.listings().resolve(corp + ".applied");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(mark)))
                .isEqualTo("rw-------");
        for (String text : List.of("2100-01-01T00:00:00Z", "no moment")) {
            Files.writeString(mark, text);
            world.upstream.account("1", "one", "admin", text.substring(0, 2));
            assertThat(world.sync(corp).added()).hasSize(1);
        }
        world.integrations().delete(corp, true);
        assertThat(mark).doesNotExist();
    }

    @Test
    void dependentThatNobodyAgreedToIsNotDeleted() {
        world.upstream.account("1", "one", "admin", "reader");
        world.sync(corp);
        world.upstream.account("1", "one", "reader");
        Listing listing = world.list(corp);
        SyncPlan agreed = agreed(listing);
        world.child("child", world.named("one-admin"));

        assertOvertaken("'child'", () -> world.integrations().sync(agreed, PRUNE));

        assertThat(world.workspace().sessions()).hasSize(3);
        assertThat(world.care.calls).isEmpty();
        assertThat(world.integrations().sync(agreed(listing), PRUNE).gone()).hasSize(1);
        assertThat(world.workspace().sessions()).extracting(Session::name).containsExactly("one-reader");
    }

    @Test
    void lessThanWasAgreedToMayGo() {
        world.upstream.account("1", "one", "admin", "reader");
        world.sync(corp);
        world.upstream.account("1", "one", "reader");
        SyncPlan agreed = agreed(world.list(corp));
        Session admin = world.named("one-admin");
        world.edit(workspace -> workspace.removeSession(admin.id()));

        assertThat(world.integrations().sync(agreed, PRUNE).gone()).isEmpty();
    }

    @Test
    void listingOfAnotherPortalIsNotApplied() {
        world.upstream.account("1", "one", "admin");
        Listing listing = world.list(corp);
        world.integrations()
                .edit(
                        corp,
                        IntegrationEdit.builder()
                                .value("portalUrl", "https://other.example")
                                .build());

        assertOvertaken("changed since", () -> world.integrations().plan(listing, SyncOptions.usual()));
        assertOvertaken("changed since", () -> world.integrations().sync(listing, SyncOptions.usual()));

        assertThat(world.workspace().sessions()).isEmpty();
    }

    @Test
    void noAccountsAtAllMakeNothingGone() {
        world.upstream.account("1", "one", "admin");
        world.sync(corp);
        world.upstream.remove("1");

        SyncPlan plan = world.integrations().sync(corp, PRUNE);

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.unchanged()).isOne();
        assertThat(world.workspace().sessions()).hasSize(1);
    }

    @Test
    void nothingIsStoppedNorLosesItsSecretsIfTheWorkspaceCanNotBeWritten() throws Exception {
        world.upstream.account("1", "one", "admin", "reader");
        world.sync(corp);
        world.logins.calls.clear();
        world.upstream.account("1", "one", "reader");
        Listing listing = world.list(corp);
        world.refuseWrites = true;

        assertThatThrownBy(() -> world.integrations().sync(listing, PRUNE)).hasMessage("read-only");
        assertThatThrownBy(() -> world.integrations().delete(corp, true)).hasMessage("read-only");

        assertThat(world.care.calls).isEmpty();
        assertThat(world.logins.calls).isEmpty();
    }

    @Test
    void sessionThatOthersDeleteWhileItIsStoppedIsGoneAllTheSame() {
        world.upstream.account("1", "one", "admin", "reader");
        world.sync(corp);
        Session admin = world.named("one-admin");
        world.activate(admin.id());
        world.upstream.account("1", "one", "reader");
        world.care.afterStop = () -> {
            world.edit(workspace -> workspace.removeSession(admin.id()));
            throw new LeappException(CoreErrorCode.SESSION_NOT_FOUND, "gone", null);
        };

        world.integrations().sync(corp, PRUNE);

        assertThat(world.workspace().sessions()).extracting(Session::name).containsExactly("one-reader");
    }
}
