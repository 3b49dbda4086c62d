package dev.leapp.core.internal.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.issuance.IssuanceReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to the log by somebody without its key is found. */
class TamperingTest {

    private static final int ENTRIES = 6;

    @TempDir
    Path home;

    private LogFixture fixture;
    private FileIssuanceLog log;
    private Path file;

    @BeforeEach
    void fill() {
        fixture = new LogFixture(home);
        log = fixture.logWith(ENTRIES - 1);
        file = fixture.file("issued.jsonl");
    }

    @Test
    void nothingIsFoundInWhatNobodyTouched() {
        IssuanceReport report = log.verify();

        assertThat(report.findings()).isEmpty();
        assertThat(report.remarks()).isEmpty();
        assertThat(report.entries()).isEqualTo(ENTRIES);
        assertThat(report.since()).contains(LogFixture.NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"issued.jsonl", "head"})
    void everyChangedByteIsFound(String name) throws IOException {
        fixture = new LogFixture(home.resolve("short"));
        log = fixture.logWith(2);
        byte[] sound = Files.readAllBytes(fixture.file(name));
        for (int i = 0; i < sound.length; i++) {
            for (int change : new int[] {1, 0x20}) {
                byte[] changed = sound.clone();
                changed[i] ^= (byte) change;
                Files.write(fixture.file(name), changed);
                assertThat(log.verify().isSound())
                        .as("byte %s xor %s", i, change)
                        .isFalse();
            }
        }
    }

    @Test
    void everyTruncationIsFound() throws IOException {
        fixture = new LogFixture(home.resolve("short"));
        log = fixture.logWith(2);
        file = fixture.file("issued.jsonl");
        byte[] sound = Files.readAllBytes(file);
        for (int length = 0; length < sound.length; length++) {
            Files.write(file, Arrays.copyOf(sound, length));
            assertThat(log.verify().isSound()).as("%s bytes", length).isFalse();
        }
    }

    @Test
    void everyRemovedLineIsFoundAndNamed() throws IOException {
        for (int i = 0; i < ENTRIES; i++) {
            List<String> changed = lines();
            changed.remove(i);
            List<String> findings = findingsOf(changed);
            assertThat(findings).singleElement().asString().startsWith("entry " + (i + 1) + " is missing");
        }
    }

    @Test
    void everySwapOfTwoLinesIsFound() throws IOException {
        for (int i = 0; i < ENTRIES; i++) {
            for (int j = i + 1; j < ENTRIES; j++) {
                List<String> changed = lines();
                Collections.swap(changed, i, j);
                assertThat(findingsOf(changed)).as("%s and %s", i, j).isNotEmpty();
            }
        }
    }

    @Test
    void everyLineThatStandsTwiceIsFoundWhereverItIsPut() throws IOException {
        for (int i = 0; i < ENTRIES; i++) {
            for (int at = 0; at <= ENTRIES; at++) {
                List<String> changed = lines();
                changed.add(at, changed.get(i));
                assertThat(findingsOf(changed)).as("%s at %s", i, at).isNotEmpty();
            }
        }
    }

    @Test
    void aChangedEntryIsNamedAndTheOthersAreNot() throws IOException {
        List<String> changed = lines();
        changed.set(2, changed.get(2).replace("\"program\":\"bash\"", "\"program\":\"dash\""));

        assertThat(findingsOf(changed)).containsExactly("entry 3 (issued.jsonl line 3) was changed");
    }

    @Test
    void aTruncatedEndIsFoundAlsoAfterMoreEntries() throws IOException {
        write(lines().subList(0, ENTRIES - 2));

        LogFixture.hand(fixture.log());

        assertThat(log.verify().findings())
                .containsExactly("entries 5 to 6 are missing before entry 7 (issued.jsonl line 5)");
    }

    @Test
    void aTruncatedEndWithoutItsHeadIsSuspectAlsoAfterMoreEntries() throws IOException {
        write(lines().subList(0, ENTRIES - 2));
        Files.delete(fixture.file("head"));
        assertThat(log.verify().findings()).singleElement().asString().contains("where the log ends is missing");

        LogFixture.hand(fixture.log());

        assertThat(log.verify().findings())
                .singleElement()
                .asString()
                .contains("entry 5")
                .contains("entries before it may be missing");
    }

    @Test
    void aLogWhoseLinesAreAllGoneIsFound() throws IOException {
        Files.delete(file);

        assertThat(log.verify().findings()).containsExactly("entries 1 to 6 are missing at the end");
    }

    @Test
    void aLogWhoseKeyIsGoneIsPutAsideAndTheNextSaysSo() throws IOException {
        Files.delete(fixture.file("key"));
        assertThat(log.verify().findings()).singleElement().asString().contains("nothing can be checked");

        LogFixture.hand(fixture.log());

        assertThat(log.verify().findings())
                .singleElement()
                .asString()
                .contains("that log lies in unverifiable-20260301T100000Z");
        assertThat(fixture.file("unverifiable-20260301T100000Z").resolve("issued.jsonl"))
                .exists();
    }

    @Test
    void aKeyThatWasChangedIsFound() throws IOException {
        byte[] key = Files.readAllBytes(fixture.file("key"));
        key[7] ^= 1;
        Files.write(fixture.file("key"), key);

        assertThat(log.verify().isSound()).isFalse();
    }

    @Test
    void entriesOfAnotherLogAreFound() throws IOException {
        LogFixture other = new LogFixture(home.resolve("other"));
        other.logWith(ENTRIES - 1);
        List<String> changed = lines();
        changed.set(3, Files.readAllLines(other.file("issued.jsonl")).get(3));

        assertThat(findingsOf(changed)).isNotEmpty();
    }

    private List<String> findingsOf(List<String> changed) throws IOException {
        byte[] sound = Files.readAllBytes(file);
        try {
            write(changed);
            return log.verify().findings();
        } finally {
            Files.write(file, sound);
        }
    }

    private List<String> lines() throws IOException {
        return new ArrayList<>(Files.readAllLines(file));
    }

    private void write(List<String> lines) throws IOException {
        Files.write(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
