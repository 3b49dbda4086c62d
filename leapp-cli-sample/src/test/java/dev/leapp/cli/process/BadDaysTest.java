package dev.leapp.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.testkit.cloud.LocalSts;
import dev.leapp.testkit.cloud.StsUser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What everybody meets one day: one clear line, an exit code of its own, nothing lost. */
class BadDaysTest {

    private static final String KEY_ID = "AKIAIOSFODNN7EXAMPLE";
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    private static final String CREDENTIALS = "[mine]\naws_access_key_id = AKIAMINEMINEMINEMINE\n";

    private static final int REFUSED = 6;
    private static final int NETWORK = 7;
    private static final int WORKSPACE_UNREADABLE = 8;
    private static final int SECRET_STORE_UNAVAILABLE = 9;

    @TempDir
    Path directory;

    private LocalSts sts;
    private Home home;

    @BeforeEach
    void start() {
        sts = LocalSts.builder().user(new StsUser("ops", KEY_ID, SECRET)).start();
        home = Home.in(directory).endpoint(sts.endpoint().toString());
        home.write(home.credentials(), CREDENTIALS);
    }

    @AfterEach
    void stop() {
        sts.close();
    }

    @Test
    void wrongSecretKeyIsRefusedInAwsOwnWords() {
        home.add("ops", "ops", KEY_ID, "aWrongSecretKeyOfFortyCharactersInAllHere")
                .ok();

        home.leapp("session", "start", "ops").failed(REFUSED, "ops", "SignatureDoesNotMatch");

        nothingIsLostOrPublished();
        home.startWith(SECRET + "\n", "session", "edit", "ops", "--secret-access-key-stdin")
                .await()
                .ok();
        home.leapp("session", "start", "ops").ok();
    }

    @Test
    void unknownAccessKeyIsRefusedInAwsOwnWords() {
        home.add("ops", "ops", "AKIAUNKNOWNUNKNOWN00", SECRET).ok();

        home.leapp("session", "start", "ops").failed(REFUSED, "ops", "InvalidClientTokenId");

        nothingIsLostOrPublished();
    }

    @Test
    void unreachableStsIsToldApartFromARefusal() throws IOException {
        home.add("ops", "ops", KEY_ID, SECRET).ok();
        home.endpoint("http://127.0.0.1:" + closedPort());

        home.leapp("session", "start", "ops").failed(NETWORK, "ops", "127.0.0.1");

        nothingIsLostOrPublished();
        home.endpoint(sts.endpoint().toString())
                .leapp("session", "start", "ops")
                .ok();
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "half", "flipped", "garbage", "appended"})
    void corruptWorkspaceFileIsNeverOverwritten(String damage) throws IOException {
        home.add("ops", "ops", KEY_ID, SECRET).ok();
        byte[] damaged = damage(damage, Files.readAllBytes(home.workspace()));
        Files.write(home.workspace(), damaged);

        home.leapp("session", "list")
                .failed(WORKSPACE_UNREADABLE, home.workspace().toString());
        home.leapp("session", "start", "ops")
                .failed(WORKSPACE_UNREADABLE, home.workspace().toString());
        home.add("other", "other", KEY_ID, SECRET)
                .failed(WORKSPACE_UNREADABLE, home.workspace().toString());

        assertThat(Files.readAllBytes(home.workspace())).isEqualTo(damaged);
        assertThat(Home.read(home.credentials())).isEqualTo(CREDENTIALS);
    }

    private static byte[] damage(String how, byte[] bytes) {
        byte[] copy = bytes.clone();
        switch (how) {
            case "empty" -> copy = new byte[0];
            case "half" -> copy = java.util.Arrays.copyOf(bytes, bytes.length / 2);
            case "flipped" -> copy[bytes.length - 5] ^= 1;
            case "garbage" -> new java.util.Random(7).nextBytes(copy);
            default -> copy = java.util.Arrays.copyOf(bytes, bytes.length + 1);
        }
        return copy;
    }

    @Test
    void nowhereToKeepASecretIsRefusedBeforeAnythingIsAdded() {
        home.without("LEAPP_PASSPHRASE");

        home.add("ops", "ops", KEY_ID, SECRET, "--non-interactive").failed(SECRET_STORE_UNAVAILABLE, "secret");

        assertThat(sessions()).doesNotContain("ops");
    }

    @Test
    void secretsThatCantBeOpenedNowAreNotLost() {
        home.add("ops", "ops", KEY_ID, SECRET).ok();
        home.without("LEAPP_PASSPHRASE");

        home.leapp("session", "start", "ops", "--non-interactive").failed(SECRET_STORE_UNAVAILABLE, "Passphrase");
        home.env("LEAPP_PASSPHRASE", "another")
                .leapp("session", "start", "ops")
                .failed(SECRET_STORE_UNAVAILABLE, "passphrase");

        nothingIsLostOrPublished();
        home.env("LEAPP_PASSPHRASE", Home.PASSPHRASE)
                .leapp("session", "start", "ops")
                .ok();
    }

    private void nothingIsLostOrPublished() {
        assertThat(sessions()).contains("ops", "inactive");
        assertThat(Home.read(home.credentials())).isEqualTo(CREDENTIALS);
        assertThat(home.awsFiles()).containsOnlyKeys("credentials");
        assertThat(home.leapp().resolve("receipts"))
                .satisfiesAnyOf(
                        receipts -> assertThat(receipts).doesNotExist(),
                        receipts -> assertThat(receipts).isEmptyDirectory());
    }

    private String sessions() {
        return home.leapp("session", "list", "--output", "csv").ok();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
