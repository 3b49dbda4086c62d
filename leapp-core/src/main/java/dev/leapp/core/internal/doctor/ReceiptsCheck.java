package dev.leapp.core.internal.doctor;

import dev.leapp.core.error.LeappException;
import dev.leapp.core.internal.receipt.Receipts;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.spi.Receipt;
import dev.leapp.core.workspace.Finding;
import java.util.List;
import java.util.Optional;

/** Are there receipts that nobody can read, or whose session is gone? */
record ReceiptsCheck(Receipts receipts) implements Check {

    @Override
    public String topic() {
        return SessionsCheck.TOPIC;
    }

    @Override
    public List<Finding> look(Visit visit) {
        return receipts.sessions().stream()
                .flatMap(id -> finding(id, visit).stream().map(found -> found.about(id.value())))
                .toList();
    }

    private Optional<Finding> finding(SessionId id, Visit visit) {
        try {
            Optional<Receipt> receipt = receipts.of(id);
            boolean orphan = receipt.isPresent()
                    && visit.snapshot()
                            .map(snapshot -> snapshot.workspace().session(id).isEmpty())
                            .orElse(false);
            return orphan ? Optional.of(orphan(id)) : Optional.empty();
        } catch (LeappException e) {
            Finding unreadable = Finding.problem(topic(), String.valueOf(e.getMessage()));
            return Optional.of(e.hint().map(unreadable::withHint).orElse(unreadable));
        }
    }

    private Finding orphan(SessionId id) {
        return Finding.warning(
                        topic(), "session " + id + " is not in the workspace any more, but has left something behind")
                .withHint("the next leapp session start or leapp session stop takes it back");
    }
}
