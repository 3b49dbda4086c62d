package dev.leapp.integration.sso.internal.identitycenter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.spi.IntegrationContext;
import dev.leapp.testkit.cloud.LocalPortal;
import dev.leapp.testkit.cloud.PortalEvent;
import dev.leapp.testkit.cloud.StsHold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SharedCacheTest {

    @TempDir
    Path home;

    private Scene scene;

    @BeforeEach
    void open() {
        scene = Scene.at(home, LocalPortal.builder());
        scene.settings.put("awsCliCache", "on");
        scene.settings.put("awsCliSession", "corp");
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void nothingIsSharedUnlessTheUserWantsIt() {
        scene.settings.remove("awsCliCache");

        scene.provider().kept(login(), nobody());

        assertThat(home.resolve(".aws")).doesNotExist();
        assertThat(scene.provider().found(nobody())).isEmpty();
    }

    @Test
    void nothingIsWrittenBeforeTheLoginIsKept() {
        login();

        assertThat(home.resolve(".aws")).doesNotExist();
    }

    @Test
    void theFileIsTheCliSOwnAndItsOwnerSAlone() throws IOException {
        Credentials login = login();
        scene.provider().kept(login, nobody());

        JsonNode file = new ObjectMapper().readTree(Files.readAllBytes(file("corp")));
        assertThat(file.get("startUrl").textValue()).isEqualTo(scene.portal.startUrl());
        assertThat(file.get("region").textValue()).isEqualTo("eu-west-1");
        assertThat(file.get("accessToken").textValue())
                .isEqualTo(login.secret("accessToken").reveal());
        assertThat(file.get("expiresAt").textValue()).isEqualTo("2026-11-23T18:00:01Z");
        assertThat(file.get("refreshToken").textValue())
                .isEqualTo(login.secret("refreshToken").reveal());
        assertThat(file.get("clientId").textValue())
                .isEqualTo(login.secret("clientId").reveal());
        assertThat(file.get("registrationExpiresAt").textValue()).endsWith("Z");
        assertThat(mode(file("corp"))).isEqualTo("rw-------");
        assertThat(mode(directory())).isEqualTo("rwx------");
        assertThat(mode(home.resolve(".aws"))).isEqualTo("rwx------");
    }

    @Test
    void withoutAnSsoSessionWhatRenewsTheLoginStaysWithUs() throws IOException {
        scene.settings.remove("awsCliSession");
        scene.provider().kept(login(), nobody());

        JsonNode file = new ObjectMapper().readTree(Files.readAllBytes(file(scene.portal.startUrl())));
        assertThat(file.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("startUrl", "region", "accessToken", "expiresAt");
    }

    @Test
    void whatTheCliHasLeftIsFoundAndCanBeRenewed() {
        Credentials login = login();
        scene.provider().kept(login, nobody());

        Credentials found = scene.provider().found(nobody()).orElseThrow();

        assertThat(found.secrets()).isEqualTo(login.secrets());
        assertThat(found.attribute("renewable")).isEqualTo("true");
        assertThat(scene.provider().refresh(found, nobody())).isPresent();
    }

    @Test
    void anExpiredOneIsFoundAsLongAsItCanBeRenewed() {
        scene.provider().kept(login(), nobody());
        scene.clock.advance(Duration.ofHours(9));

        Credentials found = scene.provider().found(nobody()).orElseThrow();

        assertThat(found.isValidAt(scene.clock.instant())).isFalse();
        assertThat(scene.provider().refresh(found, nobody())).isPresent();
    }

    @Test
    void anExpiredOneThatNobodyCanRenewIsNotFound() {
        scene.settings.remove("awsCliSession");
        scene.provider().kept(login(), nobody());
        scene.clock.advance(Duration.ofHours(9));

        assertThat(scene.provider().found(nobody())).isEmpty();
    }

    @Test
    void oneOfAnotherIdentityCenterIsNotFound() {
        scene.provider().kept(login(), nobody());
        scene.settings.put("region", "us-east-1");

        assertThat(scene.provider().found(nobody())).isEmpty();
    }

    @Test
    void theCliSOldSpellingOfTimeIsUnderstood() throws IOException {
        write(
                "corp",
                "{\"startUrl\":\"" + scene.portal.startUrl()
                        + "\",\"region\":\"eu-west-1\",\"accessToken\":\"t\",\"expiresAt\":\"2026-11-23T12:00:00UTC\"}");

        assertThat(scene.provider().found(nobody()).orElseThrow().expiresAt())
                .contains(Instant.parse("2026-11-23T12:00:00Z"));
    }

    @Test
    void whatIsNoLoginIsNotFound() throws IOException {
        for (String text : new String[] {
            "",
            "[]",
            "{",
            "{}",
            "{\"startUrl\":1}",
            "{\"startUrl\":\"" + scene.portal.startUrl()
                    + "\",\"region\":\"eu-west-1\",\"accessToken\":\"a\\nb\",\"expiresAt\":\"2026-11-23T12:00:00Z\"}"
        }) {
            write("corp", text);
            assertThat(scene.provider().found(nobody())).as(text).isEmpty();
        }
    }

    @Test
    void whatOthersCouldHaveWrittenIsNotTrusted() throws IOException {
        scene.provider().kept(login(), nobody());
        Files.setPosixFilePermissions(file("corp"), PosixFilePermissions.fromString("rw-rw-rw-"));

        assertThat(scene.provider().found(nobody())).isEmpty();
    }

    @Test
    void whatOthersHaveAddedStays() throws IOException {
        write("corp", "{\"later\":{\"a\":[1]},\"accessToken\":\"old\"}");

        scene.provider().kept(login(), nobody());

        JsonNode file = new ObjectMapper().readTree(Files.readAllBytes(file("corp")));
        assertThat(file.get("later")).hasToString("{\"a\":[1]}");
        assertThat(file.get("accessToken").textValue()).isNotEqualTo("old");
        assertThat(mode(file("corp"))).isEqualTo("rw-------");
    }

    @Test
    void aLinkStaysOne() throws IOException {
        Path elsewhere = Files.writeString(home.resolve("elsewhere.json"), "{}", UTF_8);
        Files.createDirectories(directory());
        Files.createSymbolicLink(file("corp"), elsewhere);

        scene.provider().kept(login(), nobody());

        assertThat(file("corp")).isSymbolicLink();
        assertThat(elsewhere).content().contains("accessToken");
        assertThat(mode(elsewhere)).isEqualTo("rw-------");
    }

    @Test
    void whatCannotBeWrittenIsToldAndTheLoginStays() throws IOException {
        Files.writeString(home.resolve(".aws"), "no directory", UTF_8);
        Visitor visitor = Visitor.withPhone(code -> {});

        scene.provider().kept(login(), scene.context(visitor));

        assertThat(visitor.told).singleElement().asString().contains("'acme'", "AWS CLI");
    }

    @Test
    void nothingElseIsLeftInTheDirectory() throws IOException {
        scene.provider().kept(login(), nobody());

        try (Stream<Path> files = Files.list(directory())) {
            assertThat(files).containsExactly(file("corp"));
        }
    }

    @Test
    void loggingOutTakesBackWhatWasShared() {
        Credentials login = login();
        scene.provider().kept(login, nobody());

        scene.provider().logout(login, nobody());

        assertThat(file("corp")).doesNotExist();
    }

    @Test
    void loggingOutLeavesAnotherLogin() throws IOException {
        Credentials login = login();
        write("corp", "{\"accessToken\":\"another\"}");

        scene.provider().logout(login, nobody());

        assertThat(file("corp")).exists();
    }

    @Test
    void whatTheCliHasRenewedIsTakenInsteadOfARefreshTokenThatIsUsedUp() {
        Credentials login = login();
        scene.clock.advance(Duration.ofHours(9));
        Credentials theirs = scene.provider().refresh(login, nobody()).orElseThrow();
        scene.provider().kept(theirs, nobody());

        Credentials renewed = scene.provider().refresh(login, nobody()).orElseThrow();

        assertThat(renewed.secret("accessToken")).isEqualTo(theirs.secret("accessToken"));
    }

    @Test
    void whatTheCliHasRenewedIsRenewedAgainAfterItHasExpired() {
        Credentials login = login();
        scene.clock.advance(Duration.ofHours(9));
        scene.provider().kept(refresh(login).orElseThrow(), nobody());
        scene.clock.advance(Duration.ofHours(9));

        Credentials renewed = refresh(login).orElseThrow();

        assertThat(scene.portal.isValid(renewed.secret("accessToken").reveal())).isTrue();
        assertThat(scene.portal.count(PortalEvent.REFRESH_REFUSED)).isZero();
    }

    @Test
    void whatTheCliRenewsAtTheSameMomentIsTaken() throws Exception {
        Credentials login = login();
        scene.clock.advance(Duration.ofHours(9));
        StsHold hold = scene.portal.holdNext("/token");
        CompletableFuture<Optional<Credentials>> ours = CompletableFuture.supplyAsync(() -> refresh(login));
        assertThat(hold.awaitArrival(Duration.ofSeconds(20))).isTrue();
        Credentials theirs = refresh(login).orElseThrow();
        scene.provider().kept(theirs, nobody());
        hold.release();

        assertThat(ours.get().orElseThrow().secret("accessToken")).isEqualTo(theirs.secret("accessToken"));
    }

    @Test
    void whatTheCliCannotRenewDoesNotReplaceWhatWeCan() throws IOException {
        Credentials login = login();
        scene.clock.advance(Duration.ofHours(7));
        write(
                "corp",
                "{\"startUrl\":\"" + scene.portal.startUrl()
                        + "\",\"region\":\"eu-west-1\",\"accessToken\":\"t\",\"expiresAt\":\"2026-11-24T12:00:00Z\"}");

        assertThat(refresh(login).orElseThrow().secret("accessToken").reveal()).isNotEqualTo("t");
    }

    @Test
    void theFileOfAnotherIdentityCenterIsLeftAndThatIsTold() throws IOException {
        for (String other : new String[] {
            "{\"startUrl\":\"https://other.awsapps.com/start\",\"region\":\"eu-west-1\",\"accessToken\":\"theirs\"}",
            "{\"startUrl\":\"" + scene.portal.startUrl() + "\",\"region\":\"us-east-1\",\"accessToken\":\"theirs\"}"
        }) {
            write("corp", other);
            Visitor visitor = Visitor.withPhone(code -> {});

            scene.provider().kept(login(), scene.context(visitor));

            assertThat(file("corp")).hasContent(other);
            assertThat(visitor.told).singleElement().asString().contains("'acme'", "another IAM Identity Center");
        }
    }

    @Test
    void theUsersSpellingOfTheStartUrlIsUnderstoodAndStays() throws IOException {
        String url = scene.portal.startUrl() + "/#/";
        Credentials login = login();
        scene.provider().kept(login, nobody());
        String text = Files.readString(file("corp")).replace(scene.portal.startUrl(), url);
        write("corp", text);

        assertThat(scene.provider().found(nobody()).orElseThrow().secrets()).isEqualTo(login.secrets());
        scene.provider().kept(login, nobody());
        assertThat(new ObjectMapper()
                        .readTree(Files.readAllBytes(file("corp")))
                        .get("startUrl")
                        .textValue())
                .isEqualTo(url);
    }

    @Test
    void loggingOutTakesTheTokenFromWhatALinkLeadsTo() throws IOException {
        Path elsewhere = Files.writeString(home.resolve("elsewhere.json"), "{}", UTF_8);
        Files.createDirectories(directory());
        Files.createSymbolicLink(file("corp"), elsewhere);
        Credentials login = login();
        scene.provider().kept(login, nobody());

        scene.provider().logout(login, nobody());

        assertThat(elsewhere).hasContent("{}");
        assertThat(file("corp")).isSymbolicLink();
        assertThat(scene.provider().found(nobody())).isEmpty();
    }

    private Optional<Credentials> refresh(Credentials login) {
        return scene.provider().refresh(login, nobody());
    }

    private Credentials login() {
        return scene.provider().login(scene.context(Visitor.withPhone(code -> scene.portal.approve(code.userCode()))));
    }

    private IntegrationContext nobody() {
        return scene.context(UserInteraction.nonInteractive());
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(directory());
        Files.writeString(file(name), text, UTF_8);
    }

    private Path file(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(name.getBytes(UTF_8));
            return directory().resolve(HexFormat.of().formatHex(digest) + ".json");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path directory() {
        return home.resolve(".aws/sso/cache");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
