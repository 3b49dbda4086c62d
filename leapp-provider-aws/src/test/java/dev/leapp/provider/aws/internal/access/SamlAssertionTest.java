package dev.leapp.provider.aws.internal.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import dev.leapp.core.credential.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamlAssertionTest {

    private static final String ROLE = "arn:aws:iam::111122223333:role/path/Admin";
    private static final String PROVIDER = "arn:aws:iam::111122223333:saml-provider/Corp";
    private static final OfferedRole BOTH = new OfferedRole(ROLE, PROVIDER);

    @ParameterizedTest
    @ValueSource(
            strings = {
                ROLE + "," + PROVIDER,
                PROVIDER + "," + ROLE,
                "\n  " + ROLE + " ,\t" + PROVIDER + "\n",
                PROVIDER + " , " + ROLE
            })
    void roleAndProviderComeInEitherOrder(String value) throws MalformedAssertionException {
        assertThat(SamlAssertion.parse(Saml.offering(value).secret()).roles()).containsExactly(BOTH);
    }

    @Test
    void aRolesNameMayHoldCommas() throws MalformedAssertionException {
        String role = "arn:aws-cn:iam::111122223333:role/a,b";

        assertThat(SamlAssertion.parse(Saml.offering(role + "," + PROVIDER, PROVIDER + "," + role)
                                .secret())
                        .roles())
                .containsExactly(new OfferedRole(role, PROVIDER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ROLE,
                ROLE + "," + ROLE,
                PROVIDER + "," + PROVIDER,
                ROLE + "," + PROVIDER + ",more",
                "arn:aws:iam::1:role/Short," + PROVIDER,
                "arn:aws:s3:::bucket," + PROVIDER
            })
    void whatIsNoPairIsNoRole(String value) throws MalformedAssertionException {
        assertThat(SamlAssertion.parse(Saml.offering(value).secret()).roles()).isEmpty();
    }

    @Test
    void severalRolesKeepTheirOrderAndAreThereOnce() throws MalformedAssertionException {
        String other = "arn:aws:iam::444455556666:role/B";
        String otherProvider = "arn:aws:iam::444455556666:saml-provider/Corp";

        SamlAssertion read = SamlAssertion.parse(
                Saml.offering(other + "," + otherProvider, ROLE + "," + PROVIDER, PROVIDER + "," + ROLE)
                        .secret());

        assertThat(read.roles()).containsExactly(new OfferedRole(other, otherProvider), BOTH);
    }

    @ParameterizedTest
    @CsvSource({"28800,28800", "1,900", "900,900", "43201,43200", "999999999,43200", "' 3600 ',3600"})
    void theDurationIsTakenAsFarAsStsAllows(String value, long seconds) throws MalformedAssertionException {
        assertThat(SamlAssertion.parse(Saml.offering().duration(value).secret()).sessionDuration())
                .contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "1.5", "99999999999999999999"})
    void aDurationThatIsNoNumberIsNone(String value) throws MalformedAssertionException {
        assertThat(SamlAssertion.parse(Saml.offering().duration(value).secret()).sessionDuration())
                .isEmpty();
    }

    @Test
    void recipientsAndExpiryAreRead() throws MalformedAssertionException {
        SamlAssertion read = SamlAssertion.parse(Saml.offering().secret());

        assertThat(read.recipients()).containsOnly(Saml.RECIPIENT).hasSize(2);
        assertThat(read.expiresAt()).contains(Instant.parse("2026-11-23T10:05:00Z"));
        assertThat(SamlAssertion.parse(Saml.offering().expiry("soon").secret()).expiresAt())
                .isEmpty();
    }

    @Test
    void lineEndsInTheBase64AreNoHarm() throws MalformedAssertionException {
        byte[] xml = Saml.offering(ROLE + "," + PROVIDER).xml().getBytes(UTF_8);
        Secret wrapped = Secret.of(Base64.getMimeEncoder().encodeToString(xml));

        assertThat(SamlAssertion.parse(wrapped).roles()).containsExactly(BOTH);
        assertThat(SamlAssertion.compact(wrapped)).isEqualTo(Base64.getEncoder().encodeToString(xml));
    }

    @Test
    void attributesOfOtherNamespacesAreNotRoles() throws MalformedAssertionException {
        String xml = Saml.offering(ROLE + "," + PROVIDER)
                .xml()
                .replace("oasis:names:tc:SAML:2.0:assertion", "oasis:names:tc:SAML:1.0:assertion");

        assertThat(SamlAssertion.parse(Saml.encoded(xml)).roles()).isEmpty();
    }

    @Test
    void anEncryptedAssertionIsNoticed() throws MalformedAssertionException {
        String xml = Saml.offering().xml().replace("saml:Assertion", "saml:EncryptedAssertion");

        assertThat(SamlAssertion.parse(Saml.encoded(xml)).encrypted()).isTrue();
        assertThat(SamlAssertion.parse(Saml.offering().secret()).encrypted()).isFalse();
    }

    @Test
    void aFailedLoginIsToldAsSuch() {
        assertThat(problem(Saml.offering()
                        .status("urn:oasis:names:tc:SAML:2.0:status:Responder")
                        .secret()))
                .isEqualTo("says that the login failed");
    }

    @Test
    void nothingIsReadThroughAnExternalEntity(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("secret"), ROLE + "," + PROVIDER);
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.close();
        });
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/x";
        try {
            for (String declared : new String[] {
                "<!DOCTYPE r [<!ENTITY e SYSTEM \"" + file.toUri() + "\">]>",
                "<!DOCTYPE r [<!ENTITY e SYSTEM \"" + url + "\">]>",
                "<!DOCTYPE r SYSTEM \"" + url + "\">",
                "<!DOCTYPE r [<!ENTITY % p SYSTEM \"" + url + "\"> %p;]>"
            }) {
                assertThat(problem(withDoctype(declared, "&e;"))).isNotEmpty();
                assertThat(problem(withDoctype(declared, ROLE + "," + PROVIDER)))
                        .isNotEmpty();
            }
        } finally {
            server.stop(0);
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void entitiesDoNotGrow() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE r [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 40; i++) {
            laughs.append("<!ENTITY a%d \"&a%d;&a%d;&a%d;\">".formatted(i, i - 1, i - 1, i - 1));
        }

        assertThat(problem(withDoctype(laughs.append("]>").toString(), "&a39;")))
                .isNotEmpty();
    }

    @Test
    void deepNestingIsRefused() {
        String xml = "<samlp:Response xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\">" + "<a>".repeat(5_000)
                + "</a>".repeat(5_000) + "</samlp:Response>";

        assertThat(problem(Saml.encoded(xml))).isEqualTo("is nested too deeply");
    }

    @Test
    void moreThanStsTakesIsRefusedUnread() {
        assertThat(problem(Secret.of("A".repeat(100_001)))).isEqualTo("is longer than AWS takes");
        assertThat(problem(Secret.of(" \n"))).isEqualTo("is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<not base64>", "QUJD", "PHg+", "PGEvPg==", "not=base64=at=all"})
    void whatIsNoSamlResponseIsRefused(String text) {
        assertThat(problem(Secret.of(text))).isNotEmpty();
    }

    @Test
    void damageOfAnyKindIsRefusedOrReadButNeverShown() {
        Random random = new Random(20261123);
        byte[] whole =
                Saml.offering("canary" + ROLE, ROLE + "," + PROVIDER).xml().getBytes(UTF_8);
        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] damaged = whole.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(SamlAssertion.parse(Secret.of(Base64.getEncoder().encodeToString(damaged))))
                        .asString()
                        .doesNotContain("arn:");
            } catch (MalformedAssertionException e) {
                refused++;
                assertThat(e).hasNoCause().hasMessageNotContaining("arn:").hasMessageNotContaining("canary");
            }
        }
        assertThat(refused).isBetween(500, 2_000);
    }

    private static Secret withDoctype(String doctype, String role) {
        String xml = Saml.offering(role).xml();
        int end = xml.indexOf("?>") + 2;
        return Saml.encoded(xml.substring(0, end) + doctype + xml.substring(end));
    }

    private static String problem(Secret assertion) {
        MalformedAssertionException thrown =
                catchThrowableOfType(MalformedAssertionException.class, () -> SamlAssertion.parse(assertion));
        assertThat(thrown).isNotNull();
        return Objects.toString(thrown.getMessage());
    }
}
