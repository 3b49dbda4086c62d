package dev.leapp.provider.aws.internal.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.credential.Credentials;
import dev.leapp.core.session.Session;
import dev.leapp.core.spi.FieldSpec;
import dev.leapp.core.spi.IssueContext;
import dev.leapp.provider.aws.AwsAccessKey;
import dev.leapp.provider.aws.Fixtures;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalStackFactoryTest {

    @TempDir
    Path home;

    @Test
    void issuesTheKeysThatLocalStackTakesForItsStandardAddress() {
        Credentials credentials = issue(Fixtures.session("aws-localstack").build());

        AwsAccessKey key = AwsAccessKey.of(credentials);
        assertThat(key.accessKeyId()).isEqualTo("test");
        assertThat(key.secretAccessKey().reveal()).isEqualTo("test");
        assertThat(key.sessionToken()).isEmpty();
        assertThat(key.endpointUrl()).contains("http://localhost:4566");
        assertThat(key.expiresAt()).isEmpty();
    }

    @Test
    void issuesThemForTheSessionsOwnAddress() {
        Session session = Fixtures.session("aws-localstack")
                .setting("endpointUrl", "https://localstack.test:4567")
                .build();

        assertThat(AwsAccessKey.of(issue(session)).endpointUrl()).contains("https://localstack.test:4567");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:4566,true",
        "https://ls.test,true",
        "localhost:4566,false",
        "ftp://x,false",
        "http://,false"
    })
    void checksTheAddress(String url, boolean good) {
        FieldSpec field =
                new LocalStackFactory().descriptor().field("endpointUrl").orElseThrow();

        assertThat(field.problemWith(url).isEmpty()).isEqualTo(good);
    }

    private Credentials issue(Session session) {
        IssueContext context = IssueContext.builder(session)
                .secrets(new Fixtures.Secrets())
                .deadline(Instant.MAX)
                .build();
        return new LocalStackFactory()
                .create(Fixtures.plugin(home, Map.of()).build())
                .issue(context);
    }
}
