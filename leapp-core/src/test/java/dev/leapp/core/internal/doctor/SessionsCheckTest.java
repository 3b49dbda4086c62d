package dev.leapp.core.internal.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.session.AttemptId;
import dev.leapp.core.session.Failure;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionState;
import dev.leapp.core.session.SessionStatus;
import dev.leapp.core.session.SessionView;
import dev.leapp.core.session.Standing;
import dev.leapp.core.workspace.Finding;
import dev.leapp.core.workspace.Finding.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionsCheckTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    @Test
    void sessionsThatStandOrRestAreInOrder() {
        Finding found = Visits.only(look(
                active("ops", Optional.empty()).withStanding(Standing.INTACT),
                active("dev", Optional.empty()).withStanding(Standing.UNKNOWN),
                view("idle", SessionState.inactive(), SessionStatus.INACTIVE)));

        assertThat(found.severity()).isEqualTo(Severity.OK);
        assertThat(found.what()).startsWith("2 active");
    }

    @ParameterizedTest
    @CsvSource({"CHANGED, PROBLEM", "MISSING, PROBLEM", "UNRECORDED, WARNING"})
    void whatNoLongerStandsIsPublishedAgainByAStart(Standing standing, Severity severity) {
        Finding found = Visits.only(look(active("ops", Optional.empty()).withStanding(standing)));

        assertThat(found.severity()).isEqualTo(severity);
        assertThat(found.hint().orElseThrow()).startsWith("leapp session start ops");
        assertThat(found.ids()).containsExactly("ops-id");
    }

    @ParameterizedTest
    @CsvSource({
        "INTERRUPTED, WARNING, leapp session stop ops",
        "EXPIRED, WARNING, leapp session rotate ops",
        "PENDING, NOTE, ''"
    })
    void otherStatusesAreTold(SessionStatus status, Severity severity, String hint) {
        SessionState state = new SessionState.Pending(new AttemptId("a"), NOW);

        Finding found = Visits.only(look(view("ops", state, status)));

        assertThat(found.severity()).isEqualTo(severity);
        assertThat(found.hint().orElse("")).startsWith(hint);
    }

    @Test
    void failedRotationIsAWarning() {
        Failure failure = new Failure(NOW, "unreachable", "no network");

        Finding found = Visits.only(look(active("ops", Optional.of(failure)).withStanding(Standing.INTACT)));

        assertThat(found.severity()).isEqualTo(Severity.WARNING);
        assertThat(found.what()).contains("no network");
    }

    @Test
    void sessionWithAnAwkwardNameIsNamedByItsId() {
        Session session = Session.builder(new SessionId("abcd-1"), "my $(ops)", Visits.TYPE, "anywhere")
                .build();
        SessionView view = new SessionView(session, SessionState.inactive(), SessionStatus.INTERRUPTED, null);

        assertThat(Visits.only(look(view)).hint().orElseThrow()).startsWith("leapp session stop abcd-1");
    }

    @Test
    void nothingIsSaidOfSessionsThatNobodyCanSee() {
        SessionsCheck check = new SessionsCheck(() -> {
            throw new AssertionError("looked");
        });

        assertThat(Visits.only(check.look(Visits.unopened(new FakeFile(), CoreErrorCode.WORKSPACE_CORRUPT)))
                        .severity())
                .isEqualTo(Severity.NOTE);
    }

    private static List<Finding> look(SessionView... views) {
        return new SessionsCheck(() -> List.of(views)).look(Visits.of(new FakeFile()));
    }

    private static SessionView active(String name, Optional<Failure> failure) {
        return view(name, new SessionState.Active(NOW, Optional.empty(), failure), SessionStatus.ACTIVE);
    }

    private static SessionView view(String name, SessionState state, SessionStatus status) {
        return new SessionView(Visits.session(name), state, status, null);
    }
}
