package dev.leapp.core.internal.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.IntegrationEdit;
import dev.leapp.core.integration.Listing;
import dev.leapp.core.integration.Listing.Unlisted;
import dev.leapp.core.integration.LoginFlow;
import dev.leapp.core.integration.SyncOptions;
import dev.leapp.core.integration.UpstreamAccount;
import dev.leapp.core.internal.lock.InterProcessLock;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.spi.Discovery;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ListingTest {

    private static final int ACCOUNTS = 12;

    @TempDir
    Path home;

    private World world;
    private IntegrationId corp;

    @BeforeEach
    void setUp() {
        world = new World(home);
        corp = world.corp();
        IntStream.range(0, ACCOUNTS).forEach(n -> world.upstream.account("a" + n, "acct " + n, "admin", "reader"));
    }

    private Path journal() {
        return world.directory.listings().resolve(corp.value());
    }

    private void interruptAt(int account) {
        world.upstream.beforeRoles = id -> {
            if (id.equals("a" + account)) {
                throw new LeappException(CoreErrorCode.CANCELLED, "cancelled", null);
            }
        };
        assertThatThrownBy(() -> world.list(corp)).hasMessage("cancelled");
        world.upstream.beforeRoles = id -> {};
        world.upstream.asked.clear();
    }

    private Listing list(SyncOptions.Builder options) {
        return world.integrations().list(corp, options.build());
    }

    private static List<String> accounts(int from, int to) {
        return IntStream.range(from, to).mapToObj(n -> "a" + n).toList();
    }

    @Test
    void completeListingHasAllAndLeavesNothing() {
        Listing listing = world.list(corp);

        assertThat(listing.accounts()).hasSize(ACCOUNTS);
        assertThat(listing.sessions()).hasSize(2 * ACCOUNTS);
        assertThat(listing.unlisted()).isEmpty();
        assertThat(listing.listedAt()).isEqualTo(world.clock.instant());
        assertThat(journal()).doesNotExist();
    }

    @Test
    void whatFailsAfterAFailedListingHidesItNot() {
        world.upstream.beforeRoles = id -> {
            world.logins.loggedIn.add(corp);
            world.failReads = true;
            throw new LeappException(CoreErrorCode.CANCELLED, "cancelled", null);
        };

        assertThatThrownBy(() -> world.list(corp))
                .hasMessage("cancelled")
                .satisfies(e -> assertThat(e.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .contains("unreadable"));
    }

    @Test
    void interruptedListingIsTakenUpWhereverItWas() {
        Listing whole = world.list(corp);
        for (int k = 0; k < ACCOUNTS; k++) {
            interruptAt(k);

            Listing resumed = world.list(corp);

            assertThat(world.upstream.asked).isEqualTo(accounts(k, ACCOUNTS));
            assertThat(resumed.sessions()).isEqualTo(whole.sessions());
            assertThat(resumed.unlisted()).isEmpty();
            assertThat(journal()).doesNotExist();
        }
    }

    @Test
    void listingThatIsInterruptedAgainGoesOnFromThere() {
        interruptAt(3);
        interruptAt(7);

        world.list(corp);

        assertThat(world.upstream.asked).isEqualTo(accounts(7, ACCOUNTS));
    }

    @Test
    void killedAtAnyByteOfTheJournalWhatIsWholeCounts() throws Exception {
        Listing whole = world.list(corp);
        interruptAt(5);
        byte[] full = Files.readAllBytes(journal());
        int former = 0;
        for (int length = 0; length <= full.length; length++) {
            Files.write(journal(), Arrays.copyOf(full, length));
            world.upstream.asked.clear();

            assertThat(world.list(corp).sessions()).isEqualTo(whole.sessions());

            int kept = ACCOUNTS - world.upstream.asked.size();
            assertThat(kept).isBetween(former, Math.min(5, former + 1));
            former = kept;
        }
        assertThat(former).isEqualTo(5);
    }

    @Test
    void whatComesBehindATornRecordIsWrittenWhereItWasTorn() throws Exception {
        interruptAt(5);
        byte[] full = Files.readAllBytes(journal());
        Files.write(journal(), Arrays.copyOf(full, full.length - 3));

        interruptAt(8);
        world.list(corp);

        assertThat(world.upstream.asked).isEqualTo(accounts(8, ACCOUNTS));
    }

    @Test
    void changedByteEndsWhatIsBelieved() throws Exception {
        Listing whole = world.list(corp);
        interruptAt(5);
        byte[] full = Files.readAllBytes(journal());
        for (int at = 0; at < full.length; at += 7) {
            byte[] changed = full.clone();
            changed[at] ^= 0x40;
            Files.write(journal(), changed);

            assertThat(world.list(corp).sessions()).isEqualTo(whole.sessions());
        }
    }

    @Test
    void journalIsForItsOwnerAloneAndTellsNothing() throws Exception {
        interruptAt(5);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(journal())))
                .isEqualTo("rw-------");
        assertThat(new String(Files.readAllBytes(journal()), StandardCharsets.ISO_8859_1))
                .doesNotContain("acct", "admin", "arn:");
    }

    @Test
    void journalOfAnotherIntegrationIsForeign() throws Exception {
        interruptAt(5);
        byte[] bytes = Files.readAllBytes(journal());
        corp = world.integrations()
                .create(World.corp("other").build())
                .integration()
                .id();
        Files.write(journal(), bytes);

        world.list(corp);

        assertThat(world.upstream.asked).hasSize(ACCOUNTS);
    }

    @Test
    void whatIsOldOrOfOtherSettingsOrUnwantedIsNotTakenUp() {
        interruptAt(5);
        world.clock.advance(Duration.ofMinutes(61));
        interruptAt(9);
        world.list(corp);
        assertThat(world.upstream.asked).as("fresh").isEqualTo(accounts(9, ACCOUNTS));

        interruptAt(5);
        world.clock.advance(Duration.ofMinutes(61));
        world.list(corp);
        assertThat(world.upstream.asked).as("old").hasSize(ACCOUNTS);

        interruptAt(5);
        list(SyncOptions.builder().afresh(true));
        assertThat(world.upstream.asked).as("afresh").hasSize(ACCOUNTS);

        interruptAt(5);
        list(SyncOptions.builder().roles(List.of("admin")));
        assertThat(world.upstream.asked).as("other roles").hasSize(ACCOUNTS);

        interruptAt(5);
        world.integrations()
                .edit(
                        corp,
                        IntegrationEdit.builder()
                                .value("sessionRegion", "eu-west-3")
                                .build());
        world.list(corp);
        assertThat(world.upstream.asked).as("what concerns only sessions").hasSize(ACCOUNTS - 5);

        interruptAt(5);
        world.integrations()
                .edit(
                        corp,
                        IntegrationEdit.builder()
                                .value("portalUrl", "https://other.example")
                                .build());
        world.list(corp);
        assertThat(world.upstream.asked).as("another portal").hasSize(ACCOUNTS);

        interruptAt(5);
        world.integrations().logout(corp);
        world.list(corp);
        assertThat(world.upstream.asked).as("perhaps somebody else").hasSize(ACCOUNTS);
    }

    @Test
    void takenUpAccountsAreCalledAsTheyAreNow() {
        interruptAt(5);
        world.upstream.account("a0", "renamed", "admin");
        world.upstream.remove("a1");

        Listing listing = world.list(corp);

        assertThat(listing.sessions().get(0).account()).isEqualTo(new UpstreamAccount("a0", "renamed"));
        assertThat(listing.sessions())
                .noneMatch(session -> session.account().id().equals("a1"));
    }

    @Test
    void accountsAreFilteredBeforeTheirRolesAreAskedFor() {
        Listing listing =
                list(SyncOptions.builder().accounts(List.of("a1", "acct 1?")).roles(List.of("ad*")));

        assertThat(world.upstream.asked).containsExactlyInAnyOrder("a1", "a10", "a11");
        assertThat(listing.sessions())
                .hasSize(3)
                .allMatch(session -> session.role().equals("admin"));
        assertThat(listing.accounts()).hasSize(ACCOUNTS);
        assertThat(listing.unlisted()).hasSize(ACCOUNTS - 3).noneMatch(Unlisted::failed);
    }

    @Test
    void failedAccountsAreUnlistedAndAskedForAgain() {
        world.upstream.failing.add("a3");

        Listing listing = world.list(corp);

        assertThat(listing.unlisted())
                .containsExactly(new Unlisted(new UpstreamAccount("a3", "acct 3"), "too many requests", true));
        world.upstream.failing.clear();
        world.upstream.asked.clear();
        assertThat(world.list(corp).unlisted()).isEmpty();
        assertThat(world.upstream.asked).containsExactly("a3");
    }

    @Test
    void whatAProviderDoesNotSayIsNotKnown() {
        world.upstream.instead = discovery -> {
            discovery.accounts(world.upstream.accounts());
            UpstreamAccount first = world.upstream.accounts().get(0);
            UpstreamAccount second = world.upstream.accounts().get(1);
            UpstreamAccount third = world.upstream.accounts().get(2);
            discovery.listed(new UpstreamAccount("foreign", ""), List.of());
            discovery.failed(new UpstreamAccount("foreign", ""), new LeappException(CoreErrorCode.INTERNAL, "", null));
            discovery.listed(first, world.upstream.sessions(first).subList(0, 1));
            discovery.listed(first, world.upstream.sessions(first).subList(1, 2));
            discovery.failed(first, new LeappException(CoreErrorCode.INTERNAL, "too late", null));
            discovery.listed(second, world.upstream.sessions(first));
            discovery.failed(third, new LeappException(CoreErrorCode.INTERNAL, "first", null));
            discovery.listed(third, world.upstream.sessions(third));
            UpstreamAccount fourth = world.upstream.accounts().get(3);
            discovery.listed(fourth, world.upstream.sessions(fourth));
            discovery.failed(fourth, new LeappException(CoreErrorCode.INTERNAL, "at the second page", null));
            discovery.listed(world.upstream.accounts().get(4), List.of());
        };

        Listing listing = world.list(corp);

        assertThat(listing.sessions()).isEmpty();
        assertThat(listing.unlisted()).hasSize(ACCOUNTS - 1).allMatch(Unlisted::failed);
        assertThat(listing.unlisted())
                .extracting(Unlisted::reason)
                .contains("the plug-in told its roles more than once", "first", "at the second page");
        assertThat(listing.unlistedAccounts()).doesNotContain("a4", "foreign");

        world.upstream.instead = null;
        world.upstream.asked.clear();
        assertThat(world.list(corp).sessions()).hasSize(2 * ACCOUNTS - 2);
        assertThat(world.upstream.asked)
                .as("withdrawn in the journal, too")
                .contains("a0", "a3")
                .doesNotContain("a4");
    }

    @Test
    void providerThatTellsNoAccountsFails() {
        world.list(corp);
        for (Consumer<Discovery> bad : List.<Consumer<Discovery>>of(discovery -> {}, discovery -> {
            discovery.accounts(world.upstream.accounts());
            discovery.accounts(List.of());
        })) {
            world.upstream.instead = bad;

            assertThatThrownBy(() -> world.sync(corp))
                    .isInstanceOfSatisfying(
                            LeappException.class, e -> assertThat(e.code()).isEqualTo(CoreErrorCode.PLUGIN_FAILED));
        }
    }

    @Test
    void progressIsToldSeldomAndWithTheTimeLeft() {
        world.upstream.beforeRoles = id -> world.clock.advance(Duration.ofMillis(100));
        interruptAtSlowly(4);
        world.user.progress.clear();
        world.upstream.beforeRoles = id -> world.clock.advance(Duration.ofMillis(id.equals("a4") ? 10 : 500));

        world.list(corp);

        assertThat(world.user.progress)
                .containsExactly(
                        "Listing the accounts of 'corp'",
                        "Listing roles of 'corp': 4 of 12 accounts",
                        "Listing roles of 'corp': 6 of 12 accounts",
                        "Listing roles of 'corp': 7 of 12 accounts, about 2 s left",
                        "Listing roles of 'corp': 8 of 12 accounts, about 2 s left",
                        "Listing roles of 'corp': 9 of 12 accounts, about 1 s left",
                        "Listing roles of 'corp': 10 of 12 accounts, about 1 s left",
                        "Listing roles of 'corp': 11 of 12 accounts, about 1 s left",
                        "Listing roles of 'corp': 12 of 12 accounts");
    }

    private void interruptAtSlowly(int account) {
        Consumer<String> slowly = world.upstream.beforeRoles;
        interruptAt(account);
        world.upstream.beforeRoles = slowly;
    }

    @Test
    void oneListingAtATimeAndTheSecondTakesUpWhatIsThere() throws Exception {
        CountDownLatch under = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        List<String> first = new ArrayList<>();
        world.upstream.beforeRoles = id -> {
            first.add(id);
            if (id.equals("a5")) {
                under.countDown();
                await(go);
                world.upstream.beforeRoles = other -> {};
                world.upstream.asked.clear();
                throw new LeappException(CoreErrorCode.CANCELLED, "cancelled", null);
            }
        };
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Listing> one = threads.submit(() -> world.list(corp));
            await(under);
            Future<Listing> other = threads.submit(() -> world.list(corp));
            while (world.user.told().stream().noneMatch(line -> line.contains("waiting"))) {
                Thread.onSpinWait();
            }
            assertThat(other.isDone()).isFalse();
            go.countDown();

            assertThat(other.get(60, TimeUnit.SECONDS).sessions()).hasSize(2 * ACCOUNTS);
            assertThatThrownBy(() -> one.get(60, TimeUnit.SECONDS)).hasMessageContaining("cancelled");
        } finally {
            go.countDown();
            threads.shutdownNow();
        }
        assertThat(first).isEqualTo(accounts(0, 6));
        assertThat(world.upstream.asked).isEqualTo(accounts(5, ACCOUNTS));
    }

    @Test
    void waiterCanBeInterrupted() throws Exception {
        CountDownLatch under = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        world.upstream.beforeRoles = id -> {
            under.countDown();
            await(go);
        };
        ExecutorService threads = Executors.newFixedThreadPool(1);
        try {
            Future<Listing> one = threads.submit(() -> world.list(corp));
            await(under);
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> world.list(corp))
                    .isInstanceOfSatisfying(
                            LeappException.class, e -> assertThat(e.code()).isEqualTo(CoreErrorCode.CANCELLED));

            assertThat(Thread.interrupted()).isTrue();
            go.countDown();
            assertThat(one.get(60, TimeUnit.SECONDS).unlisted()).isEmpty();
        } finally {
            go.countDown();
            threads.shutdownNow();
        }
    }

    @Test
    void whatCanNotBeKeptStopsNoListing() throws Exception {
        Files.createDirectories(world.directory.root());
        Files.writeString(world.directory.listings(), "a file where the directory should be");

        assertThat(world.list(corp).sessions()).hasSize(2 * ACCOUNTS);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatAnotherLoginFoundIsNotTakenUp() {
        interruptAt(5);
        world.logins.loggedInAt = FakeLogins.LOGGED_IN.plusSeconds(600);

        world.list(corp);

        assertThat(world.upstream.asked).hasSize(ACCOUNTS);
    }

    @Test
    void firstLoginOfAllIsTheOneThatIsTakenUp() {
        assertThat(world.logins.loggedIn).isEmpty();
        interruptAt(5);

        world.list(corp);

        assertThat(world.upstream.asked).hasSize(ACCOUNTS - 5);
    }

    @Test
    void listingDuringWhichSomebodyElseLoggedInIsDoneAnewOnce() {
        world.upstream.beforeRoles = id -> {
            if (id.equals("a6")) {
                world.upstream.beforeRoles = other -> {};
                world.upstream.asked.clear();
                world.logins.loggedInAt = FakeLogins.LOGGED_IN.plusSeconds(600);
            }
        };

        assertThat(world.list(corp).sessions()).hasSize(2 * ACCOUNTS);

        assertThat(world.upstream.asked).endsWith(accounts(0, ACCOUNTS).toArray(String[]::new));
        assertThat(world.upstream.asked).hasSize(ACCOUNTS - 6 + ACCOUNTS);
        assertThat(journal()).doesNotExist();
    }

    @Test
    void listingDuringWhichOthersLogInAllTheTimeFails() {
        world.upstream.beforeRoles = id -> world.logins.loggedInAt = world.logins.loggedInAt.plusSeconds(1);

        assertThatThrownBy(() -> world.list(corp))
                .isInstanceOfSatisfying(
                        LeappException.class, e -> assertThat(e.code()).isEqualTo(CoreErrorCode.OVERTAKEN));

        assertThat(journal()).doesNotExist();
    }

    @Test
    void newLoginForgetsWhatTheLastOneFoundAndGot() {
        world.sync(corp);
        interruptAt(5);
        world.care.cached.clear();

        world.integrations().login(corp, LoginFlow.AUTO);
        assertThat(world.care.cached).as("the same login").isEmpty();
        world.logins.nextLogin = FakeLogins.LOGGED_IN.plusSeconds(600);
        world.integrations().login(corp, LoginFlow.AUTO);

        assertThat(world.care.cached).hasSize(2 * ACCOUNTS);
        assertThat(journal()).doesNotExist();
    }

    @Test
    void integrationIsListedAsItIsWhenItsTurnHasCome() throws Exception {
        Path lock = world.directory.locks().resolve("listed-" + corp + ".lock");
        InterProcessLock.Held held = InterProcessLock.at(lock).acquire(Duration.ofMinutes(1), "a test");
        ExecutorService threads = Executors.newFixedThreadPool(1);
        try {
            Future<Listing> waiting = threads.submit(() -> world.list(corp));
            while (world.user.told().stream().noneMatch(line -> line.contains("waiting"))) {
                Thread.onSpinWait();
            }
            world.integrations()
                    .edit(
                            corp,
                            IntegrationEdit.builder()
                                    .value("portalUrl", "https://other.example")
                                    .build());
            held.close();

            Listing listing = waiting.get(60, TimeUnit.SECONDS);
            assertThat(world.integrations().sync(listing, SyncOptions.usual()).added())
                    .hasSize(2 * ACCOUNTS);
        } finally {
            held.close();
            threads.shutdownNow();
        }
    }

    @Test
    void templateThatNothingFillsIsRefusedBeforeAnythingIsListed() {
        world.edit(workspace -> workspace.integration(new Integration(
                corp,
                "corp",
                FakeUpstream.KIND,
                Map.of("portalUrl", "https://corp.example/start", "profileTemplate", "{acount}"))));

        assertThatThrownBy(() -> world.list(corp)).hasMessageContaining("{acount}");

        assertThat(world.upstream.asked).isEmpty();
    }
}
