package dev.leapp.core.internal.workspace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leapp.core.internal.machine.MachineId;
import dev.leapp.core.internal.workspace.UnreadableException.Reason;
import dev.leapp.core.internal.workspace.json.LeappDocument;
import dev.leapp.core.internal.workspace.json.LeappFixture;
import dev.leapp.core.internal.workspace.json.MalformedDocumentException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeappCipherTest {

    private static final MachineId MACHINE = MachineId.of(new String(LeappFixture.bytes("machine-id"), US_ASCII));
    private static final byte[] FILE = LeappFixture.bytes("Leapp-lock.json");
    private static final byte[] DOCUMENT = "{\"_workspaceVersion\":7}".getBytes(UTF_8);

    private final LeappCipher cipher = new LeappCipher(new SecureRandom());

    @TempDir
    private Path directory;

    @Test
    void opensWhatTheOriginalWrote() throws Exception {
        byte[] document = cipher.open(FILE, MACHINE);

        ObjectMapper mapper = new ObjectMapper();
        assertThat(mapper.readTree(document)).isEqualTo(mapper.readTree(LeappFixture.bytes("Leapp-lock.plain.json")));
        assertThat(LeappDocument.parse(document).toBytes()).isEqualTo(document);
    }

    @Test
    void opensWhatItSealed() throws Exception {
        byte[] document = cipher.open(FILE, MACHINE);
        byte[] sealed = cipher.seal(LeappDocument.parse(document).toBytes(), MACHINE);

        assertThat(cipher.open(sealed, MACHINE)).isEqualTo(document);
        assertThat(sealed).hasSameSizeAs(FILE);
        assertThat(new String(sealed, US_ASCII)).matches("U2FsdGVkX1[A-Za-z0-9+/]+=*");
    }

    @Test
    void eachFileHasASaltOfItsOwn() {
        assertThat(cipher.seal(DOCUMENT, MACHINE)).isNotEqualTo(cipher.seal(DOCUMENT, MACHINE));
    }

    @Test
    void opensslOpensWhatItSealed() throws Exception {
        Path openssl = Path.of("/usr/bin/openssl");
        assumeThat(openssl).as("the openssl command").isExecutable();
        Path sealed = Files.write(directory.resolve("sealed"), cipher.seal(DOCUMENT, MACHINE));
        Path opened = directory.resolve("opened");

        Process process = new ProcessBuilder((openssl + " enc -d -aes-256-cbc -md md5 -a -A -pass pass:"
                                + MACHINE.desktopPassphrase() + " -in " + sealed + " -out " + opened)
                        .split(" "))
                .redirectErrorStream(true)
                .start();

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(opened).hasBinaryContent(DOCUMENT);
    }

    @Test
    void whiteSpaceAroundIsNoMatter() throws Exception {
        String padded = " \r\n\t" + new String(FILE, US_ASCII) + "\r\n ";

        assertThat(cipher.open(padded.getBytes(US_ASCII), MACHINE)).isEqualTo(cipher.open(FILE, MACHINE));
    }

    @Test
    void otherMachineMayBeTheReason() {
        for (int i = 0; i < 600; i++) {
            MachineId other = MachineId.of("machine " + i);
            assertUnreadable(Reason.OTHER_KEY, () -> cipher.open(FILE, other));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1,2]", "null", "", "no JSON", "\u00e9"})
    void whatIsNoObjectMayBeOfAnotherMachine(String text) {
        byte[] sealed = cipher.seal(text.getBytes(ISO_8859_1), MACHINE);

        assertUnreadable(Reason.OTHER_KEY, () -> cipher.open(sealed, MACHINE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "\ufeff",
                "U2FsdGVkX1",
                "U2FsdGVkX18BAgMEBQYHCK2_7Opv03VRHIv91uBtAn-HG2Odgo7dPBW9UnRX-Cv9",
                "U2FsdGVkX18BAgMEBQYHCK2/7Opv03VRHIv91uBt\nAn+HG2Odgo7dPBW9UnRX+Cv9",
                "U2FsdGVkX18BAgMEBQYHCA==",
                "U2FsdGVkX18BAgMEBQYHCB=="
            })
    void whatIsNotOfThisFormIsDamage(String text) {
        assertUnreadable(Reason.DAMAGED, () -> cipher.open(text.getBytes(UTF_8), MACHINE));
    }

    @Test
    void otherBeginningIsDamage() {
        byte[] decoded = Base64.getDecoder().decode(FILE);
        decoded[0] = 's';

        assertUnreadable(Reason.DAMAGED, () -> cipher.open(Base64.getEncoder().encode(decoded), MACHINE));
    }

    @Test
    void everyTruncationIsFound() {
        for (int length = 0; length < FILE.length; length++) {
            byte[] shorter = Arrays.copyOf(FILE, length);
            assertThatThrownBy(() -> read(shorter))
                    .as("%d bytes", length)
                    .isInstanceOfAny(UnreadableException.class, MalformedDocumentException.class);
        }
    }

    /** The format has no checksum: a changed bit in a text can't be found. Whatever comes is an answer, though. */
    @Test
    void oneChangedByteIsMostlyFoundAndNeverBreaksAnything() throws Exception {
        int found = 0;
        int tried = 0;
        for (int i = 0; i < FILE.length; i++) {
            for (byte replacement : new byte[] {'A', '/', 0, ' ', (byte) 0xff}) {
                byte[] changed = FILE.clone();
                changed[i] = replacement;
                tried += Arrays.equals(changed, FILE) ? 0 : 1;
                found += Arrays.equals(changed, FILE) || isRead(changed) ? 0 : 1;
            }
        }
        assertThat(found).isGreaterThan(tried * 99 / 100);
    }

    private boolean isRead(byte[] file) {
        try {
            read(file);
            return true;
        } catch (UnreadableException | MalformedDocumentException e) {
            return false;
        }
    }

    private void read(byte[] file) throws UnreadableException, MalformedDocumentException {
        LeappDocument.parse(cipher.open(file, MACHINE));
    }

    private static void assertUnreadable(Reason reason, ThrowingCallable open) {
        assertThatThrownBy(open)
                .isInstanceOfSatisfying(
                        UnreadableException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
