package dev.leapp.integration.sso.internal.identitycenter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.leapp.core.credential.Credentials;
import dev.leapp.testkit.cloud.LocalPortal;
import dev.leapp.testkit.contract.Components;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real Chromium is sent to the service, and back to the listener. */
@Timeout(180)
class ChromiumLoginTest {

    @TempDir
    Path home;

    @Test
    void whoAgreesInARealBrowserIsLoggedInAndWhatIsForgedOrComesTwiceIsNot() {
        Path chromium = chromium();
        List<String> seen = new CopyOnWriteArrayList<>();
        try (Scene scene = Scene.at(home, LocalPortal.builder().automaticApproval())) {
            Credentials login = scene.provider().login(scene.context(Visitor.withBrowser(page -> {
                URI another = scene.portal.approve(page);
                seen.add(shown(chromium, forged(another)));
                seen.add(shown(chromium, page));
                seen.add(shown(chromium, another));
                return true;
            })));

            assertThat(seen).hasSize(3);
            assertThat(seen.get(0)).contains("This does not belong to a login that is waiting.");
            assertThat(seen.get(1)).contains("You are logged in. You can close this window.");
            assertThat(seen.get(2)).contains("This login is over.");
            assertThat(scene.portal.isValid(login.secret("accessToken").reveal()))
                    .isTrue();
        }
    }

    @Test
    void whoRefusesInARealBrowserSeesThat() {
        Path chromium = chromium();
        List<String> seen = new CopyOnWriteArrayList<>();
        try (Scene scene = Scene.at(home, LocalPortal.builder())) {
            assertThat(catchThrowable(() -> scene.provider().login(scene.context(Visitor.withBrowser(page -> {
                        seen.add(shown(chromium, scene.portal.deny(page)));
                        return true;
                    })))))
                    .hasMessage("The login to 'acme' was not allowed in the browser");

            assertThat(seen).singleElement().asString().contains("The login was refused.");
        }
    }

    private static URI forged(URI redirect) {
        return URI.create(redirect.toString().replaceFirst("state=.*", "state=forged"));
    }

    private static Path chromium() {
        Optional<Path> found = Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Components.onPath(name).stream())
                .findFirst();
        Components.require("Chromium", found.isPresent(), "install it (Debian: chromium)");
        return found.orElseThrow();
    }

    /** Opens a page in a fresh browser, and returns what it shows. */
    private String shown(Path chromium, URI page) {
        try {
            Path profile = Files.createTempDirectory(home, "profile");
            Process process = new ProcessBuilder(
                            chromium.toString(),
                            "--headless=new",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--user-data-dir=" + profile,
                            "--dump-dom",
                            page.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new String(process.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
