package dev.leapp.core.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;

class EndpointTest {

    @Test
    void keepsOnlySchemeHostAndPort() {
        Endpoint endpoint = Endpoint.http(URI.create("https://user:s3cret@example.org:8443/path?key=s3cret"), "login");

        assertThat(endpoint.address()).isEqualTo(URI.create("https://example.org:8443"));
        assertThat(endpoint).hasToString("login (https://example.org:8443)");
        assertThat(Endpoint.tcp("ldap.example.org", 636, "directory").address())
                .isEqualTo(URI.create("tcp://ldap.example.org:636"));
    }

    @Test
    void refusesWhatIsNoPlace() {
        assertThatIllegalArgumentException().isThrownBy(() -> Endpoint.http(URI.create("file:///etc"), "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> Endpoint.http(URI.create("https:///x"), "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> Endpoint.tcp("host", 0, "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> Endpoint.tcp(" ", 1, "x"));
    }
}
