package dev.leapp.provider.aws.internal.chain;

import static dev.leapp.provider.aws.internal.chain.ChainFixture.keys;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.spi.Publication;
import dev.leapp.core.spi.Receipt;
import dev.leapp.provider.aws.internal.profile.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsFileChainTest {

    private static final String LONG_TERM = "# mine\r\n[ops]\r\naws_access_key_id = AKIAMINE\r\n"
            + "aws_secret_access_key = mine\r\n# about it\r\noutput = json\r\n\r\n[x]\r\nk = v";

    @TempDir
    Path home;

    private ChainFixture at;

    @BeforeEach
    void prepare() {
        at = new ChainFixture(home, new CredentialsFileFactory());
    }

    @Test
    void startWritesKeysAndRegionAndStopLeavesNothing() {
        at.start("1");

        assertThat(at.credentialsText()).isEqualTo("[ops]\n" + keys("1"));
        assertThat(at.configText()).isEqualTo("[profile ops]\nregion = eu-west-1\n");
        at.stop();
        assertThat(at.tree()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\ufeff",
                "[other]\naws_access_key_id = AKIA",
                "[other]\r\nk = v\r\n\r\n",
                "; only a comment",
                "junk\n\n\n"
            })
    void startThenStopGivesBackTheSameBytes(String before) {
        at.writeCredentials(before);
        at.writeConfig(before);
        Map<String, String> tree = at.tree();

        at.start("1");
        at.start("2");
        assertThat(at.credentialsText()).startsWith(before).contains("ASIA2");
        at.stop();

        assertThat(at.tree()).isEqualTo(tree);
    }

    @Test
    void stopIsIdempotentAndForgivesWhatIsGone() throws IOException {
        at.start("1");
        at.stop();
        at.stop();
        assertThat(at.tree()).isEmpty();

        at.start("1");
        Files.delete(at.credentialsFile());
        at.stop();
        assertThat(at.tree()).isEmpty();
    }

    @Test
    void stopRemovesTheKeysThatADeadStartHadNotYetPutInPlace() throws IOException {
        at.start("1");
        Files.delete(at.configFile());
        Files.move(at.credentialsFile(), at.credentialsFile().resolveSibling(".credentials.leapp-tmp"));

        at.stop();

        assertThat(at.tree()).isEmpty();
    }

    @Test
    void stopIsDoneToItsEndByAnInterruptedThread() {
        at.writeCredentials("[other]\nk = v\n");
        Map<String, String> before = at.tree();
        at.start("1");

        Thread.currentThread().interrupt();
        try {
            at.stop();
        } finally {
            assertThat(Thread.interrupted()).as("the flag stays").isTrue();
        }

        assertThat(at.tree()).isEqualTo(before);
    }

    @Test
    void theReceiptIsThereBeforeTheFirstByteAndHoldsNoSecret() {
        List<Map<String, String>> trees = new ArrayList<>();
        Publication publication = at.publication(ChainFixture.credentials("1"), false);
        Publication watched = Publication.builder(
                        publication.session(), publication.credentials(), publication.attempt())
                .profileName("ops")
                .kept(at.kept)
                .journal(receipt -> {
                    at.receipt = receipt;
                    trees.add(at.tree());
                })
                .build();

        at.chain().publish(watched);

        assertThat(trees).hasSize(1);
        assertThat(trees.get(0)).doesNotContainKeys(".aws/credentials", ".aws/config");
        String facts = Objects.requireNonNull(at.receipt).changes().toString();
        assertThat(facts).contains(Digests.of("ASIA1")).doesNotContain("ASIA1").doesNotContain("canary");
    }

    @Test
    void withoutAReceiptNothingIsPublished() {
        Publication publication = at.publication(ChainFixture.credentials("1"), false);
        Publication failing = Publication.builder(
                        publication.session(), publication.credentials(), publication.attempt())
                .kept(at.kept)
                .journal(receipt -> {
                    throw new LeappException(CoreErrorCode.DISK_FULL, "disk full", null);
                })
                .build();

        assertThatThrownBy(() -> at.chain().publish(failing)).hasMessage("disk full");

        assertThat(at.tree()).isEmpty();
    }

    @Test
    void aReceiptWhoseCrashCameFirstIsTakenBackWithoutHarm() {
        at.writeCredentials("[ops2]\nk = v\n");
        Map<String, String> before = at.tree();
        at.start("1");
        Receipt receipt = at.receipt;
        at.stop();
        at.receipt = receipt;

        at.stop();
        assertThat(at.tree()).isEqualTo(before);

        at.start("2");
        assertThat(at.credentialsText()).contains(keys("2"));
        at.stop();
        assertThat(at.tree()).isEqualTo(before);
    }

    @Test
    void rotationReplacesTheValuesInTheirPlaces() {
        at.writeCredentials("[a]\nk = v\n");
        at.start("1");
        at.writeCredentials(at.credentialsText() + "\n[z]\nk = v\n");

        at.start("2");

        assertThat(at.credentialsText()).isEqualTo("[a]\nk = v\n\n[ops]\n" + keys("2") + "\n[z]\nk = v\n");
        at.stop();
        assertThat(at.credentialsText()).isEqualTo("[a]\nk = v\n\n[z]\nk = v\n");
    }

    @Test
    void aCrashInARotationIsUndoneWhicheverValuesStandThere() {
        at.writeCredentials("[a]\nk = v\n");
        Map<String, String> before = at.tree();
        at.start("1");
        String old = at.credentialsText();
        at.start("2");
        Receipt receipt = at.receipt;

        at.writeCredentials(old);
        at.stop();
        assertThat(at.tree()).isEqualTo(before);

        at.receipt = null;
        at.start("2");
        at.receipt = receipt;
        at.stop();
        assertThat(at.tree()).isEqualTo(before);
    }

    @Test
    void aChangedRegionIsRotatedToo() {
        at.start("1");

        at.region("us-east-2").start("2");

        assertThat(at.configText()).isEqualTo("[profile ops]\nregion = us-east-2\n");
        at.stop();
        assertThat(at.tree()).isEmpty();
    }

    @Test
    void anotherProfileMovesTheSection() {
        at.start("1");

        at.profile("dev").start("2");

        assertThat(at.credentialsText()).isEqualTo("[dev]\n" + keys("2"));
        assertThat(at.configText()).isEqualTo("[profile dev]\nregion = eu-west-1\n");
        at.stop();
        assertThat(at.tree()).isEmpty();
    }

    @Test
    void aSectionOfSomebodyElsesIsRefusedAndNothingWritten() {
        at.writeCredentials(LONG_TERM);
        Map<String, String> before = at.tree();

        LeappException thrown = catchThrowableOfType(LeappException.class, () -> at.start("1"));

        assertThat(thrown.code()).isEqualTo(CoreErrorCode.FOREIGN_SECTION);
        assertThat(thrown)
                .hasMessageContaining("[ops]")
                .hasMessageContaining(at.credentialsFile().toString());
        assertThat(thrown.hint().orElseThrow()).contains("--takeover");
        assertThat(at.tree()).isEqualTo(before);
        assertThat(at.kept.kept).isEmpty();
    }

    @Test
    void takeoverKeepsWhatStoodThereAndGivesItBack() {
        at.writeCredentials(LONG_TERM);

        at.takeOver("1");

        assertThat(at.credentialsText())
                .contains("ASIA1")
                .contains("output = json")
                .contains("# about it")
                .doesNotContain("AKIAMINE")
                .startsWith("# mine\r\n[ops]\r\n")
                .endsWith("\r\n\r\n[x]\r\nk = v");
        assertThat(at.kept.kept).hasSize(1);
        at.start("2");
        at.stop();
        assertThat(at.credentialsText()).isEqualTo(LONG_TERM);
        assertThat(at.kept.kept).isEmpty();
    }

    @Test
    void takeoverGivesKeysBackBesideWhatTheUserWroteMeanwhile() {
        at.writeCredentials(LONG_TERM);
        at.takeOver("1");
        at.writeCredentials(at.credentialsText().replace("output = json", "output = text"));

        at.start("2");
        at.stop();

        assertThat(at.credentialsText())
                .contains("output = text")
                .contains("aws_access_key_id = AKIAMINE\r\naws_secret_access_key = mine\r\n")
                .doesNotContain("ASIA");
        assertThat(at.kept.kept).isEmpty();
    }

    @Test
    void takeoverLeavesKeysThatTheUserPutThereMeanwhile() {
        at.writeCredentials("[ops]\naws_access_key_id = AKIAMINE\naws_secret_access_key = mine\n");
        at.takeOver("1");
        at.writeCredentials("[ops]\naws_access_key_id = AKIANEW\naws_secret_access_key = new\n");

        at.stop();

        assertThat(at.credentialsText()).isEqualTo("[ops]\naws_access_key_id = AKIANEW\naws_secret_access_key = new\n");
    }

    @Test
    void takeoverThatCrashedBeforeItsFirstByteIsTakenBackWithoutHarm() {
        at.writeCredentials(LONG_TERM);
        at.takeOver("1");
        Receipt receipt = at.receipt;
        Secret secret = at.kept.kept.values().iterator().next();
        String account = at.kept.kept.keySet().iterator().next();
        at.stop();
        at.kept.put(account, secret);
        at.receipt = receipt;

        at.stop();

        assertThat(at.credentialsText()).isEqualTo(LONG_TERM);
        assertThat(at.kept.kept).isEmpty();
    }

    @Test
    void stopChangesNothingWhenTheKeptSectionIsLost() {
        at.writeCredentials(LONG_TERM);
        at.takeOver("1");
        at.kept.kept.clear();
        Map<String, String> before = at.tree();

        LeappException thrown = catchThrowableOfType(LeappException.class, at::stop);

        assertThat(thrown.code()).isEqualTo(CoreErrorCode.SECRET_MISSING);
        assertThat(thrown)
                .hasMessageContaining("[ops]")
                .hasMessageContaining(at.credentialsFile().toString());
        assertThat(at.tree()).isEqualTo(before);

        at.writeCredentials(LONG_TERM);
        at.stop();
        assertThat(at.tree()).isEqualTo(Map.of(".aws", "", ".aws/credentials", LONG_TERM));
    }

    @Test
    void aSectionThatStandsTwiceIsNotEvenTakenOver() {
        at.writeCredentials("[ops]\nk = v\n[ops]\nk = v\n");

        assertThatThrownBy(() -> at.takeOver("1")).hasMessageContaining("more than once");
    }

    @Test
    void theUsersOwnKeysInOurSectionAreNotOverwrittenByARotation() {
        at.start("1");
        at.writeCredentials("[ops]\naws_access_key_id = AKIAMINE\naws_secret_access_key = mine\n");

        LeappException thrown = catchThrowableOfType(LeappException.class, () -> at.start("2"));

        assertThat(thrown.code()).isEqualTo(CoreErrorCode.FOREIGN_SECTION);
        assertThat(at.credentialsText()).contains("AKIAMINE").doesNotContain("ASIA");
    }

    @Test
    void aRefusedRotationLeavesWhatStillStands() {
        at.start("1");
        at.writeConfig("[profile ops]\nregion = us-east-1\n");
        Map<String, String> before = at.tree();

        LeappException thrown = catchThrowableOfType(LeappException.class, () -> at.start("2"));

        assertThat(thrown.code()).isEqualTo(CoreErrorCode.FOREIGN_SECTION);
        assertThat(at.tree()).isEqualTo(before);
        at.takeOver("2");
        at.stop();
        assertThat(at.tree()).isEqualTo(Map.of(".aws", "", ".aws/config", "[profile ops]\nregion = us-east-1\n"));
    }

    @Test
    void aRegionThatIsThereIsLeftAlone() {
        at.writeConfig("[profile ops]\nregion = eu-west-1\noutput = json\n");
        Map<String, String> before = at.tree();

        at.start("1");
        at.start("2");
        assertThat(at.configText()).isEqualTo(before.get(".aws/config"));
        at.stop();

        assertThat(at.tree()).isEqualTo(before);
    }

    @Test
    void aMissingRegionIsAddedWithoutTakeover() {
        at.writeConfig("[profile ops]\noutput = json\ns3 =\n  addressing_style = path\n\n[profile x]");
        Map<String, String> before = at.tree();

        at.start("1");
        assertThat(at.configText())
                .isEqualTo(
                        "[profile ops]\noutput = json\ns3 =\n  addressing_style = path\nregion = eu-west-1\n\n[profile x]");
        at.stop();

        assertThat(at.tree()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "region = us-east-1",
                "region = eu-west-1\nrole_arn = arn:aws:iam::1:role/x",
                "credential_process = other",
                "source_profile = x",
                "SSO_Start_URL = https://x",
                "aws_access_key_id: AKIA",
                "web_identity_token_file = /x",
                "credential_source = Environment"
            })
    void aConfigThatSaysOtherwiseNeedsATakeover(String line) {
        String config = "[profile ops]\n" + line + "\noutput = json\n";
        at.writeConfig(config);

        LeappException thrown = catchThrowableOfType(LeappException.class, () -> at.start("1"));
        assertThat(thrown.code()).isEqualTo(CoreErrorCode.FOREIGN_SECTION);
        assertThat(thrown).hasMessageContaining("[profile ops]");
        assertThat(at.tree()).containsOnlyKeys(".aws", ".aws/config");

        at.takeOver("1");
        assertThat(at.configText()).isEqualTo("[profile ops]\noutput = json\nregion = eu-west-1\n");
        at.stop();
        assertThat(at.configText()).isEqualTo(config);
        assertThat(at.kept.kept).isEmpty();
    }

    @Test
    void theDefaultProfileIsFoundInBothSpellings() {
        at.profile("default").writeConfig("[profile default]\noutput = json\n");

        at.start("1");

        assertThat(at.credentialsText()).startsWith("[default]\n");
        assertThat(at.configText()).isEqualTo("[profile default]\noutput = json\nregion = eu-west-1\n");
    }

    @Test
    void localStackGetsItsEndpointToo() {
        at.chain().publish(at.publication(ChainFixture.localStack(), false));

        assertThat(at.credentialsText()).isEqualTo("[ops]\naws_access_key_id = test\naws_secret_access_key = test\n");
        assertThat(at.configText())
                .isEqualTo("[profile ops]\nregion = eu-west-1\nendpoint_url = http://localhost:4566\n");
        at.stop();
        assertThat(at.tree()).isEmpty();
    }

    @Test
    void theEnvironmentSaysWhereTheFilesAre() {
        at.environment.put("AWS_SHARED_CREDENTIALS_FILE", "~/keys/creds");
        at.environment.put("AWS_CONFIG_FILE", home.resolve("etc/aws.conf").toString());

        at.start("1");

        assertThat(at.tree()).containsOnlyKeys("keys", "keys/creds", "etc", "etc/aws.conf");
        at.environment.clear();
        at.stop();
        assertThat(at.tree()).as("the receipt knows where").isEmpty();
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Files.createDirectories(home.resolve(".aws"));
        Files.createDirectories(home.resolve("dotfiles"));
        Files.createSymbolicLink(at.credentialsFile(), home.resolve("dotfiles/credentials"));

        at.start("1");
        assertThat(home.resolve("dotfiles/credentials")).content().contains("ASIA1");
        assertThat(at.credentialsFile()).isSymbolicLink();
        at.stop();

        assertThat(at.credentialsFile()).isSymbolicLink();
        assertThat(home.resolve("dotfiles")).isEmptyDirectory();
    }

    @Test
    void whatTheFilesCannotHoldIsRefused() {
        LeappException thrown = catchThrowableOfType(
                LeappException.class, () -> at.profile("a]b").start("1"));

        assertThat(thrown.code()).isEqualTo(CoreErrorCode.INVALID_VALUE);
        assertThat(at.tree()).isEmpty();
    }

    @Test
    void whatSomebodyWritesBetweenReceiptAndFileIsNotLost() {
        at.writeCredentials("[a]\nk = v\n");
        Publication publication = at.publication(ChainFixture.credentials("1"), false);
        List<Receipt> receipts = new ArrayList<>();

        at.chain()
                .publish(Publication.builder(publication.session(), publication.credentials(), publication.attempt())
                        .profileName("ops")
                        .kept(at.kept)
                        .journal(receipt -> {
                            if (receipts.isEmpty()) {
                                at.writeCredentials("[a]\nk = changed\n");
                            }
                            receipts.add(receipt);
                        })
                        .build());

        assertThat(receipts).hasSize(2);
        assertThat(at.credentialsText()).isEqualTo("[a]\nk = changed\n\n[ops]\n" + keys("1"));
        at.receipt = receipts.get(1);
        at.stop();
        assertThat(at.tree()).isEqualTo(Map.of(".aws", "", ".aws/credentials", "[a]\nk = changed\n"));
    }

    @Test
    void givesUpWhenSomebodyKeepsWriting() {
        Publication publication = at.publication(ChainFixture.credentials("1"), false);
        List<Receipt> receipts = new ArrayList<>();
        Publication disturbed = Publication.builder(
                        publication.session(), publication.credentials(), publication.attempt())
                .kept(at.kept)
                .journal(receipt -> {
                    receipts.add(receipt);
                    at.writeConfig("# " + receipts.size());
                })
                .build();

        LeappException thrown =
                catchThrowableOfType(LeappException.class, () -> at.chain().publish(disturbed));

        assertThat(thrown.code()).isEqualTo(CoreErrorCode.LOCK_TIMEOUT);
        assertThat(at.tree()).isEqualTo(Map.of(".aws", "", ".aws/config", "# " + receipts.size()));
    }

    @Test
    void aFileThatCannotBeReadIsNamedAndNothingIsWritten() throws IOException {
        Files.createDirectories(at.credentialsFile());

        LeappException thrown = catchThrowableOfType(LeappException.class, () -> at.start("1"));

        assertThat(thrown.code()).isEqualTo(CoreErrorCode.NOT_WRITABLE);
        assertThat(thrown).hasMessageContaining(at.credentialsFile().toString());
        assertThat(at.tree()).containsOnlyKeys(".aws", ".aws/credentials");
    }

    @Test
    void twoSessionsDoNotDisturbEachOther() {
        at.writeCredentials("[a]\nk = v\n");
        at.writeConfig("");
        Map<String, String> before = at.tree();
        ChainFixture other = new ChainFixture(home, new CredentialsFileFactory()).profile("dev");

        at.start("1");
        other.start("2");
        at.start("3");
        at.stop();
        assertThat(at.credentialsText()).contains("ASIA2").doesNotContain("ASIA3");
        other.stop();

        assertThat(at.tree()).isEqualTo(before);
    }
}
