package dev.leapp.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.error.WorkspaceException;
import dev.leapp.core.session.AttemptId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.Standing;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.spi.ProviderChain;
import dev.leapp.core.spi.ProviderChainFactory;
import dev.leapp.core.spi.Publication;
import dev.leapp.core.spi.Receipt;
import dev.leapp.core.spi.ReceiptJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every {@link ProviderChain} that writes files promises. Extend it, and say what your chain publishes and where.
 *
 * @since 0.1
 */
public abstract class ProviderChainContract {

    /** The named profile that is published under. */
    protected static final String PROFILE = "contract";

    private static final AttemptId FIRST = new AttemptId("first");
    private static final AttemptId SECOND = new AttemptId("second");

    /** A home directory that belongs to the test. */
    @TempDir
    protected Path home;

    private final List<Receipt> recorded = new ArrayList<>();
    private final KeptInMemory kept = new KeptInMemory();

    /** For subclasses. */
    protected ProviderChainContract() {}

    /**
     * Returns the factory of the chain.
     *
     * @return the factory
     */
    protected abstract ProviderChainFactory factory();

    /**
     * Returns a session that the chain can publish.
     *
     * @return a session
     */
    protected abstract Session session();

    /**
     * Returns credentials that the chain accepts, with secrets that can be recognised and differ from call to call.
     *
     * @param number tells the calls apart
     * @return credentials
     */
    protected abstract Credentials credentials(int number);

    /**
     * Writes what a user's files may look like before Leapp ever ran, without the profile {@value #PROFILE}.
     *
     * @throws IOException if the files can't be written
     */
    protected abstract void writeForeignFiles() throws IOException;

    /**
     * Writes something of the user's own into the place that the profile {@value #PROFILE} takes.
     *
     * @throws IOException if the files can't be written
     */
    protected abstract void occupy() throws IOException;

    @Test
    void publishAndWithdrawGiveBackEveryByte() throws IOException {
        writeForeignFiles();
        SortedMap<String, String> before = files();

        publish(1, FIRST, null, false);
        assertThat(files()).isNotEqualTo(before);
        withdraw(last());

        assertThat(files()).isEqualTo(before);
        assertThat(kept.isEmpty()).isTrue();
    }

    @Test
    void filesThatWereMissingAreMissingAgain() throws IOException {
        SortedMap<String, String> before = files();

        publish(1, FIRST, null, false);
        withdraw(last());

        assertThat(files()).isEqualTo(before);
    }

    @Test
    void theReceiptIsRecordedBeforeTheFirstByte() throws IOException {
        writeForeignFiles();
        SortedMap<String, String> before = files();
        List<SortedMap<String, String>> whenRecorded = new ArrayList<>();

        publish(1, FIRST, null, false, receipt -> {
            recorded.add(receipt);
            whenRecorded.add(files());
        });

        assertThat(whenRecorded).isNotEmpty();
        assertThat(whenRecorded.get(0)).isEqualTo(before);
    }

    @Test
    void nothingIsPublishedWhenTheReceiptCanNotBeRecorded() throws IOException {
        writeForeignFiles();
        SortedMap<String, String> before = files();
        WorkspaceException full = new WorkspaceException(CoreErrorCode.DISK_FULL, "full", null);

        assertThatThrownBy(() -> publish(1, FIRST, null, false, receipt -> {
                    throw full;
                }))
                .isSameAs(full);

        assertThat(files()).isEqualTo(before);
    }

    @Test
    void withdrawingTwiceIsWithdrawingOnce() throws IOException {
        writeForeignFiles();
        SortedMap<String, String> before = files();
        publish(1, FIRST, null, false);

        withdraw(last());
        withdraw(last());

        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aReceiptOfWhatWasNeverPublishedIsHarmless() throws IOException {
        writeForeignFiles();
        publish(1, FIRST, null, false);
        withdraw(last());
        SortedMap<String, String> before = files();
        RuntimeException crash = new IllegalStateException("crash");

        assertThatThrownBy(() -> publish(2, SECOND, null, false, receipt -> {
                    recorded.add(receipt);
                    throw crash;
                }))
                .isSameAs(crash);
        withdraw(last());

        assertThat(files()).isEqualTo(before);
    }

    @Test
    void publishingAgainReplacesAndStillGivesBackEverything() throws IOException {
        writeForeignFiles();
        SortedMap<String, String> before = files();
        publish(1, FIRST, null, false);
        Receipt first = last();

        publish(2, SECOND, first, false);
        withdraw(last());

        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aCrashBetweenTheSecondReceiptAndItsBytesIsUndone() throws IOException {
        writeForeignFiles();
        SortedMap<String, String> before = files();
        publish(1, FIRST, null, false);
        Receipt first = last();
        RuntimeException crash = new IllegalStateException("crash");

        assertThatThrownBy(() -> publish(2, SECOND, first, false, receipt -> {
                    recorded.add(receipt);
                    throw crash;
                }))
                .isSameAs(crash);
        withdraw(last());

        assertThat(files()).isEqualTo(before);
    }

    @Test
    void anOccupiedPlaceIsRefusedAndLeftAsItIs() throws IOException {
        occupy();
        SortedMap<String, String> before = files();

        assertThatThrownBy(() -> publish(1, FIRST, null, false)).isInstanceOfSatisfying(LeappException.class, e -> {
            assertThat(e.code()).isEqualTo(CoreErrorCode.FOREIGN_SECTION);
            assertThat(e.hint()).hasValueSatisfying(hint -> assertThat(hint).contains("--takeover"));
        });

        assertThat(files()).isEqualTo(before);
        recorded.forEach(this::withdraw);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void whatWasTakenOverIsGivenBack() throws IOException {
        occupy();
        SortedMap<String, String> before = files();

        publish(1, FIRST, null, true);
        assertThat(files()).isNotEqualTo(before);
        withdraw(last());

        assertThat(files()).isEqualTo(before);
    }

    @Test
    void whatWasTakenOverIsGivenBackAfterARotation() throws IOException {
        occupy();
        SortedMap<String, String> before = files();
        publish(1, FIRST, null, true);

        publish(2, SECOND, last(), false);
        withdraw(last());

        assertThat(files()).isEqualTo(before);
    }

    @Test
    void everyAccountThatItKeepsSecretsUnderIsDeclared() throws IOException {
        occupy();

        publish(1, FIRST, null, true);

        assertThat(factory().descriptor().secretAccounts()).containsAll(kept.accounts());
    }

    @Test
    void whatWasPublishedIsIntact() throws IOException {
        writeForeignFiles();

        publish(1, FIRST, null, false);
        assertStanding(Standing.INTACT);

        publish(2, SECOND, last(), false);
        assertStanding(Standing.INTACT);
    }

    @Test
    void whatTookAnOccupiedPlaceIsIntact() throws IOException {
        occupy();

        publish(1, FIRST, null, true);

        assertStanding(Standing.INTACT);
    }

    @Test
    void whatAnotherWroteInItsPlaceIsAChange() throws IOException {
        writeForeignFiles();
        publish(1, FIRST, null, false);

        occupy();

        assertStanding(Standing.CHANGED);
    }

    @Test
    void whatAnotherRemovedIsMissing() throws IOException {
        writeForeignFiles();
        SortedMap<String, String> before = files();
        publish(1, FIRST, null, false);

        giveBackByHand(before);

        assertStanding(Standing.MISSING);
    }

    @Test
    void whatWasWithdrawnIsMissing() throws IOException {
        writeForeignFiles();
        publish(1, FIRST, null, false);

        withdraw(last());

        assertStanding(Standing.MISSING);
    }

    @Test
    void inspectingWritesNothing() throws IOException {
        writeForeignFiles();
        publish(1, FIRST, null, false);
        SortedMap<String, String> before = filesAndLocks();

        chain().inspect(last());

        assertThat(filesAndLocks()).isEqualTo(before);
    }

    @Test
    void receiptsHoldNoSecret() throws IOException {
        occupy();
        publish(1, FIRST, null, true);

        for (Secret secret : credentials(1).secrets().values()) {
            assertThat(last().changes())
                    .allSatisfy(change -> assertThat(change.facts().toString() + change.place())
                            .doesNotContain(secret.reveal()));
        }
    }

    @Test
    void whatHoldsASecretIsOnlyForItsOwner() throws IOException {
        Assumptions.assumeTrue(
                home.getFileSystem().supportedFileAttributeViews().contains("posix"), "this file system has no modes");
        publish(1, FIRST, null, false);

        try (Stream<Path> tree = Files.walk(home)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                boolean secret =
                        credentials(1).secrets().values().stream().anyMatch(value -> text.contains(value.reveal()));
                if (secret) {
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------");
                }
            }
        }
    }

    private void publish(int number, AttemptId attempt, @Nullable Receipt earlier, boolean takeover) {
        publish(number, attempt, earlier, takeover, recorded::add);
    }

    private void publish(
            int number, AttemptId attempt, @Nullable Receipt earlier, boolean takeover, ReceiptJournal journal) {
        chain().publish(Publication.builder(session(), credentials(number), attempt)
                .profileName(PROFILE)
                .takeover(takeover)
                .earlier(earlier)
                .kept(kept)
                .journal(journal)
                .build());
    }

    private void withdraw(Receipt receipt) {
        chain().withdraw(receipt, kept);
    }

    /** Looks at the last receipt; a chain that can't tell what stands has nothing to prove. */
    private void assertStanding(Standing expected) {
        Standing found = chain().inspect(last());
        Assumptions.assumeTrue(found != Standing.UNKNOWN, "this chain can't tell what stands of a receipt");
        assertThat(found).isEqualTo(expected);
    }

    /** Makes the files what they were, as a user with an editor does. */
    private void giveBackByHand(SortedMap<String, String> before) throws IOException {
        List<String> added = new ArrayList<>(files().keySet());
        added.removeAll(before.keySet());
        for (String path : added.stream().sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(home.resolve(path));
        }
        for (Map.Entry<String, String> entry : before.entrySet()) {
            Path path = home.resolve(entry.getKey());
            if (Files.isRegularFile(path)) {
                Files.writeString(path, entry.getValue(), StandardCharsets.ISO_8859_1);
            }
        }
    }

    /** A new chain each time: what one process published, another withdraws. */
    private ProviderChain chain() {
        return factory().create(PluginContext.builder(home).build());
    }

    private Receipt last() {
        return recorded.get(recorded.size() - 1);
    }

    /** Every directory and the content of every file, lock files aside: those stay on purpose. */
    private SortedMap<String, String> files() {
        SortedMap<String, String> found = filesAndLocks();
        found.keySet().removeIf(path -> path.endsWith(".lock"));
        return found;
    }

    private SortedMap<String, String> filesAndLocks() {
        SortedMap<String, String> found = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(home)) {
            for (Path path : tree.toList()) {
                String content =
                        Files.isRegularFile(path) ? Files.readString(path, StandardCharsets.ISO_8859_1) : "(directory)";
                found.put(home.relativize(path).toString(), content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
