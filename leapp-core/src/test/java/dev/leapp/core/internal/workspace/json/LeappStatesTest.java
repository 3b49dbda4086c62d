package dev.leapp.core.internal.workspace.json;

import static dev.leapp.core.internal.workspace.json.LeappFixture.changed;
import static dev.leapp.core.internal.workspace.json.LeappFixture.differences;
import static dev.leapp.core.internal.workspace.json.LeappFixture.session;
import static dev.leapp.core.internal.workspace.json.LeappFixture.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leapp.core.session.AttemptId;
import dev.leapp.core.session.Failure;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionState;
import dev.leapp.core.session.SessionState.Active;
import dev.leapp.core.session.SessionState.Pending;
import dev.leapp.core.workspace.Snapshot;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** States come and go between both programs. */
class LeappStatesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00.123456Z");
    private static final Instant NOW_IN_MILLIS = NOW.truncatedTo(ChronoUnit.MILLIS);
    private static final Instant LATER = Instant.parse("2026-11-23T13:00:00Z");
    private static final Instant MFA_STARTED = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final Failure FAILURE = new Failure(NOW, "unreachable", "no network");

    @Test
    void startWritesStatusAndTimes() throws Exception {
        LeappDocument before = LeappFixture.document();

        LeappDocument after =
                started(before, LeappFixture.CHAINED, new Active(NOW, Optional.of(LATER), Optional.empty()));

        assertThat(differences(tree(before), tree(after)))
                .containsExactly(
                        "/_sessions/3/sessionTokenExpiration", "/_sessions/3/startDateTime", "/_sessions/3/status");
        ObjectNode session = session(tree(after), LeappFixture.CHAINED);
        assertThat(session.get("status").toString()).isEqualTo("2");
        assertThat(session.get("startDateTime").textValue()).isEqualTo("2026-11-23T12:00:00.123Z");
        assertThat(session.get("sessionTokenExpiration").textValue()).isEqualTo("2026-11-23T13:00:00.000Z");
        assertThat(state(after, LeappFixture.CHAINED))
                .isEqualTo(new Active(NOW_IN_MILLIS, Optional.of(LATER), Optional.empty()));
        assertThat(session(after, LeappFixture.CHAINED).lastStartedAt()).contains(NOW_IN_MILLIS);
    }

    @Test
    void stopRemovesTheStartAndKeepsTheExpiry() throws Exception {
        LeappDocument before = LeappFixture.document();

        LeappDocument after = with(before, LeappFixture.MFA_USER, SessionState.inactive());

        assertThat(differences(tree(before), tree(after)))
                .containsExactly("/_sessions/1/leappForJvm", "/_sessions/1/startDateTime", "/_sessions/1/status");
        ObjectNode session = session(tree(after), LeappFixture.MFA_USER);
        assertThat(session.get("status").toString()).isEqualTo("0");
        assertThat(session.get("leappForJvm").toString()).isEqualTo("{\"lastStartedAt\":\"2026-01-02T03:04:05.678Z\"}");
        assertThat(session(after, LeappFixture.MFA_USER).lastStartedAt()).contains(MFA_STARTED);
    }

    @Test
    void startAfterAStopLeavesNothingOfOursBehind() throws Exception {
        LeappDocument stopped = with(LeappFixture.document(), LeappFixture.CHAINED, SessionState.inactive());
        LeappDocument started =
                started(stopped, LeappFixture.CHAINED, new Active(NOW, Optional.of(LATER), Optional.empty()));
        LeappDocument again = with(started, LeappFixture.CHAINED, SessionState.inactive());
        LeappDocument twice =
                started(again, LeappFixture.CHAINED, new Active(LATER, Optional.empty(), Optional.empty()));

        assertThat(session(tree(again), LeappFixture.CHAINED).has("leappForJvm"))
                .isTrue();
        assertThat(session(tree(started), LeappFixture.CHAINED).has("leappForJvm"))
                .isFalse();
        assertThat(state(twice, LeappFixture.CHAINED)).isEqualTo(new Active(LATER, Optional.empty(), Optional.empty()));
    }

    @Test
    void attemptIsCarriedExactly() throws Exception {
        LeappDocument before = LeappFixture.document();
        Pending pending = new Pending(new AttemptId("a-1"), NOW);

        LeappDocument after = with(before, LeappFixture.CHAINED, pending);

        assertThat(differences(tree(before), tree(after)))
                .containsExactly("/_sessions/3/leappForJvm", "/_sessions/3/status");
        assertThat(state(after, LeappFixture.CHAINED)).isEqualTo(pending);
        assertThat(with(after, LeappFixture.CHAINED, SessionState.inactive()).toBytes())
                .isEqualTo(before.toBytes());
    }

    @Test
    void attemptOfTheDesktopAppHasANameAndATime() throws Exception {
        LeappDocument never =
                changed(root -> session(root, LeappFixture.CHAINED).put("status", 1));
        LeappDocument again =
                changed(root -> session(root, LeappFixture.MFA_USER).put("status", 1));

        assertThat(state(never, LeappFixture.CHAINED))
                .isEqualTo(new Pending(new AttemptId("desktop-app"), Instant.EPOCH));
        assertThat(state(again, LeappFixture.MFA_USER))
                .isEqualTo(new Pending(new AttemptId("desktop-app"), MFA_STARTED));
    }

    @Test
    void desktopAppsTokenKeepsItsExpiryWhenAnIamUserIsStarted() throws Exception {
        LeappDocument stopped = with(LeappFixture.document(), LeappFixture.MFA_USER, SessionState.inactive());

        LeappDocument started =
                started(stopped, LeappFixture.MFA_USER, new Active(NOW, Optional.of(LATER), Optional.empty()));
        LeappDocument unknown =
                started(stopped, LeappFixture.MFA_USER, new Active(NOW, Optional.empty(), Optional.empty()));

        assertThat(session(tree(started), LeappFixture.MFA_USER)
                        .get("sessionTokenExpiration")
                        .textValue())
                .isEqualTo("2026-01-02T13:04:05.678Z");
        assertThat(state(started, LeappFixture.MFA_USER))
                .isEqualTo(new Active(NOW_IN_MILLIS, Optional.of(LATER), Optional.empty()));
        assertThat(state(unknown, LeappFixture.MFA_USER))
                .isEqualTo(new Active(NOW_IN_MILLIS, Optional.empty(), Optional.empty()));
    }

    @Test
    void failureIsCarriedWithTheStateItBelongsTo() throws Exception {
        Active failed = new Active(MFA_STARTED, Optional.of(LATER), Optional.of(FAILURE));

        LeappDocument after = with(LeappFixture.document(), LeappFixture.MFA_USER, failed);

        assertThat(state(after, LeappFixture.MFA_USER)).isEqualTo(failed);
        assertThat(differences(tree(), tree(after))).containsExactly("/_sessions/1/leappForJvm");
    }

    @Test
    void aLeaseIsCarriedWithTheStateItBelongsTo() throws Exception {
        Active leased = new Active(MFA_STARTED, Optional.of(LATER), Optional.empty(), Optional.of(NOW));

        LeappDocument after = with(LeappFixture.document(), LeappFixture.MFA_USER, leased);

        assertThat(state(after, LeappFixture.MFA_USER)).isEqualTo(leased);
        ObjectNode tree = tree(after);
        session(tree, LeappFixture.MFA_USER).put("startDateTime", "2026-11-23T13:00:00.000Z");
        assertThat(state(LeappFixture.document(tree), LeappFixture.MFA_USER))
                .as("started again by the desktop app")
                .isInstanceOfSatisfying(
                        Active.class, active -> assertThat(active.leasedUntil()).isEmpty());
    }

    @Test
    void aLeaseThatIsOverIsInactiveForTheDesktopAppAndOverForUs() throws Exception {
        SessionState over = new SessionState.LeaseOver(NOW);

        LeappDocument after = with(LeappFixture.document(), LeappFixture.MFA_USER, over);

        ObjectNode tree = tree(after);
        assertThat(session(tree, LeappFixture.MFA_USER).get("status").toString())
                .isEqualTo("0");
        assertThat(state(after, LeappFixture.MFA_USER)).isEqualTo(over);
        session(tree, LeappFixture.MFA_USER).put("status", 2).put("startDateTime", "2026-11-23T13:00:00.000Z");
        assertThat(state(LeappFixture.document(tree), LeappFixture.MFA_USER).isActive())
                .isTrue();
        assertThat(state(with(after, LeappFixture.MFA_USER, SessionState.inactive()), LeappFixture.MFA_USER))
                .isEqualTo(SessionState.inactive());
    }

    @Test
    void whatWeSaidOfAStateEndsWhenTheDesktopAppChangesIt() throws Exception {
        Active failed = new Active(MFA_STARTED, Optional.of(LATER), Optional.of(FAILURE));
        ObjectNode tree = tree(with(LeappFixture.document(), LeappFixture.MFA_USER, failed));
        session(tree, LeappFixture.MFA_USER).put("startDateTime", "2026-11-23T13:00:00.000Z");

        LeappDocument rotated = LeappFixture.document(tree);

        assertThat(state(rotated, LeappFixture.MFA_USER))
                .isEqualTo(new Active(LATER, Optional.of(Instant.parse("2026-01-02T13:04:05.678Z")), Optional.empty()));
        assertThat(session(rotated, LeappFixture.MFA_USER).lastStartedAt()).contains(LATER);
    }

    @Test
    void activeWithoutATimeIsActiveSinceEver() throws Exception {
        LeappDocument document =
                changed(root -> session(root, LeappFixture.CHAINED).put("status", 2));

        assertThat(state(document, LeappFixture.CHAINED))
                .isEqualTo(new Active(Instant.EPOCH, Optional.empty(), Optional.empty()));
    }

    private static LeappDocument started(LeappDocument document, String id, Active state) throws Exception {
        Session started = session(document, id).toBuilder()
                .lastStartedAt(state.startedAt())
                .build();
        Snapshot snapshot = document.snapshot();
        return document.with(
                snapshot.with(snapshot.workspace().toBuilder().session(started).build())
                        .with(started.id(), state));
    }

    private static LeappDocument with(LeappDocument document, String id, SessionState state) throws Exception {
        return document.with(document.snapshot().with(new SessionId(id), state));
    }

    private static SessionState state(LeappDocument document, String id) throws Exception {
        return LeappFixture.document(tree(document)).snapshot().state(new SessionId(id));
    }
}
