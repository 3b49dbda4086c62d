package dev.leapp.core.internal.doctor;

import dev.leapp.core.issuance.IssuanceLog;
import dev.leapp.core.issuance.IssuanceReport;
import dev.leapp.core.workspace.Finding;
import java.util.List;

/** Is the record of what was handed out as it was written? */
record IssuanceLogCheck(IssuanceLog log) implements Check {

    private static final String TOPIC = "issuance log";

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public List<Finding> look(Visit visit) {
        if (visit.snapshot().isEmpty()) {
            return List.of();
        }
        IssuanceReport report = log.verify();
        if (!report.isSound()) {
            int others = report.findings().size() - 1;
            String more = others == 0 ? "" : ", and " + Words.count(others, "more finding");
            return List.of(Finding.problem(TOPIC, report.findings().get(0) + more)
                    .withHint("leapp log verify shows all; move " + log.location() + " away to begin another log"));
        }
        if (!log.isOn()) {
            return List.of(Finding.note(TOPIC, "it is off").withHint("leapp log on switches it on"));
        }
        return report.since()
                .map(since -> List.of(
                        Finding.ok(TOPIC, report.entries() + " entries since " + since + ", as they were written")))
                .orElse(List.of());
    }
}
