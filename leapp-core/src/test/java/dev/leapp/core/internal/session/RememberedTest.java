package dev.leapp.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.StartOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is answered from memory, and for how long what others do is not noticed. */
class RememberedTest {

    private static final Duration A_WHILE = Duration.ofMillis(1100);

    @TempDir
    Path home;

    private Fixture fixture;
    private SessionLifecycle lifecycle;
    private SessionId ops;

    @BeforeEach
    void open() {
        fixture = new Fixture(home);
        lifecycle = fixture.lifecycle;
        ops = fixture.add("ops", "ops");
        lifecycle.start(ops, StartOptions.none());
        assertThat(value(lifecycle)).isEqualTo("credentials-1");
    }

    @Test
    void askingAgainReadsNoDiskForASecond() throws IOException {
        deleteCache();

        assertThat(value(lifecycle)).isEqualTo("credentials-1");

        fixture.clock.advance(A_WHILE);
        assertThat(value(lifecycle)).isEqualTo("credentials-2");
    }

    @Test
    void aStopMadeHereIsSeenAtOnce() {
        lifecycle.stop(ops);

        assertThat(value(lifecycle)).isEqualTo("credentials-2");
    }

    @Test
    void aRotationMadeElsewhereIsSeenWithinASecond() {
        fixture.another(fixture.user).rotate(ops);
        fixture.clock.advance(A_WHILE);

        assertThat(value(lifecycle)).isEqualTo("credentials-2");
    }

    @Test
    void aStopMadeElsewhereIsSeenWithinASecond() {
        fixture.another(fixture.user).stop(ops);
        fixture.clock.advance(A_WHILE);

        assertThat(value(lifecycle)).isEqualTo("credentials-2");
    }

    @Test
    void aChangedWorkspaceIsReadAgainWithinASecond() throws IOException {
        deleteCache();
        Files.createDirectories(fixture.directory.root());
        Files.writeString(fixture.directory.workspaceFile(), "changed");
        fixture.clock.advance(A_WHILE);

        assertThat(value(lifecycle)).isEqualTo("credentials-2");
    }

    @Test
    void whoWipesWhatHeGotTakesItFromNobodyElse() {
        Credentials mine = credentials(lifecycle);
        mine.secret("value").close();

        assertThat(value(lifecycle)).isEqualTo("credentials-1");
    }

    @Test
    void whatWasHandedOutOutlivesTheMemory() {
        Credentials mine = credentials(lifecycle);

        lifecycle.stop(ops);
        lifecycle.close();

        assertThat(mine.secret("value").reveal()).isEqualTo("credentials-1");
    }

    @Test
    void onceClosedItGivesOutNothing() {
        lifecycle.close();

        assertThatThrownBy(() -> value(lifecycle))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("This Leapp was closed; only an open one gives out credentials");
        assertThatThrownBy(() -> lifecycle.credentialsAtHand(ops, CredentialRequest.standard()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void atHandIsWhatWasReadBeforeAndNeedsNoRefresh() {
        assertThat(lifecycle.credentialsAtHand(ops, CredentialRequest.standard()))
                .map(found -> found.secret("value").reveal())
                .contains("credentials-1");

        lifecycle.stop(ops);

        assertThat(lifecycle.credentialsAtHand(ops, CredentialRequest.standard()))
                .isEmpty();
        assertThat(fixture.cloud.issued).hasValue(1);
    }

    private Credentials credentials(SessionLifecycle from) {
        return from.credentials(ops, CredentialRequest.standard());
    }

    private String value(SessionLifecycle from) {
        return credentials(from).secret("value").reveal();
    }

    private void deleteCache() throws IOException {
        try (Stream<Path> tree = Files.walk(fixture.directory.cache())) {
            List<Path> files = tree.filter(Files::isRegularFile).toList();
            assertThat(files).isNotEmpty();
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }
}
