package dev.leapp.core.internal.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.internal.crypto.AesGcm;
import dev.leapp.core.internal.file.AtomicFile;
import dev.leapp.core.internal.file.FaultyFileOperations;
import dev.leapp.core.internal.file.FaultyFileOperations.Fault;
import dev.leapp.core.internal.file.UnforcedFileOperations;
import dev.leapp.core.issuance.IssuanceEntry;
import dev.leapp.core.issuance.IssuanceFilter;
import dev.leapp.core.session.SessionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileIssuanceLogTest {

    private static final int ROTATING = 12;
    private static final FileIssuanceLog.Sizes SMALL = new FileIssuanceLog.Sizes(2_000, 3);

    @TempDir
    Path home;

    private LogFixture fixture;

    @BeforeEach
    void open() {
        fixture = new LogFixture(home);
    }

    @Test
    void anEntrySaysWhatWasHandedOutWhenAndForWhat() {
        FileIssuanceLog log = fixture.logWith(1);

        assertThat(log.entries(IssuanceFilter.all()))
                .extracting(IssuanceEntry::event)
                .containsExactly("began", "issued");
        IssuanceEntry entry = log.entries(IssuanceFilter.all()).get(1);
        assertThat(entry.sequence()).isEqualTo(2);
        assertThat(entry.at()).isEqualTo(LogFixture.NOW);
        assertThat(entry.session()).contains(LogFixture.OPS.id());
        assertThat(entry.sessionName()).contains("ops");
        assertThat(entry.sessionType()).contains("fake-user");
        assertThat(entry.use()).contains(LogFixture.USE);
        assertThat(entry.until()).contains(LogFixture.NOW.plusSeconds(3600));
    }

    @Test
    void whereThereIsNoLogNothingIsReadWrittenOrWrong() {
        FileIssuanceLog log = fixture.log();

        assertThat(log.entries(IssuanceFilter.all())).isEmpty();
        assertThat(log.verify().isSound()).isTrue();
        assertThat(log.isOn()).isTrue();
        assertThat(log.bytes()).isZero();
        assertThat(fixture.directory).doesNotExist();
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        fixture.logWith(1);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fixture.directory)))
                .isEqualTo("rwx------");
        for (String name : List.of("issued.jsonl", "head", "key")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fixture.file(name))))
                    .as(name)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void filtersBySessionTimeAndNumber() {
        FileIssuanceLog log = fixture.logWith(5);

        assertThat(log.entries(IssuanceFilter.all().last(2)))
                .extracting(IssuanceEntry::sequence)
                .containsExactly(5L, 6L);
        assertThat(log.entries(IssuanceFilter.all().ofSession(LogFixture.OPS.id())))
                .hasSize(5);
        assertThat(log.entries(IssuanceFilter.all().ofSession(new SessionId("another"))))
                .isEmpty();
        assertThat(log.entries(IssuanceFilter.all().since(LogFixture.NOW))).hasSize(6);
        assertThat(log.entries(IssuanceFilter.all().since(LogFixture.NOW.plusMillis(1))))
                .isEmpty();
    }

    @Test
    void switchedOffItTakesNothingDownButThatItWas() {
        FileIssuanceLog log = fixture.logWith(1);

        assertThat(log.turn(false)).isTrue();
        assertThat(log.turn(false)).isFalse();
        LogFixture.hand(fixture.log());
        assertThat(log.isOn()).isFalse();
        assertThat(log.verify().remarks()).containsExactly("the log is off");
        assertThat(fixture.log().turn(true)).isTrue();
        LogFixture.hand(log);

        assertThat(log.entries(IssuanceFilter.all()))
                .extracting(IssuanceEntry::event)
                .containsExactly("began", "issued", "off", "on", "issued");
        assertThat(log.verify().isSound()).isTrue();
    }

    @Test
    void manyThreadsOfSeveralLogsMakeOneChain() throws Exception {
        List<FileIssuanceLog> logs = List.of(fixture.log(), fixture.log());
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> done = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            FileIssuanceLog log = logs.get(thread % 2);
            done.add(threads.submit(() -> {
                for (int i = 0; i < 25; i++) {
                    LogFixture.hand(log);
                }
            }));
        }
        for (Future<?> each : done) {
            each.get();
        }
        threads.shutdown();

        assertThat(fixture.told).isEmpty();
        assertThat(fixture.log().verify().findings()).isEmpty();
        assertThat(fixture.log().verify().entries()).isEqualTo(101);
    }

    @Test
    void whenAFileIsFullTheChainGoesOnInAnotherOne() throws IOException {
        FileIssuanceLog log = fixture.log(new UnforcedFileOperations(), SMALL);
        for (int i = 0; i < 10; i++) {
            LogFixture.hand(log);
        }

        assertThat(fixture.file("issued.1.jsonl")).exists();
        assertThat(log.verify().findings()).isEmpty();
        assertThat(log.verify().entries()).isEqualTo(11);
    }

    @Test
    void theOldestFileGoesAndIsNotMissed() throws IOException {
        FileIssuanceLog log = fixture.log(new UnforcedFileOperations(), SMALL);
        for (int i = 0; i < 60; i++) {
            LogFixture.hand(log);
        }

        assertThat(fixture.file("issued.4.jsonl")).doesNotExist();
        assertThat(log.verify().findings()).isEmpty();
        assertThat(log.verify().entries()).isLessThan(40);

        Files.delete(fixture.file("issued.3.jsonl"));
        assertThat(log.verify().findings()).singleElement().asString().endsWith("are missing at the beginning");
    }

    @Test
    void halfALineIsCutOffByTheNextEntryWhichSaysSo() throws IOException {
        FileIssuanceLog log = fixture.logWith(2);
        Files.writeString(fixture.file("issued.jsonl"), "{\"seq\":4,\"at\":\"20", StandardOpenOption.APPEND);
        assertThat(log.verify().isSound()).isTrue();
        assertThat(log.verify().remarks()).singleElement().asString().contains("ends within a line");

        LogFixture.hand(log);

        assertThat(log.verify().findings()).isEmpty();
        assertThat(log.verify().remarks()).singleElement().asString().contains("17 bytes were cut off");
        assertThat(log.entries(IssuanceFilter.all()))
                .extracting(IssuanceEntry::event)
                .containsExactly("began", "issued", "issued", "repaired", "issued");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16 * 1024 - 1, 16 * 1024, 16 * 1024 + 1, 100_000})
    void howeverLongThePartOfALineIsNothingBeforeItIsCutOff(int length) throws IOException {
        FileIssuanceLog log = fixture.logWith(2);
        Files.writeString(fixture.file("issued.jsonl"), "x".repeat(length), StandardOpenOption.APPEND);

        LogFixture.hand(log);

        assertThat(log.verify().findings()).isEmpty();
        assertThat(log.verify().remarks()).singleElement().asString().contains(length + " bytes were cut off");
        assertThat(log.entries(IssuanceFilter.all()))
                .extracting(IssuanceEntry::event)
                .containsExactly("began", "issued", "issued", "repaired", "issued");
    }

    @Test
    void anEmptyLineAtTheEndCutsNothingOffButWhatIsAfterIt() throws IOException {
        FileIssuanceLog log = fixture.logWith(2);
        Files.writeString(fixture.file("issued.jsonl"), "\n{\"seq\"", StandardOpenOption.APPEND);

        LogFixture.hand(log);

        assertThat(log.entries(IssuanceFilter.all()))
                .extracting(IssuanceEntry::event)
                .containsExactly("began", "issued", "issued", "repaired", "issued");
    }

    @ParameterizedTest
    @EnumSource
    void whateverGoesWrongOnTheWayTheNextEntryPutsInOrder(Fault fault) throws IOException {
        for (int at = 0; at < operations(); at++) {
            fixture = new LogFixture(home.resolve(fault + "-" + at));
            for (int i = 0; i < 12; i++) {
                LogFixture.hand(fixture.log(new UnforcedFileOperations(), SMALL));
            }
            handFaulty(new FaultyFileOperations(at, fault));

            FileIssuanceLog log = fixture.log(new UnforcedFileOperations(), SMALL);
            assertThat(log.verify().findings()).as("at %s, before", at).isEmpty();
            LogFixture.hand(log);

            assertThat(log.verify().findings()).as("at %s", at).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whateverGoesWrongWithTheFirstEntryTheNextPutsInOrder(Fault fault) {
        for (int at = 0; at < 8; at++) {
            fixture = new LogFixture(home.resolve(fault + "-first-" + at));
            handFaulty(new FaultyFileOperations(at, fault));

            LogFixture.hand(fixture.log());

            assertThat(fixture.log().verify().findings()).as("at %s", at).isEmpty();
        }
    }

    @Test
    void aFullDiskFailsNothingAndIsToldOnce() {
        fixture.logWith(1);
        FileIssuanceLog log = fixture.log(new FaultyFileOperations(2, Fault.DISK_FULL), FileIssuanceLog.Sizes.USUAL);

        LogFixture.hand(log);
        assertThat(fixture.told)
                .singleElement()
                .asString()
                .contains("session 'ops' is not in the issuance log")
                .contains("The disk is full");

        LogFixture.hand(log);
        assertThat(fixture.told).hasSize(1);
        assertThat(log.verify().findings()).isEmpty();
    }

    @Test
    void theLogsKeyFollowsTheWorkspaces() {
        FileIssuanceLog log = fixture.logWith(2);
        byte[] former = fixture.sealing;
        byte[] next = former.clone();
        next[0] = 1;

        log.reseal(former, List.of(next, former));
        assertThat(log.verify().isSound())
                .as("before the workspace's key changes")
                .isTrue();
        fixture.sealing = next;
        assertThat(log.verify().isSound()).as("after").isTrue();

        log.reseal(next, List.of(next));
        LogFixture.hand(log);
        assertThat(log.verify().findings()).isEmpty();
        fixture.sealing = former;
        assertThat(log.verify().isSound()).as("the former key opens nothing").isFalse();
    }

    @Test
    void aKeyThatChangesWhileTheLogIsCheckedIsNoFinding() {
        byte[] former = fixture.sealing;
        byte[] next = former.clone();
        next[0] = 1;
        fixture.logWith(2).reseal(former, List.of(next));
        Iterator<byte[]> keys = List.of(former.clone(), next).iterator();
        FileIssuanceLog log = fixture.log(
                new UnforcedFileOperations(),
                FileIssuanceLog.Sizes.USUAL,
                () -> keys.next().clone());

        assertThat(log.verify().findings()).isEmpty();
    }

    @Test
    void aWorkspaceThatDoesNotOpenIsTold() {
        FileIssuanceLog log = new FileIssuanceLog(
                fixture.directory,
                home.resolve("locks"),
                new UnforcedFileOperations(),
                new AtomicFile(new UnforcedFileOperations(), new SecureRandom()),
                new AesGcm(new SecureRandom()),
                FileIssuanceLog.Sizes.USUAL,
                () -> {
                    throw new LeappException(CoreErrorCode.WORKSPACE_KEY_MISMATCH, "does not open", null);
                },
                fixture.told::add,
                Clock.systemUTC());

        log.handedOut(LogFixture.OPS, LogFixture.USE, Optional.empty());

        assertThat(fixture.told).singleElement().asString().contains("does not open");
        assertThatThrownBy(() -> log.turn(false)).isInstanceOf(LeappException.class);
    }

    /** How many operations an entry takes that begins another file. */
    private int operations() {
        LogFixture before = fixture;
        fixture = new LogFixture(home.resolve("counted"));
        for (int i = 0; i < ROTATING; i++) {
            LogFixture.hand(fixture.log(new UnforcedFileOperations(), SMALL));
        }
        FaultyFileOperations counting = new FaultyFileOperations(-1, Fault.REFUSED);
        LogFixture.hand(fixture.log(counting, SMALL));
        fixture = before;
        return counting.log().size();
    }

    private void handFaulty(FaultyFileOperations operations) {
        try {
            LogFixture.hand(fixture.log(operations, SMALL));
        } catch (FaultyFileOperations.Crash e) {
            // the process is dead
        }
    }
}
