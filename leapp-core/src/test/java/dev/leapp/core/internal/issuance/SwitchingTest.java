package dev.leapp.core.internal.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.internal.crypto.AesGcm;
import dev.leapp.core.internal.file.AtomicFile;
import dev.leapp.core.internal.file.UnforcedFileOperations;
import dev.leapp.core.issuance.IssuanceEntry;
import dev.leapp.core.issuance.IssuanceFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the log is on is what its entries tell, whatever became of the note beside them. */
class SwitchingTest {

    @TempDir
    Path home;

    private LogFixture fixture;
    private FileIssuanceLog log;

    @BeforeEach
    void fill() {
        fixture = new LogFixture(home);
        log = fixture.logWith(1);
    }

    @Test
    void aSwitchThatCanNotBeNotedFailsAndIsNotedTheNextTime() throws IOException {
        refuseNotes();
        assertThatThrownBy(() -> log.turn(false))
                .isInstanceOfSatisfying(
                        LeappException.class, e -> assertThat(e.code()).isEqualTo(CoreErrorCode.NOT_WRITABLE))
                .hasMessageContaining(fixture.file("head").toString());
        assertThatThrownBy(() -> log.turn(false)).as("again").isInstanceOf(LeappException.class);
        byte[] before = head();

        allowNotes();
        assertThat(log.turn(false)).isFalse();

        assertThat(head()).isNotEqualTo(before);
        LogFixture.hand(log);
        assertThat(events()).containsExactly("began", "issued", "off");
    }

    @Test
    void offHoldsAlsoWhereOnlyItsEntryWasWritten() throws IOException {
        byte[] before = head();
        log.turn(false);
        putBack(before);

        assertThat(log.isOn()).isFalse();
        assertThat(log.verify().isSound()).isTrue();
        assertThat(log.verify().remarks()).containsExactly("the log is off");
        LogFixture.hand(log);

        assertThat(events()).containsExactly("began", "issued", "off");
    }

    @Test
    void anEntryNeedsNoNote() throws IOException {
        refuseNotes();
        LogFixture.hand(log);

        assertThat(fixture.told).isEmpty();
        assertThat(log.verify().findings()).isEmpty();
        assertThat(events()).containsExactly("began", "issued", "issued");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5})
    void anOldNoteThatTheLogIsOffSilencesNothing(int entries) throws IOException {
        log.turn(false);
        byte[] off = head();
        log.turn(true);
        hand(entries);
        putBack(off);

        assertThat(log.isOn()).isTrue();
        hand(1);

        assertThat(issued()).isEqualTo(1 + entries + 1);
        assertThat(log.isOn()).isTrue();
        assertThat(log.verify().findings()).isEmpty();
    }

    @Test
    void anOldNoteSilencesNothingAfterALineWasMended() throws IOException {
        log.turn(false);
        byte[] off = head();
        log.turn(true);
        Files.writeString(fixture.file("issued.jsonl"), "{\"seq\"", StandardOpenOption.APPEND);
        log.turn(true);
        putBack(off);

        assertThat(log.verify().findings()).singleElement().asString().contains("is an old one");
        hand(1);

        assertThat(events()).containsExactly("began", "issued", "off", "on", "repaired", "on", "issued");
        assertThat(log.verify().findings()).isEmpty();
    }

    @Test
    void aNoteThatIsOlderThanOneWriteIsFound() throws IOException {
        byte[] old = head();
        hand(2);
        putBack(old);
        assertThat(log.verify().findings())
                .as("a program that ended on the way")
                .isEmpty();

        hand(3);
        putBack(old);

        assertThat(log.verify().findings())
                .containsExactly("the note of where the log ends is an old one, of entry 2, while the log ends with"
                        + " entry 7: it was put back, or could not be written");
    }

    @Test
    void withAnOldNoteTheLogIsOnAndSaysSo() throws IOException {
        byte[] old = head();
        hand(3);
        log.turn(false);
        putBack(old);

        assertThat(log.isOn()).isTrue();
        hand(1);

        assertThat(events().subList(5, 8)).containsExactly("off", "on", "issued");
        assertThat(log.verify().findings()).isEmpty();
    }

    @Test
    void offStaysOffWhenALineIsMended() throws IOException {
        log.turn(false);
        Files.writeString(fixture.file("issued.jsonl"), "{\"seq\"", StandardOpenOption.APPEND);
        hand(1);

        assertThat(events()).containsExactly("began", "issued", "off", "repaired");
        assertThat(log.isOn()).isFalse();
        assertThat(log.verify().findings()).isEmpty();
    }

    @Test
    void aNoteThatContradictsTheEntriesIsFound() throws IOException {
        note(false);
        assertThat(log.verify().findings())
                .containsExactly("the note beside the log says that it is off, but its entries say that it is on");

        note(true);
        log.turn(false);
        note(true);
        assertThat(log.verify().findings())
                .containsExactly("the note beside the log says that it is on, but its entries say that it is off");
    }

    @Test
    void anEntryThatWasMadeWhileTheLogWasOffIsFound() throws IOException {
        log.turn(false);
        note(true);
        hand(1);

        assertThat(log.verify().findings()).containsExactly("entry 4 was made while the log was off");
    }

    private void hand(int entries) {
        for (int i = 0; i < entries; i++) {
            LogFixture.hand(fixture.log());
        }
    }

    private List<String> events() {
        return log.entries(IssuanceFilter.all()).stream()
                .map(IssuanceEntry::event)
                .toList();
    }

    private long issued() {
        return events().stream().filter(IssuanceEntry.ISSUED::equals).count();
    }

    private byte[] head() throws IOException {
        return Files.readAllBytes(fixture.file("head"));
    }

    private void putBack(byte[] head) throws IOException {
        Files.write(fixture.file("head"), head);
    }

    /** Makes a note with the log's own key. */
    private void note(boolean on) throws IOException {
        SecureRandom random = new SecureRandom();
        LogKey key = new LogKey(
                fixture.file("key"), new AtomicFile(new UnforcedFileOperations(), random), new AesGcm(random));
        try (ChainKey open = key.open(fixture.sealing).orElseThrow()) {
            putBack(LogHead.parse(head(), open).orElseThrow().turned(on).bytes(open));
        }
    }

    /** What is written before it gets its place can't be. */
    private void refuseNotes() throws IOException {
        Files.createDirectories(fixture.file("head.next").resolve("in-the-way"));
    }

    private void allowNotes() throws IOException {
        Files.delete(fixture.file("head.next").resolve("in-the-way"));
        Files.delete(fixture.file("head.next"));
    }
}
