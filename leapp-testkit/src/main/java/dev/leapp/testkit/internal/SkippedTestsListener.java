package dev.leapp.testkit.internal;

import java.io.PrintStream;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Prints at the end of a test run which tests were skipped and why; found by JUnit through its service file. */
public final class SkippedTestsListener implements TestExecutionListener {

    private final PrintStream out;
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private volatile @Nullable TestPlan plan;

    /** Creates a listener that prints to standard output; called by JUnit. */
    public SkippedTestsListener() {
        this(System.out);
    }

    SkippedTestsListener(PrintStream out) {
        this.out = out;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan testPlan) {
        plan = testPlan;
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        note(test, reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == Status.ABORTED) {
            note(test, result.getThrowable().map(Throwable::getMessage).orElse("no reason given"));
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan testPlan) {
        lines.forEach(out::println);
        lines.clear();
        plan = null;
    }

    private void note(TestIdentifier test, String reason) {
        String oneLine = reason.strip().replaceAll("\\s+", " ");
        lines.add("skipped: " + parentOf(test).map(parent -> parent + " > ").orElse("") + test.getDisplayName() + ": "
                + oneLine);
    }

    /** Returns the display name of the class that a method belongs to; a class stands for itself. */
    private Optional<String> parentOf(TestIdentifier test) {
        return Optional.ofNullable(plan)
                .flatMap(current -> current.getParent(test))
                .filter(parent -> parent.getParentId().isPresent())
                .map(TestIdentifier::getDisplayName);
    }
}
