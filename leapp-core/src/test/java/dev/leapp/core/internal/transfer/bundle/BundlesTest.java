package dev.leapp.core.internal.transfer.bundle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.internal.crypto.AesGcm;
import dev.leapp.core.internal.crypto.Argon2Cost;
import dev.leapp.core.internal.crypto.Argon2id;
import dev.leapp.core.internal.crypto.Bytes;
import dev.leapp.core.internal.crypto.Deflated;
import dev.leapp.core.internal.transfer.RandomWorkspaces;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.workspace.Workspace;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundlesTest {

    private static final Path FILE = Path.of("team.leapp");
    private static final String CANARY = "canary-secret-that-must-not-be-seen";
    private static final Argon2Cost CHEAP = new Argon2Cost(8, 1, 1);
    private static final int DIGEST = 32;

    private final AesGcm cipher = new AesGcm(new SecureRandom());
    private final Bundles bundles = new Bundles(cipher, CHEAP);
    private final Workspace small = Workspace.builder()
            .session(Session.builder(new SessionId("s-1"), "canary-name", new SessionType("test-key"), "r")
                    .build())
            .build();
    private final byte[] bundle = seal(small, Map.of(new SecretName("s-1-key"), Secret.of(CANARY)));

    @Test
    void whatWasSealedIsOpened() {
        BundleContent content = bundles.open(FILE, bundle, BundlesTest::passphrase);

        assertThat(content.workspace()).isEqualTo(small);
        assertThat(content.secrets()).containsOnlyKeys(new SecretName("s-1-key"));
        assertThat(content.secrets().get(new SecretName("s-1-key"))).isEqualTo(Secret.of(CANARY));
    }

    @Test
    void anyWorkspaceAndAnySecretSurviveARoundTrip() {
        long seed = new SecureRandom().nextLong();
        RandomWorkspaces workspaces = new RandomWorkspaces(seed);
        for (int i = 0; i < 300; i++) {
            Workspace workspace = workspaces.next();
            Map<SecretName, Secret> secrets = workspaces.secretsOf(workspace);

            BundleContent again = bundles.open(FILE, seal(workspace, secrets), BundlesTest::passphrase);

            assertThat(again.workspace()).as("seed %d, round %d", seed, i).isEqualTo(workspace);
            assertThat(again.workspace().sessions()).isEqualTo(workspace.sessions());
            assertThat(again.secrets()).isEqualTo(secrets);
        }
    }

    @Test
    void theHeaderIsClearAndNothingElseIs() {
        String text = new String(bundle, ISO_8859_1);

        assertThat(text).startsWith("leapp-bundle 1\nargon2id 8 1 1 ").doesNotContain(CANARY, "canary-name");
        assertThat(text.indexOf("\n\n")).isEqualTo("leapp-bundle 1\nargon2id 8 1 1 ".length() + 32);
        assertThat(seal(small, Map.of())).isNotEqualTo(seal(small, Map.of()));
    }

    @Test
    void everyChangedByteIsNoticedBeforeThePassphraseIsAsked() {
        for (int i = 0; i < bundle.length; i++) {
            for (int flip : new int[] {1, 0x80, 0xff}) {
                byte[] changed = bundle.clone();
                changed[i] ^= (byte) flip;

                LeappException e = failure(changed, BundlesTest::nobodyAsks);

                assertThat(e.code())
                        .as("byte %d", i)
                        .isIn(CoreErrorCode.BUNDLE_DAMAGED, CoreErrorCode.BUNDLE_FORMAT_UNKNOWN);
                if (i > "leapp-bundle ".length()) {
                    assertThat(e.code()).as("byte %d", i).isEqualTo(CoreErrorCode.BUNDLE_DAMAGED);
                }
            }
        }
    }

    @Test
    void everyForgedByteIsNoticedThoughTheDigestFits() {
        int first = "leapp-bundle 1\n".length();
        for (int i = first; i < bundle.length - DIGEST; i++) {
            byte[] changed = bundle.clone();
            changed[i] ^= 1;

            LeappException e =
                    failure(withDigest(Arrays.copyOf(changed, changed.length - DIGEST)), BundlesTest::passphrase);

            assertThat(e.code()).as("byte %d", i).isIn(CoreErrorCode.BUNDLE_DAMAGED, CoreErrorCode.BUNDLE_LOCKED);
        }
    }

    @Test
    void everyCutIsNoticed() {
        for (int length = 0; length < bundle.length; length++) {
            assertThat(failure(Arrays.copyOf(bundle, length), BundlesTest::nobodyAsks)
                            .code())
                    .as("%d bytes", length)
                    .isIn(CoreErrorCode.BUNDLE_DAMAGED, CoreErrorCode.BUNDLE_FORMAT_UNKNOWN);
        }
    }

    @Test
    void aWrongPassphraseIsToldAsThat() {
        LeappException e = failure(bundle, () -> Secret.of("wrong"));

        assertThat(e.code()).isEqualTo(CoreErrorCode.BUNDLE_LOCKED);
        assertThat(e).hasMessage("The passphrase does not open the bundle team.leapp");
        assertThat(trace(e)).doesNotContain("wrong", CANARY);
    }

    @Test
    void anEmptyPassphraseIsRefused() {
        BundleContent content = new BundleContent(small, Map.of());

        assertThatThrownBy(() -> bundles.seal(content, Secret.of("")))
                .isInstanceOfSatisfying(
                        LeappException.class, e -> assertThat(e.code()).isEqualTo(CoreErrorCode.INVALID_VALUE));
        assertThat(failure(bundle, () -> Secret.of("")).code()).isEqualTo(CoreErrorCode.INVALID_VALUE);
    }

    @Test
    void thePassphraseIsWipedAfterUse() {
        Secret given = Secret.of("correct horse");
        bundles.open(FILE, bundle, () -> given);

        assertThatThrownBy(given::reveal).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aNewerVersionIsToldAsThat() {
        byte[] newer = withDigest("leapp-bundle 2\nsomething else\n".getBytes(US_ASCII));

        LeappException e = failure(newer, BundlesTest::nobodyAsks);

        assertThat(e.code()).isEqualTo(CoreErrorCode.BUNDLE_FORMAT_UNKNOWN);
        assertThat(e).hasMessageContaining("newer version of Leapp", "version 2");
    }

    @Test
    void aNewerDocumentInTheSameFormatIsToldAsThat() {
        LeappException e =
                failure(sealed("{\"secrets\":{},\"workspace\":{\"schemaVersion\":2}}"), BundlesTest::passphrase);

        assertThat(e.code()).isEqualTo(CoreErrorCode.BUNDLE_FORMAT_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "argon2id 999999999 1 1",
                "argon2id 8 99 1",
                "argon2id 8 1 99",
                "argon2id 08 1 1",
                "argon2id 8 1",
                "scrypt 8 1 1",
            })
    void aHeaderThatAsksForTooMuchOrForSomethingElseIsRefused(String lock) {
        byte[] forged = withDigest(("leapp-bundle 1\n" + lock + " " + "00".repeat(16) + "\n\n").getBytes(US_ASCII));

        assertThat(failure(forged, BundlesTest::nobodyAsks).code()).isEqualTo(CoreErrorCode.BUNDLE_DAMAGED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"workspace\":1}",
                "{\"workspace\":{},\"workspace\":{}}",
                "{\"secrets\":{\"\":\"\"},\"workspace\":" + EMPTY + "}",
                "{\"secrets\":{\"x\":\"no base64!\"},\"workspace\":" + EMPTY + "}",
                "{\"secrets\":{\"x\":1},\"workspace\":" + EMPTY + "}"
            })
    void aDocumentThatIsNoneIsDamaged(String document) {
        assertThat(failure(sealed(document), BundlesTest::passphrase).code()).isEqualTo(CoreErrorCode.BUNDLE_DAMAGED);
    }

    private static final String EMPTY =
            "{\"schemaVersion\":1,\"generation\":0,\"defaultRegion\":\"r\",\"defaultLocation\":\"l\"}";

    @Test
    void statesInABundleAreNotRead() {
        String active = "{\"secrets\":{},\"workspace\":{\"schemaVersion\":1,\"generation\":0,\"defaultRegion\":\"r\","
                + "\"defaultLocation\":\"l\",\"sessions\":[{\"id\":\"s\",\"name\":\"n\",\"type\":\"a-b\",\"region\":\"r\"}],"
                + "\"states\":{\"s\":{\"state\":\"active\",\"startedAt\":\"2026-01-01T00:00:00Z\"}}}}";

        assertThat(bundles.open(FILE, sealed(active), BundlesTest::passphrase)
                        .workspace()
                        .sessions())
                .hasSize(1);
    }

    @Test
    void whatDoesNotInflateOrInflatesTooFarIsDamaged() {
        assertThat(failure(sealedBytes("not deflated at all".getBytes(UTF_8)), BundlesTest::passphrase)
                        .code())
                .isEqualTo(CoreErrorCode.BUNDLE_DAMAGED);
        assertThat(failure(sealedBytes(Deflated.deflate(new byte[129 * 1024 * 1024])), BundlesTest::passphrase)
                        .code())
                .isEqualTo(CoreErrorCode.BUNDLE_DAMAGED);
    }

    @Test
    void nothingShowsASecret() {
        BundleContent content = bundles.open(FILE, bundle, BundlesTest::passphrase);

        assertThat(content.toString()).doesNotContain(CANARY);
    }

    private byte[] seal(Workspace workspace, Map<SecretName, Secret> secrets) {
        return bundles.seal(new BundleContent(workspace, secrets), Secret.of("correct horse"));
    }

    private byte[] sealed(String document) {
        return sealedBytes(Deflated.deflate(document.getBytes(UTF_8)));
    }

    private byte[] sealedBytes(byte[] content) {
        byte[] salt = HexFormat.of().parseHex("00".repeat(16));
        byte[] header = BundleFormat.header(CHEAP, salt);
        byte[] key = Argon2id.derive("correct horse".toCharArray(), salt, CHEAP, AesGcm.KEY_BYTES);
        return BundleFormat.toBytes(header, cipher.seal(key, content, header));
    }

    private LeappException failure(byte[] bytes, Supplier<Secret> passphrase) {
        LeappException failure =
                catchThrowableOfType(LeappException.class, () -> bundles.open(FILE, bytes, passphrase));
        assertThat(failure).isNotNull();
        return failure;
    }

    private static Secret passphrase() {
        return Secret.of("correct horse");
    }

    private static Secret nobodyAsks() {
        throw new AssertionError("asked for a passphrase");
    }

    private static byte[] withDigest(byte[] body) {
        try {
            return Bytes.concat(body, MessageDigest.getInstance("SHA-256").digest(body));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static String trace(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString().replace(FILE.toString(), "");
    }
}
