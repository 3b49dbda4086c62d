package dev.leapp.core.internal.integration.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.Listing;
import dev.leapp.core.integration.Listing.Unlisted;
import dev.leapp.core.integration.SyncFilter;
import dev.leapp.core.integration.SyncPlan.Gone;
import dev.leapp.core.integration.UpstreamAccount;
import dev.leapp.core.integration.UpstreamSession;
import dev.leapp.core.internal.integration.FakeUpstream;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionOrigin;
import dev.leapp.core.workspace.NamedProfile;
import dev.leapp.core.workspace.Workspace;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds after any listing of any workspace: worlds that change at random, with users who edit in between. */
class RandomSyncsTest {

    private static final IntegrationId CORP = new IntegrationId("corp-id");
    private static final Instant NOW = Instant.parse("2026-11-29T09:00:00Z");
    private static final List<String> WORDS = List.of("dev", "prod", "dev-1", "default", "[x]", "", "a-b");
    private static final List<String> ROLES = List.of("admin", "reader", "1", "b");
    private static final List<String> TEMPLATES =
            List.of("{account}-{role}", "{account}", "{role}", "shared", "default", "{accountId}/{role}");

    static Stream<Long> seeds() {
        return IntStream.range(0, 200).mapToObj(seed -> 7_919L * seed + 3);
    }

    private final Map<String, String> accounts = new HashMap<>();
    private final Map<String, Set<String>> roles = new HashMap<>();
    private Workspace workspace = Workspace.builder().build();
    private int ids;

    @ParameterizedTest
    @MethodSource("seeds")
    void whatASyncPromisesHolds(long seed) {
        Random random = new Random(seed);
        String template = one(TEMPLATES, random);
        Integration corp = new Integration(CORP, "corp", FakeUpstream.KIND, Map.of("profileTemplate", template));
        for (int round = 0; round < 8; round++) {
            change(random);
            Listing listing = listing(random);
            boolean prune = random.nextInt(4) == 0;
            Workspace before = workspace;
            SyncPlanner planner = new SyncPlanner(corp, listing, prune, NOW, () -> "id-" + ids++);
            Planned planned = planner.plan(before);
            workspace = planned.next();

            assertIdentities(before, listing);
            assertNothingUnknownIsGone(planned, listing);
            assertUserEditsStay(before);
            assertThat(workspace.sessions()).extracting(Session::name).doesNotHaveDuplicates();
            assertThat(workspace.profiles()).extracting(NamedProfile::name).doesNotHaveDuplicates();
            assertThat(planner.plan(workspace).plan().isEmpty())
                    .as("a second sync")
                    .isTrue();
            edit(random);
        }
    }

    /** All that was listed is there once, and nobody got another id. */
    private void assertIdentities(Workspace before, Listing listing) {
        Map<String, Session> now = byUpstreamId(workspace);
        assertThat(now.keySet())
                .containsAll(listing.sessions().stream()
                        .map(UpstreamSession::upstreamId)
                        .toList());
        byUpstreamId(before).forEach((upstreamId, session) -> {
            if (now.containsKey(upstreamId)) {
                assertThat(now.get(upstreamId).id()).isEqualTo(session.id());
            }
        });
    }

    private void assertNothingUnknownIsGone(Planned planned, Listing listing) {
        for (Gone gone : planned.plan().gone()) {
            String upstreamId = gone.session().origin().orElseThrow().upstreamId();
            String account = upstreamId.substring(0, upstreamId.indexOf('/'));
            String role = upstreamId.substring(upstreamId.indexOf('/') + 1);
            assertThat(listing.unlistedAccounts()).doesNotContain(account);
            assertThat(listing.filter().fitsRole(role)).isTrue();
            assertThat(roles.getOrDefault(account, Set.of())).doesNotContain(role);
        }
    }

    private void assertUserEditsStay(Workspace before) {
        for (Session was : before.sessions()) {
            workspace.session(was.id()).ifPresent(is -> {
                assertThat(is.profileId()).isEqualTo(was.profileId());
                assertThat(is.region()).isEqualTo(was.region());
                assertThat(is.tags()).isEqualTo(was.tags());
                if (was.name().startsWith("user's")) {
                    assertThat(is.name()).isEqualTo(was.name());
                }
            });
        }
    }

    private void change(Random random) {
        for (int i = 0; i < 6; i++) {
            String id = Integer.toString(1 + random.nextInt(6));
            accounts.put(id, one(WORDS, random));
            Set<String> its = roles.computeIfAbsent(id, key -> new HashSet<>());
            if (!its.remove(one(ROLES, random))) {
                its.add(one(ROLES, random));
            }
        }
        if (random.nextBoolean()) {
            String id = Integer.toString(1 + random.nextInt(6));
            accounts.remove(id);
            roles.remove(id);
        }
    }

    private Listing listing(Random random) {
        List<String> globs = random.nextInt(3) == 0 ? List.of(one(List.of("a*", "*", "b", "?"), random)) : List.of();
        SyncFilter filter = new SyncFilter(List.of(), globs);
        List<UpstreamAccount> all = accounts.entrySet().stream()
                .map(entry -> new UpstreamAccount(entry.getKey(), entry.getValue()))
                .toList();
        List<Listing.Unlisted> unlisted = all.stream()
                .filter(account -> random.nextInt(5) == 0)
                .map(account -> new Unlisted(account, "no answer", true))
                .toList();
        Set<UpstreamAccount> unknown = unlisted.stream().map(Unlisted::account).collect(Collectors.toSet());
        List<UpstreamSession> sessions = all.stream()
                .filter(account -> !unknown.contains(account))
                .flatMap(account -> roles.getOrDefault(account.id(), Set.of()).stream()
                        .filter(filter::fitsRole)
                        .map(role -> FakeUpstream.session(account.id(), account.name(), role)))
                .toList();
        return new Listing(CORP, "source", NOW, filter, all, sessions, unlisted);
    }

    private void edit(Random random) {
        Workspace.Builder next = workspace.toBuilder();
        for (Session session : workspace.sessions()) {
            switch (random.nextInt(8)) {
                case 0 ->
                    next.session(
                            session.toBuilder().name("user's " + session.id()).build());
                case 1 ->
                    next.session(
                            session.toBuilder().tag("team", one(WORDS, random)).build());
                case 2 ->
                    next.session(session.toBuilder()
                            .region("region-" + random.nextInt(3))
                            .build());
                default -> {}
            }
        }
        workspace = next.build();
    }

    private static Map<String, Session> byUpstreamId(Workspace workspace) {
        return workspace.sessions().stream()
                .collect(Collectors.toMap(
                        session ->
                                session.origin().map(SessionOrigin::upstreamId).orElseThrow(),
                        Function.identity()));
    }

    private static <T> T one(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
