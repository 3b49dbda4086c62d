package dev.leapp.core.internal.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.credential.Credentials;
import dev.leapp.core.internal.cache.KeptLogins;
import dev.leapp.core.internal.lock.JavaProcess;
import dev.leapp.core.port.SecretStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that need the same login at once. */
class LoginProcessesTest {

    private static final int PROCESSES = 5;

    @TempDir
    private Path home;

    @Test
    void allOfThemNeedOneRefresh() throws Exception {
        keepExpiredLogin();
        List<JavaProcess> processes = new ArrayList<>();
        try {
            for (int i = 0; i < PROCESSES; i++) {
                processes.add(JavaProcess.start(LoginProcess.class, home));
            }
            for (JavaProcess process : processes) {
                assertThat(process.nextLine()).isEqualTo("ready");
            }
            for (JavaProcess process : processes) {
                process.go();
            }
            for (JavaProcess process : processes) {
                assertThat(process.nextLine()).isEqualTo("true");
                assertThat(process.await()).isZero();
            }
        } finally {
            processes.forEach(JavaProcess::close);
        }

        assertThat(Files.readAllLines(LoginProcess.refreshes(home))).containsExactly("refresh");
    }

    private void keepExpiredLogin() {
        Clock earlier = Clock.offset(Clock.systemUTC(), Duration.ofHours(-9));
        SecretStore store = new FolderStore(home.resolve("store"));
        try (DefaultLogins logins = LoginProcess.logins(home, new Person())) {
            Credentials expired = new FakeIntegrations(earlier).newLogin();
            String binding = KeptLogins.binding(
                    FakeIntegrations.TYPE,
                    Map.of("portal", LoginProcess.acme().settings().get("portal"), "cache", "off"));
            logins.storage().keep(LoginProcess.acme().id(), binding, expired, earlier.instant());
            assertThat(store.get(KeptLogins.name(LoginProcess.acme().id()))).isPresent();
        }
    }
}
