package dev.leapp.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionState;
import dev.leapp.core.session.SessionStatus;
import dev.leapp.core.session.SessionView;
import dev.leapp.core.session.Standing;
import dev.leapp.core.session.StartOptions;
import dev.leapp.core.workspace.Update;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What really stands of what a session made available: said by the list, and put in order by a start. */
class StandingTest {

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
    }

    /** What somebody else does to what is published. */
    private enum Meddling {
        EDIT(Standing.CHANGED),
        REMOVE(Standing.MISSING),
        FORGET(Standing.UNRECORDED);

        private final Standing seen;

        Meddling(Standing seen) {
            this.seen = seen;
        }
    }

    @Test
    void onlyAnActiveSessionHasOne() {
        assertThat(standing()).isEmpty();

        lifecycle.start(ops, StartOptions.none());
        assertThat(standing()).hasValue(Standing.INTACT);

        lifecycle.stop(ops);
        assertThat(standing()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void listTellsWhatSomebodyElseDid(Meddling meddling) throws IOException {
        lifecycle.start(ops, StartOptions.none());

        meddle(meddling);

        assertThat(standing()).hasValue(meddling.seen);
        assertThat(lifecycle.list())
                .singleElement()
                .extracting(SessionView::status)
                .isEqualTo(SessionStatus.ACTIVE);
    }

    @Test
    void aSessionThatAnotherProgramActivatedIsUnrecorded() {
        activateElsewhere();

        assertThat(standing()).hasValue(Standing.UNRECORDED);
    }

    @Test
    void aLookThatFailsBreaksNoList() {
        lifecycle.start(ops, StartOptions.none());

        fixture.cloud.inspectFailure = new IllegalStateException("a defect of the chain");
        assertThat(standing()).hasValue(Standing.UNKNOWN);

        fixture.cloud.inspectFailure = new LeappException(CoreErrorCode.NOT_WRITABLE, "can't be read", null);
        assertThat(standing()).hasValue(Standing.UNKNOWN);
    }

    @Test
    void aDamagedReceiptBreaksNoList() throws IOException {
        lifecycle.start(ops, StartOptions.none());
        Files.writeString(receipt(), "{");

        assertThat(standing()).hasValue(Standing.UNKNOWN);
        fixture.clock.advance(Duration.ofHours(2));
        assertThat(lifecycle.get(ops).status()).isEqualTo(SessionStatus.EXPIRED);
    }

    @Test
    void whatIsHalfDoneIsNotTakenForBroken() {
        lifecycle.start(ops, StartOptions.none());
        List<Optional<Standing>> seen = new ArrayList<>();
        fixture.cloud.whilePublishing = () -> {
            fixture.cloud.published.clear();
            seen.add(standing());
        };

        lifecycle.rotate(ops);

        assertThat(seen).containsExactly(Optional.of(Standing.UNKNOWN));
        assertThat(standing()).hasValue(Standing.INTACT);
    }

    @Test
    void aStopWhileItIsLookedAtIsNotTakenForBroken() {
        lifecycle.start(ops, StartOptions.none());
        fixture.cloud.published.clear();
        SessionLifecycle other = fixture.another(fixture.user);
        fixture.cloud.whileInspecting = () -> {
            fixture.cloud.whileInspecting = () -> {};
            other.stop(ops);
        };

        assertThat(standing()).hasValue(Standing.UNKNOWN);
    }

    @Test
    void lookingWritesNothing() throws IOException {
        lifecycle.start(ops, StartOptions.none());
        meddle(Meddling.REMOVE);
        List<String> before = everything();

        lifecycle.list();

        assertThat(everything()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void startPublishesAgainWhatIsBroken(Meddling meddling) throws IOException {
        lifecycle.start(ops, StartOptions.none());
        meddle(meddling);

        SessionView started = lifecycle.start(ops, StartOptions.none());

        assertThat(started.standing()).hasValue(Standing.INTACT);
        assertThat(fixture.cloud.published).containsEntry("ops", "credentials-1");
        assertThat(fixture.cloud.issued).as("what is cached is fresh").hasValue(1);
        lifecycle.stop(ops);
        assertThat(fixture.cloud.published).isEmpty();
    }

    @Test
    void aRefusedStartOfABrokenSessionLeavesItActive() throws IOException {
        lifecycle.start(ops, StartOptions.none());
        meddle(Meddling.REMOVE);
        fixture.cloud.publishFailure = new LeappException(CoreErrorCode.FOREIGN_SECTION, "in the way", null);
        fixture.cloud.whilePublishing = () -> {
            throw fixture.cloud.publishFailure;
        };

        assertThatThrownBy(() -> lifecycle.start(ops, StartOptions.none())).isSameAs(fixture.cloud.publishFailure);

        SessionView view = lifecycle.get(ops);
        assertThat(view.status()).isEqualTo(SessionStatus.ACTIVE);
        assertThat(view.standing()).hasValue(Standing.MISSING);
        assertThat(view.lastFailure()).as("no rotation failed").isEmpty();
    }

    @Test
    void startOfAnUnrecordedSessionPublishesIt() {
        activateElsewhere();

        lifecycle.start(ops, StartOptions.none());

        assertThat(fixture.cloud.published).containsEntry("ops", "credentials-1");
        assertThat(standing()).hasValue(Standing.INTACT);
    }

    @Test
    void expiryIsJudgedByTheChainThatPublished() {
        lifecycle.start(ops, StartOptions.none());
        chooseARefreshingChain();
        fixture.clock.advance(Duration.ofHours(2));

        assertThat(lifecycle.get(ops).status()).isEqualTo(SessionStatus.EXPIRED);

        lifecycle.stop(ops);
        lifecycle.start(ops, StartOptions.none());
        fixture.clock.advance(Duration.ofHours(2));
        assertThat(lifecycle.get(ops).status()).isEqualTo(SessionStatus.ACTIVE);
    }

    @Test
    void startOfASessionThatRefreshesItselfIssuesNothing() {
        chooseARefreshingChain();
        lifecycle.start(ops, StartOptions.none());
        fixture.clock.advance(Duration.ofHours(2));

        lifecycle.start(ops, StartOptions.none());

        assertThat(fixture.cloud.issued).hasValue(1);
    }

    private void meddle(Meddling meddling) throws IOException {
        switch (meddling) {
            case EDIT -> fixture.cloud.published.put("ops", "somebody else's");
            case REMOVE -> fixture.cloud.published.clear();
            case FORGET -> Files.delete(receipt());
        }
    }

    private void chooseARefreshingChain() {
        fixture.repository.update(snapshot -> new Update<>(
                snapshot.with(snapshot.workspace().toBuilder()
                        .session(snapshot.workspace().session(ops).orElseThrow().toBuilder()
                                .chain(FakeCloud.REFRESHING_CHAIN)
                                .build())
                        .build()),
                true,
                ""));
    }

    private void activateElsewhere() {
        SessionState active = new SessionState.Active(fixture.clock.instant(), Optional.empty(), Optional.empty());
        fixture.repository.update(snapshot -> new Update<>(snapshot.with(ops, active), true, ""));
    }

    private Optional<Standing> standing() {
        return lifecycle.get(ops).standing();
    }

    private Path receipt() {
        return fixture.directory.receipts().resolve(ops + ".json");
    }

    private List<String> everything() throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return all.sorted()
                    .map(path -> path + " " + path.toFile().lastModified() + " "
                            + path.toFile().length())
                    .toList();
        }
    }
}
