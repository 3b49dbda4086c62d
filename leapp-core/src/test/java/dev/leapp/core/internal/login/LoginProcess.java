package dev.leapp.core.internal.login;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.internal.LeappDirectory;
import dev.leapp.core.port.UserInteraction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Optional;

/** A process that needs a token: says that it is there, waits for the word, and prints the token. */
final class LoginProcess {

    private LoginProcess() {}

    public static void main(String[] args) throws IOException {
        Path home = Path.of(args[0]);
        try (DefaultLogins logins = logins(home, UserInteraction.nonInteractive())) {
            System.out.println("ready");
            System.in.read();
            try (Secret token = logins.of(acme()).accessToken()) {
                System.out.println(token.reveal().startsWith(FakeIntegrations.CANARY));
            }
        }
    }

    static Integration acme() {
        return FakeIntegrations.integration("acme", "https://one.example");
    }

    /** Returns logins whose provider notes each refresh in a file. */
    static DefaultLogins logins(Path home, UserInteraction interaction) {
        Clock clock = Clock.systemUTC();
        FakeIntegrations provider = new FakeIntegrations(clock);
        provider.whileRefreshing = () -> note(home);
        LeappDirectory directory = new LeappDirectory(home.resolve(".Leapp"));
        return LoginsFixture.logins(
                directory,
                provider,
                new FolderStore(home.resolve("store")),
                interaction,
                id -> Optional.of(acme()),
                clock);
    }

    static Path refreshes(Path home) {
        return home.resolve("refreshes");
    }

    private static void note(Path home) {
        try {
            Files.writeString(refreshes(home), "refresh\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
