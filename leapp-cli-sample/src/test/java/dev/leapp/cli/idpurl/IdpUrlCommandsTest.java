package dev.leapp.cli.idpurl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.cli.TestCli;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdpUrlCommandsTest {

    @TempDir
    Path home;

    private TestCli cli;

    @BeforeEach
    void open() {
        cli = new TestCli(home);
    }

    @AfterEach
    void close() {
        cli.close();
    }

    private static final String URL = "https://sso.example.com/saml";

    @Test
    void createAddsAUrlAndListShowsIt() {
        assertThat(cli.ok("idp-url", "create", URL)).isEqualTo("identity provider URL created\n");
        assertThat(cli.ok("idp-url", "list")).isEqualTo("Identity Provider URL\n" + URL + "\n");
        assertThat(cli.run("idp-url", "create", URL).code()).isEqualTo(4);
        assertThat(cli.run("idp-url", "create", "ftp://x").code()).isEqualTo(2);
    }

    @Test
    void editReplacesAUrlUnderTheSameId() {
        cli.ok("idp-url", "create", "--idpUrl", URL);
        String id = cli.ok("idp-url", "list", "-x", "--no-header").substring(0, 36);

        assertThat(cli.ok("idp-url", "edit", "--idpUrlId", id, "--idpUrl", URL + "2"))
                .isEqualTo("identity provider URL edited\n");
        assertThat(cli.ok("idp-url", "list", "-x", "--no-header")).isEqualTo(id + "  " + URL + "2\n");
        assertThat(cli.run("idp-url", "edit", "https://nope", URL).code()).isEqualTo(3);
    }

    @Test
    void deleteRemovesAUrl() {
        cli.ok("idp-url", "create", URL);

        assertThat(cli.typing("n").run("idp-url", "delete", URL).code()).isEqualTo(130);
        assertThat(cli.piping("").ok("idp-url", "delete", URL)).isEqualTo("identity provider URL deleted\n");
        assertThat(cli.ok("idp-url", "list", "--output", "json")).isEqualTo("[]\n");
        assertThat(cli.run("idp-url", "delete").code()).isEqualTo(2);
    }
}
