package dev.leapp.core.internal.doctor;

import dev.leapp.core.session.SessionStatus;
import dev.leapp.core.session.SessionView;
import dev.leapp.core.session.Standing;
import dev.leapp.core.workspace.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Does what sessions made available still stand, and has an interrupted start left something? */
record SessionsCheck(Supplier<List<SessionView>> sessions) implements Check {

    static final String TOPIC = "sessions";

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public List<Finding> look(Visit visit) {
        if (visit.snapshot().isEmpty()) {
            return List.of(Finding.note(TOPIC, "not looked at, as the workspace can't be opened"));
        }
        List<SessionView> all = sessions.get();
        List<Finding> found = new ArrayList<>();
        all.forEach(view -> finding(view)
                .ifPresent(about -> found.add(about.about(view.session().id().value()))));
        return found.isEmpty() ? List.of(fine(all)) : found;
    }

    private static Finding fine(List<SessionView> all) {
        long active = all.stream()
                .filter(view -> view.status() == SessionStatus.ACTIVE)
                .count();
        return Finding.ok(
                TOPIC,
                active == 0
                        ? "none is active, and none has left anything behind"
                        : active + " active, and what they made available stands");
    }

    private static Optional<Finding> finding(SessionView view) {
        String name = "session '" + view.session().name() + "' ";
        String argument = Words.argument(view.session());
        return switch (view.status()) {
            case INTERRUPTED ->
                Optional.of(
                        Finding.warning(TOPIC, name + "was cut off while it started or stopped, and has left something")
                                .withHint("leapp session stop " + argument + " takes it back"));
            case EXPIRED ->
                Optional.of(Finding.warning(TOPIC, name + "has expired")
                        .withHint("leapp session rotate " + argument + " gets new credentials"));
            case LEASE_OVER ->
                Optional.of(Finding.note(TOPIC, "the lease of " + name + "is over")
                        .withHint("leapp session start " + argument + " begins another one"));
            case PENDING -> Optional.of(Finding.note(TOPIC, name + "is being started"));
            case INACTIVE -> Optional.empty();
            case ACTIVE -> standing(view, name, argument).or(() -> lastFailure(view, name, argument));
        };
    }

    private static Optional<Finding> standing(SessionView view, String name, String argument) {
        return view.standing().filter(Standing::isBroken).map(standing -> switch (standing) {
            case UNRECORDED ->
                Finding.warning(TOPIC, name + "is active, but Leapp for the JVM has not published anything for it")
                        .withHint("leapp session start " + argument + " does");
            case CHANGED ->
                Finding.problem(TOPIC, name + "is active, but another program has changed what it made available")
                        .withHint("leapp session start " + argument + " publishes it again");
            default ->
                Finding.problem(TOPIC, name + "is active, but what it made available is not there any more")
                        .withHint("leapp session start " + argument + " publishes it again");
        });
    }

    private static Optional<Finding> lastFailure(SessionView view, String name, String argument) {
        return view.lastFailure()
                .map(failure -> Finding.warning(TOPIC, name + "could not be rotated last: " + failure.message())
                        .withHint("leapp session rotate " + argument + " tries again"));
    }
}
