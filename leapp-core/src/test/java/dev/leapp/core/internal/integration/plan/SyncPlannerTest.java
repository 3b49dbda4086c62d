package dev.leapp.core.internal.integration.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.Listing;
import dev.leapp.core.integration.Listing.Unlisted;
import dev.leapp.core.integration.SyncFilter;
import dev.leapp.core.integration.SyncPlan;
import dev.leapp.core.integration.SyncPlan.Added;
import dev.leapp.core.integration.SyncPlan.Changed;
import dev.leapp.core.integration.SyncPlan.Gone;
import dev.leapp.core.integration.UpstreamAccount;
import dev.leapp.core.integration.UpstreamSession;
import dev.leapp.core.internal.integration.FakeUpstream;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.session.ProfileId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionOrigin;
import dev.leapp.core.workspace.NamedProfile;
import dev.leapp.core.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SyncPlannerTest {

    private static final IntegrationId CORP = new IntegrationId("corp-id");
    private static final Instant NOW = Instant.parse("2026-11-29T09:00:00Z");
    private static final SyncFilter ALL = new SyncFilter(List.of(), List.of());

    private final FakeUpstream upstream = new FakeUpstream();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private SyncFilter filter = ALL;
    private final List<Unlisted> unlisted = new ArrayList<>();
    private Workspace workspace = Workspace.builder()
            .profile(new NamedProfile(new ProfileId("p-default"), NamedProfile.DEFAULT))
            .build();
    private int ids;

    private Listing listing() {
        List<UpstreamSession> sessions = upstream.accounts().stream()
                .filter(account ->
                        unlisted.stream().noneMatch(each -> each.account().equals(account)))
                .flatMap(account -> upstream.sessions(account).stream())
                .filter(session -> filter.fitsRole(session.role()))
                .toList();
        return new Listing(CORP, "source", NOW, filter, upstream.accounts(), sessions, unlisted);
    }

    private Planned planned(boolean prune) {
        Integration corp = new Integration(CORP, "corp", FakeUpstream.KIND, settings);
        return new SyncPlanner(corp, listing(), prune, NOW, () -> "id-" + ids++).plan(workspace);
    }

    private SyncPlan sync() {
        return sync(false);
    }

    private SyncPlan sync(boolean prune) {
        Planned planned = planned(prune);
        workspace = planned.next();
        assertThat(planned(prune).plan().isEmpty()).as("a second sync").isTrue();
        return planned.plan();
    }

    private Session at(String upstreamId) {
        return workspace.sessions().stream()
                .filter(session -> session.origin()
                        .map(SessionOrigin::upstreamId)
                        .filter(upstreamId::equals)
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }

    private String profileOf(Session session) {
        return session.profileId().flatMap(workspace::profile).orElseThrow().name();
    }

    private void edit(Session session) {
        workspace = workspace.toBuilder().session(session).build();
    }

    private void user(String id, String name, String profile) {
        NamedProfile named = workspace
                .profileNamed(profile)
                .orElseGet(() -> new NamedProfile(new ProfileId("p-" + profile), profile));
        workspace = workspace.toBuilder()
                .profile(named)
                .session(Session.builder(new SessionId(id), name, FakeUpstream.CHAINED, "eu-west-1")
                        .profileId(named.id())
                        .build())
                .build();
    }

    @Test
    void newSessionHasAProfileOfItsOwnNameAndTheDefaultRegion() {
        upstream.account("1", "Corp Prod", "admin");

        SyncPlan plan = sync();

        assertThat(plan.added()).extracting(Added::profile).containsExactly("Corp Prod-admin");
        Session session = at("1/admin");
        assertThat(session.name()).isEqualTo("Corp Prod-admin");
        assertThat(profileOf(session)).isEqualTo("Corp Prod-admin");
        assertThat(session.region()).isEqualTo(workspace.defaultRegion());
        assertThat(session.type()).isEqualTo(FakeUpstream.TYPE);
        assertThat(session.setting("roleArn")).contains("arn:aws:iam::1:role/admin");
        assertThat(session.origin())
                .contains(new SessionOrigin(CORP, "1/admin", Optional.empty(), Optional.of("Corp Prod-admin")));
    }

    @Test
    void templateMayUseAllThatUpstreamTells() {
        settings.put("profileTemplate", "{role}@{accountId} {email}");
        settings.put("sessionRegion", "ap-south-1");
        upstream.account("1", "one", "admin");

        sync();

        assertThat(at("1/admin").name()).isEqualTo("admin@1 1@example.org");
        assertThat(at("1/admin").region()).isEqualTo("ap-south-1");
    }

    @Test
    void labelThatUpstreamDoesNotTellOfAnAccountIsLeftOut() {
        settings.put("profileTemplate", "{team}-{role}");
        upstream.account("1", "one", "admin");

        assertThat(planned(false).plan().added())
                .extracting(added -> added.session().name())
                .containsExactly("-admin");
    }

    @Test
    void takenNamesAreResolvedAndTold() {
        user("u", "one-admin", "mine");
        user("v", "elsewhere", "one-reader");
        upstream.account("1", "one", "admin", "reader");
        upstream.account("2", "one", "admin");
        upstream.account("3", "one-admin", "x");

        SyncPlan plan = sync();

        assertThat(plan.added())
                .extracting(Added::profile)
                .containsExactly("one-admin-1", "one-reader-1", "one-admin-2", "one-admin-x");
        assertThat(plan.added().get(0).notes()).containsExactly("the name 'one-admin' is taken: 'one-admin-1' instead");
        assertThat(plan.added().get(3).notes()).isEmpty();
        assertThat(workspace.sessions()).extracting(Session::name).doesNotHaveDuplicates();
    }

    @Test
    void sameNameInOneAccountGetsANumber() {
        settings.put("profileTemplate", "{account}");
        upstream.account("1", "one", "a", "b", "c", "d");

        SyncPlan plan = sync();

        assertThat(plan.added()).extracting(Added::profile).containsExactly("one", "one-1", "one-1-2", "one-1-3");
    }

    @Test
    void unfitCharactersDoNotReachAName() {
        upstream.account("1", "[evil]\n\u202ename", " admin ");
        upstream.account("2", "", "admin");

        SyncPlan plan = sync();

        assertThat(plan.added()).extracting(Added::profile).containsExactly("-evil-name- admin", "2-admin");
    }

    @Test
    void defaultIsNeverUsedByChance() {
        settings.put("profileTemplate", "{account}");
        upstream.account("1", "default", "admin");
        workspace = Workspace.builder().build();

        SyncPlan plan = sync();

        assertThat(plan.added()).extracting(Added::profile).containsExactly("default-1");
        assertThat(plan.added().get(0).notes()).hasSize(1);
    }

    @Test
    void templateWithoutPlaceholdersIsOneProfileForAll() {
        settings.put("profileTemplate", "default");
        upstream.account("1", "one", "admin", "reader");

        SyncPlan plan = sync();

        assertThat(plan.added()).extracting(Added::profile).containsExactly("default", "default");
        assertThat(plan.added()).allSatisfy(added -> assertThat(added.notes()).hasSize(1));
        assertThat(workspace.profiles()).hasSize(1);
        assertThat(workspace.sessions()).extracting(Session::name).containsExactly("one-admin", "one-reader");
    }

    @Test
    void renamedAccountRenamesWhatTheUserDidNotName() {
        upstream.account("1", "one", "admin", "reader");
        sync();
        edit(at("1/reader").toBuilder()
                .name("my reader")
                .region("eu-south-1")
                .tag("team", "core")
                .build());
        Session reader = at("1/reader");
        SessionId admin = at("1/admin").id();
        upstream.account("1", "uno", "admin", "reader");

        SyncPlan plan = sync();

        assertThat(plan.changed())
                .extracting(Changed::changes)
                .containsExactly(List.of("name: one-admin -> uno-admin"));
        assertThat(at("1/admin").id()).isEqualTo(admin);
        assertThat(profileOf(at("1/admin"))).isEqualTo("one-admin");
        assertThat(at("1/reader")).isEqualTo(reader);
        assertThat(plan.unchanged()).isOne();
    }

    @Test
    void accountsMaySwapTheirNames() {
        upstream.account("1", "dev", "admin");
        upstream.account("2", "prod", "admin");
        sync();
        upstream.account("1", "prod", "admin");
        upstream.account("2", "dev", "admin");

        SyncPlan plan = sync();

        assertThat(plan.changed()).hasSize(2);
        assertThat(at("1/admin").name()).isEqualTo("prod-admin");
        assertThat(at("2/admin").name()).isEqualTo("dev-admin");
    }

    @Test
    void settingsThatUpstreamTellsOtherwiseChangeAndOthersStay() {
        upstream.account("1", "one", "admin");
        sync();
        edit(at("1/admin").toBuilder()
                .setting("email", "old@example.org")
                .setting("own", "stays")
                .build());

        SyncPlan plan = sync();

        assertThat(plan.changed())
                .extracting(Changed::changes)
                .containsExactly(List.of("email: old@example.org -> 1@example.org"));
        assertThat(at("1/admin").setting("own")).contains("stays");
    }

    @Test
    void nameThatNoSyncGaveStays() {
        upstream.account("1", "one", "admin");
        sync();
        Session unknown = at("1/admin").toBuilder()
                .name("from the desktop app")
                .origin(new SessionOrigin(CORP, "1/admin", Optional.empty()))
                .build();
        edit(unknown);

        assertThat(sync().isEmpty()).isTrue();
        assertThat(at("1/admin")).isEqualTo(unknown);
        edit(unknown.toBuilder().setting("email", "old").build());
        sync();
        assertThat(at("1/admin").name()).isEqualTo("from the desktop app");
        assertThat(at("1/admin").origin().orElseThrow().upstreamName()).contains("one-admin");
    }

    @Test
    void goneIsMarkedOnceAndGetsItsIdBack() {
        upstream.account("other", "other", "admin");
        upstream.account("1", "one", "admin");
        sync();
        Session before = at("1/admin");
        upstream.remove("1");

        Planned marked = planned(false);
        workspace = marked.next();
        assertThat(marked.plan().gone()).extracting(Gone::newly).containsExactly(true);
        assertThat(at("1/admin").origin().orElseThrow().orphanedSince()).contains(NOW);
        assertThat(sync().gone()).extracting(Gone::newly).containsExactly(false);
        upstream.account("1", "one", "admin");
        SyncPlan back = sync();

        assertThat(back.changed()).extracting(Changed::changes).containsExactly(List.of("is there again"));
        assertThat(at("1/admin")).isEqualTo(before);
    }

    @Test
    void roleIsGoneOnlyIfItsAccountWasListed() {
        upstream.account("1", "one", "admin", "reader");
        upstream.account("2", "two", "admin");
        sync();
        upstream.account("1", "one", "admin");
        upstream.account("2", "two");
        unlisted.add(new Unlisted(new UpstreamAccount("2", "two"), "too many requests", true));

        SyncPlan plan = sync();

        assertThat(plan.gone()).extracting(gone -> gone.session().name()).containsExactly("one-reader");
    }

    @Test
    void filteredIsNotGone() {
        upstream.account("111", "one", "admin", "reader");
        upstream.account("222", "two", "admin");
        sync();
        upstream.account("111", "one");
        upstream.remove("222");

        filter = new SyncFilter(List.of(), List.of("a*"));
        assertThat(planned(false).plan().gone())
                .extracting(gone -> gone.session().name())
                .containsExactly("one-admin", "two-admin");
        filter = new SyncFilter(List.of("tw*"), List.of());
        assertThat(planned(false).plan().gone())
                .as("whether a removed account had such a name is not known")
                .noneMatch(gone -> gone.session().name().startsWith("two"));
        filter = new SyncFilter(List.of("22*"), List.of());
        assertThat(planned(false).plan().gone())
                .filteredOn(gone -> gone.session().name().startsWith("two"))
                .hasSize(1);
    }

    @Test
    void pruneDeletesWithDependentsAndTheProfileThatWasMade() {
        upstream.account("1", "one", "admin", "reader");
        sync();
        user("child", "child", "mine");
        edit(workspace.session(new SessionId("child")).orElseThrow().toBuilder()
                .setting("parentSessionId", at("1/admin").id().value())
                .build());
        upstream.account("1", "one", "reader");

        Planned planned = planned(true);

        Gone gone = planned.plan().gone().get(0);
        assertThat(gone.deleted()).isTrue();
        assertThat(gone.dependents()).extracting(Session::name).containsExactly("child");
        assertThat(planned.deleted()).extracting(Session::name).containsExactlyInAnyOrder("child", "one-admin");
        assertThat(planned.next().sessions()).extracting(Session::name).containsExactly("one-reader");
        assertThat(planned.next().profiles())
                .extracting(NamedProfile::name)
                .containsExactly("default", "one-reader", "mine");
    }

    @Test
    void profileOfAPrunedSessionThatOthersUseStays() {
        upstream.account("1", "one", "admin");
        sync();
        user("other", "other", "one-admin");
        upstream.account("1", "one");

        sync(true);

        assertThat(workspace.profileNamed("one-admin")).isPresent();
        assertThat(workspace.sessions()).extracting(Session::name).containsExactly("other");
    }

    @Test
    void sessionsOfOthersAreNotTouched() {
        upstream.account("1", "one", "admin");
        sync();
        Session foreign = at("1/admin").toBuilder()
                .origin(new SessionOrigin(new IntegrationId("other"), "9/x", Optional.empty()))
                .build();
        edit(foreign);

        SyncPlan plan = sync();

        assertThat(plan.gone()).isEmpty();
        assertThat(plan.added()).hasSize(1);
        assertThat(workspace.session(foreign.id())).contains(foreign);
    }
}
