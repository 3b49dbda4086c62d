package dev.leapp.core.internal.doctor;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.error.Trouble;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.workspace.Doctor;
import dev.leapp.core.workspace.DoctorOptions;
import dev.leapp.core.workspace.Finding;
import dev.leapp.core.workspace.WorkspaceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Runs the checks one after the other; one that fails is a finding, and stops no other.
 *
 * @param passphraseGiven whether a passphrase for key slots is there without asking
 * @param tell is told what is looked at
 */
record Examination(
        WorkspaceRepository repository,
        WorkspaceFile file,
        boolean passphraseGiven,
        List<Check> checks,
        Consumer<String> tell)
        implements Doctor {

    @Override
    public List<Finding> examine(DoctorOptions options) {
        Visit visit = Visit.of(repository, file, passphraseGiven, options);
        Map<String, List<Finding>> byTopic = new LinkedHashMap<>();
        for (Check check : checks) {
            tell.accept("looking at the " + check.topic());
            guarded(check, visit)
                    .forEach(found -> byTopic.computeIfAbsent(found.topic(), topic -> new ArrayList<>())
                            .add(found));
            stopIfInterrupted();
        }
        return byTopic.values().stream().flatMap(List::stream).toList();
    }

    private static List<Finding> guarded(Check check, Visit visit) {
        try {
            return check.look(visit);
        } catch (LeappException e) {
            if (e.code().trouble() == Trouble.CANCELLED) {
                throw e;
            }
            Finding failed = failed(check, String.valueOf(e.getMessage()));
            return List.of(e.hint().map(failed::withHint).orElse(failed));
        } catch (RuntimeException | LinkageError e) {
            return List.of(failed(check, e.getClass().getSimpleName()));
        }
    }

    private static Finding failed(Check check, String why) {
        return Finding.problem(check.topic(), "could not be looked at: " + why);
    }

    private static void stopIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new LeappException(CoreErrorCode.CANCELLED, "Interrupted while looking for what is wrong", null);
        }
    }
}
