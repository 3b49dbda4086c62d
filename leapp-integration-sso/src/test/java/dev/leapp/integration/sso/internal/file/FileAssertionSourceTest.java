package dev.leapp.integration.sso.internal.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leapp.core.error.CredentialException;
import dev.leapp.core.error.Trouble;
import dev.leapp.core.port.Environment;
import dev.leapp.core.spi.AssertionRequest;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.integration.sso.Requests;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileAssertionSourceTest {

    private static final AssertionRequest REQUEST = Requests.of(
                    URI.create("https://idp.example/"), Instant.parse("2026-11-23T10:00:00Z"))
            .build();

    @TempDir
    Path home;

    @Test
    void readsTheFileAnewEachTime() throws IOException {
        Path file = home.resolve("assertion");
        FileAssertionSource source = source(file.toString(), "");

        Files.writeString(file, "Zmlyc3Q=\n");
        assertThat(source.assertion(REQUEST).reveal().strip()).isEqualTo("Zmlyc3Q=");

        Files.writeString(file, "c2Vjb25k");
        assertThat(source.assertion(REQUEST).reveal()).isEqualTo("c2Vjb25k");
    }

    @Test
    void aHyphenIsStandardInput() {
        assertThat(source("-", "Zmlyc3Q=").assertion(REQUEST).reveal()).isEqualTo("Zmlyc3Q=");
    }

    @Test
    void saysWhereItFoundNothing() throws IOException {
        Files.writeString(home.resolve("empty"), "");

        assertThat(failure("gone", "")).hasMessage("Session corp can't read its assertion from gone");
        assertThat(failure("empty", "")).hasMessageContaining("finds no assertion in empty");
        assertThat(failure("-", "")).hasMessageContaining("finds no assertion in standard input");
        assertThat(failure("-", "canary".repeat(200_000)))
                .hasMessage("Session corp finds more in standard input than an assertion");
    }

    @Test
    void isThereOnlyIfAFileIsNamed() {
        assertThat(new FileSourceFactory().availability(context("x")).isAvailable())
                .isTrue();
        assertThat(new FileSourceFactory()
                        .availability(PluginContext.builder(home).build())
                        .isAvailable())
                .isFalse();
    }

    private CredentialException failure(String name, String input) {
        CredentialException thrown = catchThrowableOfType(
                CredentialException.class, () -> source(name, input).assertion(REQUEST));
        assertThat(thrown.code().trouble()).isEqualTo(Trouble.LOGIN_NEEDED);
        return thrown;
    }

    private FileAssertionSource source(String name, String input) {
        return new FileAssertionSource(context(name), () -> new ByteArrayInputStream(input.getBytes(UTF_8)));
    }

    private PluginContext context(String name) {
        return PluginContext.builder(home)
                .environment(Environment.of(Map.of("LEAPP_SAML_ASSERTION_FILE", name)))
                .build();
    }
}
